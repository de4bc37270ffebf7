import { type Answer, type Api, newKey, type Problem } from '../api';
import type { Receipt } from './contract';
import type { Joining } from './counter';
import { Pending } from './pending';
import { isFinal, TRY_AGAIN_AFTER } from './step';

/** What became of a sale that was sent. */
export type Fate =
  | { kind: 'recorded'; receipt: Receipt }
  /** It is on this device's disk and handed over; it goes to the server by itself. */
  | { kind: 'kept'; receipt: Receipt; number: string }
  | { kind: 'refused'; problem: Problem }
  /** Nobody knows yet; it is asked again. */
  | { kind: 'unsure'; problem: Problem | null };

/** What was agreed with the customer. */
export interface Agreed {
  quote: Receipt;
  member: string | null;
  /** He is to join first, if he has not yet. */
  joins: Joining | null;
}

/** How a sale that is agreed gets to the server. */
export interface Delivery {
  /** The id that the sale at hand will have at the server; empty where the server gives it. */
  readonly sale: string;
  /** A sale that was on its way when the page left: what became of it? */
  left(): string | null;
  /** Goes on asking what became of one that was left. */
  deliver(body: string): Promise<void>;
  /** @param agreed what the customer was shown, and who he is in words. */
  send(body: string, agreed: Agreed): Promise<void>;
  /** What is sent next is another sale to the server. */
  renew(): void;
}

/** A sale on its way to the server. Its key stays the same until its fate is known. */
export class OfficeDelivery implements Delivery {
  readonly sale = '';
  private key = newKey();
  private readonly pending = new Pending();

  constructor(
    private readonly api: Api,
    private readonly told: (fate: Fate) => void,
  ) {}

  left(): string | null {
    const left = this.pending.read();
    if (left) this.key = left.key;
    return left?.body ?? null;
  }

  async send(body: string): Promise<void> {
    this.pending.keep({ key: this.key, body });
    await this.deliver(body);
  }

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
