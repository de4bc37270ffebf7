import { type Answer, newKey } from '../api';
import type { Member } from './contract';
import type { Counter } from './counter';

/** A guest whose mobile is not known yet joins the club. */
export class Enrolment {
  mobile = $state('');
  name = $state('');
  private key = newKey();

  constructor(private readonly counter: Counter) {}

  start(mobile: string): void {
    this.mobile = mobile;
    this.name = '';
    this.key = newKey();
  }

  /** The first word is the first name, the rest the family name; no name is fine. */
  async send(): Promise<Answer<Member>> {
    const [firstName, ...rest] = this.name.trim().split(/\s+/);
    const who = {
      mobile: this.mobile,
      ...(firstName ? { firstName } : {}),
      ...(rest.length > 0 ? { lastName: rest.join(' ') } : {}),
    };
    const answer = await this.counter.join(who, this.key);
    // A refusal frees the key, and a mended name is another body.
    if (answer.kind === 'refused') this.key = newKey();
    return answer;
  }
}
