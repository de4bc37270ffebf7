import { newKey, type Problem } from '../api';
import type { Agreed, Delivery, Fate } from '../sale/delivery';
import { isFinal } from '../sale/step';
import type { HandBody } from '../sale/byhand.svelte';
import type { Receipt } from '../sale/contract';
import type { Body } from '../sale/quotes.svelte';
import { claims, covers, live, memberOf } from './allowance';
import type { Server } from './server';
import type { Store } from './store';

/** A cashier does not wait longer for an answer while the customer stands there. */
const PATIENCE = 4_000;

/** Which device sells, and who stands at it. */
export interface Seller {
  number: number;
  cashier: string;
  /** The moment by the server's clock, however wrong this device's is. */
  now(): Date;
}

/**
 * Sells at a paired till. A sale is on the disk before anything is sent; without an answer it is concluded, and on the
 * disk as such before "done" is shown.
 */
export class TillDelivery implements Delivery {
  private id = newKey();

  get sale(): string {
    return this.id;
  }

  constructor(
    private readonly store: Store,
    private readonly server: Server,
    private readonly seller: () => Seller,
    private readonly told: (fate: Fate) => void,
    /** The store holds something new. */
    private readonly changed: () => void,
    /** Why a sale cannot be kept whose credit another tab has spent meanwhile. */
    private readonly gone: () => Problem,
  ) {}

  /** Nothing is left open: what was not answered is in the store, and the sender has it. */
  left(): string | null {
    return null;
  }

  async deliver(): Promise<void> {}

  renew(): void {
    this.id = newKey();
  }

  async send(body: string, { quote, member, joins }: Agreed): Promise<void> {
    const { id } = this;
    const { number: device, cashier, now } = this.seller();
    const at = now().toISOString();
    const sold = JSON.parse(body) as Record<string, unknown>;
    const { spend, ...buyer } = sold as unknown as Body;
    const kept = await this.store.keep(device, (number, allowances) => {
      const taken = claims(live(allowances, memberOf(buyer) ?? '', now()), spend);
      if (quote.offline && quote.spent > 0 && !covers(taken, spend)) return null;
      if (taken.length > 0) sold['allowances'] = taken;
      const whole = { ...sold, id, reference: number, at };
      // What nobody could be asked about is a fact from the beginning.
      const body = JSON.stringify(quote.offline ? asFact(whole, quote, cashier) : whole);
      return { id, number, at, keptAt: Date.now(), cashier, body, shown: quote, member, joins, claims: taken };
    });
    if (kept === null) return this.told({ kind: 'refused', problem: this.gone() });
    const concluded = quote.offline ? null : await this.ask(id, kept.body);
    if (concluded) {
      this.told(concluded);
      return this.changed();
    }

    const whole = { ...sold, id, reference: kept.number, at };
    await this.store.tell(id, { kind: 'concluded', body: JSON.stringify(asFact(whole, quote, cashier)) });
    this.told({ kind: 'kept', receipt: quote, number: kept.number });
    this.changed();
  }

  /** What the server says; null when it says nothing in time. */
  private async ask(id: string, body: string): Promise<Fate | null> {
    const answer = await this.server.sell(body, id, AbortSignal.timeout(PATIENCE));
    if (answer.kind === 'ok') {
      await this.store.tell(id, { kind: 'recorded', receipt: answer.value });
      return { kind: 'recorded', receipt: answer.value };
    }

    if (answer.kind !== 'refused' || !isFinal(answer.problem)) return null;
    await this.store.tell(id, { kind: 'withdrawn' });
    this.renew();
    return { kind: 'refused', problem: answer.problem };
  }
}

/** The sale as a fact: what was taken off, what was paid, and which offers were granted. */
export function asFact(sold: Record<string, unknown>, quote: Receipt, cashier: string): Record<string, unknown> {
  const { expect: _, spend, allowances, byHand, ...rest } = sold;
  return {
    ...rest,
    ...(byHand && quote.byHand ? { byHand: handAsFact(byHand as HandBody, quote.byHand.amount) } : {}),
    // What was wanted from a wallet while Vafa could not be asked was not taken from it.
    ...(spend && quote.spent > 0 ? { spend, ...(allowances ? { allowances } : {}) } : {}),
    cashier,
    taken: {
      discount: quote.discount,
      payable: quote.payable,
      offers: quote.applied.map(offer => offer.offer),
      ...(quote.programmeVersion ? { programmeVersion: quote.programmeVersion } : {}),
    },
  };
}

/** What was taken off, where a share of it was said. */
function handAsFact({ reason, approval }: HandBody, amount: number): HandBody {
  return { amount, reason, ...(approval ? { approval } : {}) };
}
