import { type Answer, type Api, newKey } from '../api';
import type { Member } from './contract';

/** A guest whose mobile is not known yet joins the club. */
export class Enrolment {
  mobile = $state('');
  name = $state('');
  private key = newKey();

  constructor(private readonly api: Api) {}

  start(mobile: string): void {
    this.mobile = mobile;
    this.name = '';
    this.key = newKey();
  }

  /** The first word is the first name, the rest the family name; no name is fine. */
  async send(): Promise<Answer<Member>> {
    const [firstName, ...rest] = this.name.trim().split(/\s+/);
    const answer = await this.api.call<Member>('/members', {
      method: 'POST',
      key: this.key,
      body: {
        mobile: this.mobile,
        ...(firstName ? { firstName } : {}),
        ...(rest.length > 0 ? { lastName: rest.join(' ') } : {}),
      },
    });
    // A refusal frees the key, and a mended name is another body.
    if (answer.kind === 'refused') this.key = newKey();
    return answer;
  }
}
