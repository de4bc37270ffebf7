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

/** A sale that is being agreed is its own tab's business for so long; longer than that tab waits for an answer. */
const FRESH = 10_000;
const EVERY = 5_000;
/** What was handed over is a fact, even where a detail of it cannot be: the sale is then told without that. */
const MENDS = [
  // No member has the mobile that it names.
  { code: 'purchase.unknown-member', field: 'member' as const },
  // This device's clock was ahead while nobody could tell.
  { code: 'purchase.in-future', field: 'at' as const },
];
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
    const locks = globalThis.navigator?.locks;
    if (!locks) void this.all();
    else void locks.request(LOCK, { ifAvailable: true }, lock => (lock ? this.all() : undefined));
  };

  /**
   * Sends what waits, the oldest first. One that the server breaks at must not hold up the others; where two in a row
   * are not answered, it is not there.
   */
  private async all(): Promise<void> {
    let unanswered = 0;
    for (const known of await this.store.waiting()) {
      if (known.fate === null && Math.abs(Date.now() - known.sale.keptAt) < FRESH) continue;
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

    // As it was agreed: it may have come in already.
    let said = await this.offer(sale.id, sale.body, '');
    if (typeof said === 'boolean') return said;
    // Nothing was handed over for it, and nothing was written.
    if (fate === null) return this.tell(sale.id, { kind: 'withdrawn' });
    if (fate.kind !== 'concluded') return true;
    let body = fate.body;
    if (body !== sale.body) said = await this.offer(sale.id, body, ':fact');
    for (const mend of MENDS) {
      if (typeof said === 'boolean') return said;
      if (said.code !== mend.code) continue;
      body = without(mend.field, body);
      said = await this.offer(sale.id, body, ':' + mend.field);
    }

    return typeof said === 'boolean' ? said : this.refused(sale.id, said);
  }

  /** True: it is in the books; false: nobody answered; else why it is not taken so. */
  private async offer(id: string, body: string, form: string): Promise<boolean | Problem> {
    const answer = await this.books.sell(body, id + form);
    if (answer.kind === 'ok') return this.tell(id, { kind: 'recorded', receipt: answer.value });
    return answer.kind === 'refused' && isFinal(answer.problem) ? answer.problem : false;
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

/** The office is told what was left out. */
function without(field: 'member' | 'at', body: string): string {
  const { [field]: _, taken, ...rest } = JSON.parse(body) as Record<string, unknown>;
  const said = field === 'member' ? { withoutMember: true } : { withoutTime: true };
  return JSON.stringify({ ...rest, taken: { ...(taken as object), ...said } });
}
