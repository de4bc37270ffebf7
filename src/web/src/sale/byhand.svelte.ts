import { type Answer, sentences } from '../api';
import { latin } from '../digits';
import type { Club, Receipt } from './contract';
import type { Approvers } from './word';

/** What is taken off by hand, as a sale says it. */
export interface HandBody {
  amount?: number;
  percent?: number;
  reason: string;
  approval?: string;
}

/** What the sale at hand knows that a discount by hand needs. */
interface Sale {
  readonly club: Club;
  readonly quote: Receipt | null;
  readonly total: number;
  /** Its id at the server, for a manager's word; empty where there is none. */
  readonly id: string;
  readonly managers: Approvers | null;
  /** Something of it is other than before. */
  changed(): void;
}

/** What goods come to after offers; what is taken off by hand comes off this. */
export function goodsOf(quote: Receipt | null, total: number): number {
  return quote ? quote.total - quote.discount + (quote.byHand?.amount ?? 0) : total;
}

/** How much a share is of goods that come to so much, rounded down as the server rounds it. */
export function shareOf(goods: number, percent: number): number {
  return Number((BigInt(goods) * BigInt(Math.round(percent * 100))) / 10_000n);
}

/** What is taken off by hand of goods that come to so much. */
export function handOf(byHand: HandBody | undefined, goods: number): number {
  return byHand ? Math.min(byHand.amount ?? shareOf(goods, byHand.percent ?? 0), goods) : 0;
}

/** Takes off by hand where nobody can be asked what is left: up to the cashier's share of it. */
export function withHand(plain: Receipt, byHand: HandBody | undefined, club: Club): Receipt {
  if (!byHand) return plain;
  const goods = goodsOf(plain, plain.total);
  const amount = handOf(byHand, goods);
  const needsManager = !club.mayLet && amount > shareOf(goods, club.cashierDiscount);
  return {
    ...plain,
    discount: plain.discount + amount,
    payable: plain.payable - amount,
    byHand: { amount, reason: byHand.reason, needsManager },
  };
}

/** A discount that the cashier gives, and the word of a manager for it. */
export class ByHand {
  given = $state<HandBody | null>(null);
  open = $state(false);
  typed = $state('');
  isPercent = $state(false);
  reason = $state('');
  manager = $state('');
  pin = $state('');
  said = $state('');
  busy = $state(false);
  /** How much a manager let be taken off. */
  private most = $state(0);

  constructor(private readonly sale: Sale) {}

  get goods(): number {
    return goodsOf(this.sale.quote, this.sale.total);
  }

  /** What is typed comes to; null where it is no number. */
  get amount(): number | null {
    const text = latin(this.typed).replace(/[,\s]/g, '').replace('/', '.');
    if (!/^\d+(\.\d{1,2})?$/.test(text)) return null;
    const number = Number(text);
    if (this.isPercent) return number <= 100 ? shareOf(this.goods, number) : null;
    const amount = Math.round(number * (this.sale.club.writing.toman ? 10 : 1));
    return Number.isSafeInteger(amount) && amount <= this.goods ? amount : null;
  }

  /** What is typed is more than whoever stands here may give by himself. */
  get needsManager(): boolean {
    const { club, quote } = this.sale;
    if (club.mayLet || this.amount === null) return false;
    return this.amount > shareOf(this.goods, club.cashierDiscount) || this.belowMargin(quote);
  }

  /** What stands in the sale is more than his word and the manager's are good for. */
  get isMissingWord(): boolean {
    const hand = this.sale.quote?.byHand;
    return hand?.needsManager === true && !(this.given?.approval !== undefined && hand.amount <= this.most);
  }

  /** A part of a sale's body. */
  get part(): { byHand?: HandBody } {
    return this.given ? { byHand: { ...this.given } } : {};
  }

  start(): void {
    const { given } = this;
    this.isPercent = given?.percent !== undefined;
    this.typed = given ? String(given.percent ?? (given.amount ?? 0) / (this.sale.club.writing.toman ? 10 : 1)) : '';
    this.reason = given?.reason ?? '';
    this.manager = this.sale.managers?.people[0]?.user ?? '';
    this.pin = this.said = '';
    this.open = true;
  }

  leave(): void {
    this.open = false;
    this.pin = '';
  }

  /** Enter: it stands in the sale; null is said where nothing is wrong. */
  async give(say: (fa: string, en: string) => string): Promise<void> {
    if (this.busy) return;
    const { amount } = this;
    if (amount === null || amount === 0) {
      this.said = say(
        'مبلغ یا درصدی بنویسید که از بهای کالاها بیشتر نباشد.',
        'Write an amount or a share within the goods.',
      );
      return;
    }

    if (this.reason.trim() === '') {
      this.said = say('بنویسید چرا.', 'Say why.');
      return;
    }

    const percent = this.isPercent ? Number(latin(this.typed).replace('/', '.')) : undefined;
    const reason = this.reason.trim();
    if (!this.needsManager) return this.take({ ...(percent === undefined ? { amount } : { percent }), reason }, 0);
    this.busy = true;
    const word = await this.ask(amount);
    this.busy = false;
    this.pin = '';
    if (word?.kind === 'ok') this.take({ amount, reason, approval: word.value.approval }, amount);
    else if (word?.kind === 'refused') this.said = sentences(word.problem).join(' ');
    else {
      this.said = say(
        'برای این تخفیف رمز مدیر و شبکه لازم است.',
        'This discount needs a manager’s PIN and the network.',
      );
    }
  }

  /** It is not given any more. */
  drop(): void {
    this.clear();
    this.sale.changed();
  }

  /** The sale under which a manager gave his word is no more: he is asked again. */
  forgetWord(): void {
    if (this.given) delete this.given.approval;
    this.most = 0;
  }

  clear(): void {
    this.given = null;
    this.most = 0;
    this.leave();
  }

  private take(given: HandBody, most: number): void {
    this.given = given;
    this.most = most;
    this.leave();
    this.sale.changed();
  }

  /** The server found that the margin guard stands in the way of what is typed. */
  private belowMargin(quote: Receipt | null): boolean {
    return quote?.byHand?.needsManager === true && quote.byHand.amount <= (this.amount ?? 0);
  }

  private async ask(amount: number): Promise<Answer<{ approval: string }> | null> {
    const { managers, id } = this.sale;
    if (!managers?.online || id === '') return null;
    const { manager: user } = this;
    return managers.ask({ kind: 'discount', subject: id, user, pin: latin(this.pin), amount });
  }
}
