import { type Answer, type Api, newKey, type Problem } from '../api';
import type { Receipt } from './contract';
import { Pending } from './pending';
import { isFinal, TRY_AGAIN_AFTER } from './step';

/** What became of a sale that was sent. */
export type Fate =
  | { kind: 'recorded'; receipt: Receipt }
  | { kind: 'refused'; problem: Problem }
  /** Nobody knows yet; it is asked again. */
  | { kind: 'unsure'; problem: Problem | null };

/** A sale on its way to the server. Its key stays the same until its fate is known. */
export class Delivery {
  private key = newKey();
  private readonly pending = new Pending();

  constructor(
    private readonly api: Api,
    private readonly told: (fate: Fate) => void,
  ) {}

  /** The sale that was on its way when the page left: what became of it? */
  left(): string | null {
    const left = this.pending.read();
    if (left) this.key = left.key;
    return left?.body ?? null;
  }

  async send(body: string): Promise<void> {
    this.pending.keep({ key: this.key, body });
    await this.deliver(body);
  }

  /** What is sent next is another sale to the server. */
  renew(): void {
    this.key = newKey();
  }

  async deliver(body: string): Promise<void> {
    const answer = await this.api.call<Receipt>('/purchases', { method: 'POST', body, key: this.key });
    if (answer.kind === 'ok') {
      this.pending.forget();
      this.told({ kind: 'recorded', receipt: answer.value });
    } else if (answer.kind === 'refused' && isFinal(answer.problem)) {
      this.pending.forget();
      this.renew();
      this.told({ kind: 'refused', problem: answer.problem });
    } else {
      // Lost on the way there or back: only the same key can tell, so it is sent again until an answer comes.
      setTimeout(() => void this.deliver(body), TRY_AGAIN_AFTER);
      this.told({ kind: 'unsure', problem: problemOf(answer) });
    }
  }
}

function problemOf(answer: Answer<unknown>): Problem | null {
  return answer.kind === 'refused' ? answer.problem : null;
}
