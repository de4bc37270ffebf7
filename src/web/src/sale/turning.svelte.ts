import { newKey } from '../api';
import { latin } from '../digits';
import type { Turns, Wallet } from './contract';
import type { Counter } from './counter';
import type { Texts } from './texts';

/** What stands open: whose wallet, what it turns into, and the most that full steps take of it. */
interface Open {
  member: string;
  unit: string;
  into: Turns;
  most: number;
}

/** A unit that turns into another, turned by hand at the till in full steps. */
export class Turning {
  open = $state<Open | null>(null);
  /** In what is shown of the unit: toman, points. */
  typed = $state('');
  /** Why it was not done. */
  said = $state<string[]>([]);
  /** What was turned last. */
  done = $state('');
  busy = $state(false);
  /** What was sent and not answered, and its key. */
  private pending: { sent: string; key: string } | null = null;

  constructor(
    private readonly counter: Counter,
    private readonly texts: Texts,
    private readonly turned: (member: string) => Promise<void>,
  ) {}

  /** What a wallet turns into; null where it stays what it is or holds no full step. */
  of({ unit, balance }: Wallet): Turns | null {
    const into = this.counter.turn ? this.texts.into(unit) : null;
    return into && balance >= into.per ? into : null;
  }

  start(member: string, wallet: Wallet): void {
    const into = this.of(wallet);
    if (!into) return;
    const most = wallet.balance - (wallet.balance % into.per);
    this.open = { member, unit: wallet.unit, into, most };
    this.done = '';
    this.set(most);
  }

  leave(): void {
    this.open = null;
    this.said = [];
  }

  type(text: string): void {
    this.typed = text;
    this.said = [];
  }

  /** A full step more or less, within what there is. */
  step(by: 1 | -1): void {
    if (!this.open) return;
    const { per } = this.open.into;
    const steps = by > 0 ? Math.floor(this.amount / per) : Math.ceil(this.amount / per);
    this.set(Math.min(this.open.most, Math.max(per, (steps + by) * per)));
  }

  get amount(): number {
    const typed = Number(latin(this.typed).replace(/[^\d.]/g, ''));
    return this.open && Number.isFinite(typed) ? typed * this.texts.scaleOf(this.open.unit) : 0;
  }

  /** What it becomes; null where the amount is no full steps. */
  get becomes(): number | null {
    if (!this.open) return null;
    const { per, gives } = this.open.into;
    return this.amount > 0 && this.amount % per === 0 ? (this.amount / per) * gives : null;
  }

  /** Turns it. An answer that was lost is asked for with the same key, so nothing is turned twice. */
  async send(): Promise<void> {
    const { open, amount, becomes } = this;
    if (!open || this.busy || !this.counter.turn) return;
    if (becomes === null) {
      this.said = [this.texts.fullSteps(open.unit, open.into.per)];
      return;
    }

    this.busy = true;
    const body = JSON.stringify({ unit: open.unit, amount });
    if (this.pending?.sent !== open.member + body) this.pending = { sent: open.member + body, key: newKey() };
    const answer = await this.counter.turn(open.member, body, this.pending.key);
    if (answer.kind === 'ok' || answer.kind === 'refused') this.pending = null;
    if (answer.kind === 'ok') await this.turned(open.member);
    this.busy = false;
    if (this.open !== open) return;
    if (answer.kind === 'ok') {
      this.leave();
      this.done = this.texts.turned(open.unit, amount, open.into.to, becomes);
    } else if (answer.kind === 'refused') {
      this.said = this.texts.problem(answer.problem);
    } else this.said = [this.texts.turnUnsure];
  }

  private set(amount: number): void {
    this.type(this.open ? this.texts.typed(this.open.unit, amount) : '');
  }
}
