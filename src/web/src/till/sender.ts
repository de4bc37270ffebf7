import type { Answer, Problem } from '../api';
import { sentences } from '../api';
import type { Receipt } from '../sale/contract';
import type { Joining } from '../sale/counter';
import { isFinal } from '../sale/step';
import type { Known, Store } from './store';

/** What the sender needs of the server. */
export interface Books {
  join(who: Joining, key: string): Promise<Answer<unknown>>;
  sell(body: string, key: string): Promise<Answer<Receipt>>;
  sale(id: string): Promise<Answer<Receipt>>;
}

/** A sale that is being agreed is its own tab's business for so long. */
const FRESH = 30_000;
const EVERY = 5_000;
/** No member has the mobile that a sale names. */
const NOBODY = 'purchase.unknown-member';
const LOCK = 'vafa-till-sender';

/**
 * Brings sales to the server, one after the other, from one tab at a time. Each goes under its own id, so sending it
 * twice is sending it once.
 */
export class Sender {
  private timer: ReturnType<typeof setInterval> | undefined;

  /** @param changed something came in or was refused. */
  constructor(
    private readonly store: Store,
    private readonly books: Books,
    private readonly changed: () => void,
  ) {}

  /** On load, when the network comes back, and every few seconds. */
  start(): void {
    addEventListener('online', this.run);
    this.timer = setInterval(this.run, EVERY);
    this.run();
  }

  stop(): void {
    removeEventListener('online', this.run);
    clearInterval(this.timer);
  }

  readonly run = (): void => {
    // Without locks (an old browser) two tabs may both send; the server takes it once all the same.
    if (!navigator.locks) void this.all();
    else void navigator.locks.request(LOCK, { ifAvailable: true }, lock => (lock ? this.all() : undefined));
  };

  /**
   * Sends what waits, the oldest first. One that the server breaks at must not hold up the others; where two in a row
   * are not answered, it is not there.
   */
  private async all(): Promise<void> {
    let unanswered = 0;
    for (const known of await this.store.waiting()) {
      if (known.fate === null && Date.now() - Date.parse(known.sale.at) < FRESH) continue;
      unanswered = (await this.one(known)) ? 0 : unanswered + 1;
      if (unanswered === 2) return;
    }
  }

  /** Whether its fate is known now. */
  private async one({ sale, fate }: Known): Promise<boolean> {
    if (sale.joins) {
      const joined = await this.books.join(sale.joins, sale.id + ':join');
      // A refusal is no news of the sale: he may be a member already.
      if (joined.kind !== 'ok' && (joined.kind !== 'refused' || !isFinal(joined.problem))) return false;
    }

    const first = await this.books.sell(sale.body, sale.id);
    if (first.kind === 'ok') return this.tell(sale.id, { kind: 'recorded', receipt: first.value });
    if (first.kind !== 'refused' || !isFinal(first.problem)) return false;
    // Nothing was handed over for it, and nothing was written.
    if (fate === null) return this.tell(sale.id, { kind: 'withdrawn' });
    if (fate.kind !== 'concluded') return true;
    const second = await this.books.sell(fate.body, sale.id + ':taken');
    if (second.kind === 'ok') return this.tell(sale.id, { kind: 'recorded', receipt: second.value });
    if (second.kind !== 'refused' || !isFinal(second.problem)) return false;
    if (second.problem.code !== NOBODY) return this.refused(sale.id, second.problem);
    // Whom the number was to be is not known; the sale is a fact all the same.
    const third = await this.books.sell(withoutMember(fate.body), sale.id + ':guest');
    if (third.kind === 'ok') return this.tell(sale.id, { kind: 'recorded', receipt: third.value });
    if (third.kind !== 'refused' || !isFinal(third.problem)) return false;
    return this.refused(sale.id, third.problem);
  }

  /** A sale of this id is in the books, as it was sent first: that is it. Anything else somebody has to look at. */
  private async refused(id: string, problem: Problem): Promise<boolean> {
    if (problem.code === 'purchase.id-taken') {
      const known = await this.books.sale(id);
      if (known.kind === 'ok') return this.tell(id, { kind: 'recorded', receipt: known.value });
      if (known.kind !== 'refused') return false;
    }

    return this.tell(id, { kind: 'refused', says: sentences(problem).join(' ') });
  }

  private async tell(id: string, fate: Parameters<Store['tell']>[1]): Promise<boolean> {
    await this.store.tell(id, fate);
    this.changed();
    return true;
  }
}

function withoutMember(body: string): string {
  const { member: _, ...rest } = JSON.parse(body) as Record<string, unknown>;
  return JSON.stringify(rest);
}
