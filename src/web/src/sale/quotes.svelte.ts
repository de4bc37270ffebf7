import type { Answer, Problem } from '../api';
import type { HandBody } from './byhand.svelte';
import type { Line, Receipt } from './contract';
import type { Counter } from './counter';

const QUOTE_AFTER = 40;
const TRY_AGAIN_AFTER = 3000;

/** A purchase body as the API takes it. */
export interface Body {
  member?: { id: string } | { mobile: string };
  branch?: string;
  till?: string;
  cashier?: string;
  lines: Line[];
  spend?: { unit: string; amount: number }[];
  codes?: string[];
  payments?: { method: string; amount: number }[];
  choices?: { offer: string; product: string }[];
  byHand?: HandBody;
  /** What of it may be taken of what was set apart for this till. */
  allowances?: { id: string; amount: number }[];
}

/**
 * What the sale would come to, asked anew after every change. A newer question drops the older one, so an answer is
 * always about the basket that is seen.
 */
export class Quotes {
  latest = $state<Receipt | null>(null);
  busy = $state(false);
  offline = $state(false);
  /** Of each unit: how much of it the member pays with, or all that may be spent. */
  wants = $state<Record<string, number | 'all'>>({});

  /** What may be spent of each unit, as last heard. */
  private readonly most = new Map<string, number>();
  private asked: AbortController | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly counter: Counter,
    private readonly basket: () => Body,
    private readonly refused: (problem: Problem) => void,
  ) {}

  /** The body to send: the basket with what is spent now. */
  get body(): Body {
    const spend = Object.entries(this.wants)
      .map(([unit, want]) => ({ unit, amount: want === 'all' ? (this.most.get(unit) ?? 0) : want }))
      .filter(one => one.amount > 0);
    return spend.length > 0 ? { ...this.basket(), spend } : this.basket();
  }

  /** The sale changed. */
  ask(): void {
    this.drop();
    if (this.basket().lines.length === 0) {
      this.latest = null;
      return;
    }

    this.busy = true;
    this.timer = setTimeout(() => void this.run(), QUOTE_AFTER);
  }

  /** Forgets everything: another sale. */
  clear(): void {
    this.drop();
    this.latest = null;
    this.wants = {};
    this.most.clear();
  }

  private drop(): void {
    this.asked?.abort();
    clearTimeout(this.timer);
    this.busy = false;
    this.offline = false;
  }

  private async run(): Promise<void> {
    const asked = (this.asked = new AbortController());
    const answer = await this.within(asked.signal);
    if (asked.signal.aborted) return;
    this.offline = answer.kind === 'lost';
    if (answer.kind === 'lost') {
      this.timer = setTimeout(() => void this.run(), TRY_AGAIN_AFTER);
      return;
    }

    this.busy = false;
    this.latest = answer.kind === 'ok' ? answer.value : null;
    if (answer.kind === 'refused') this.refused(answer.problem);
  }

  /** Asks, and holds what the member wants to spend to what he may. */
  private async within(signal: AbortSignal): Promise<Answer<Receipt>> {
    let answer = await this.post(this.body, signal);
    if (Object.keys(this.wants).length === 0) return answer;
    if (answer.kind === 'refused') {
      // More was asked than may be spent: learn how much may be.
      const free = await this.post(this.basket(), signal);
      if (free.kind === 'ok' && this.hold(free.value)) answer = await this.post(this.body, signal);
    } else if (answer.kind === 'ok' && this.hold(answer.value)) {
      answer = await this.post(this.body, signal);
    }

    return answer;
  }

  private post(body: Body, signal: AbortSignal): Promise<Answer<Receipt>> {
    return this.counter.quote(body, signal);
  }

  /** Says whether holding to the limits changes what is asked. */
  private hold(quote: Receipt): boolean {
    const before = JSON.stringify(this.body.spend);
    const limits = new Map((quote.maySpend ?? []).map(limit => [limit.unit, limit.amount]));
    for (const [unit, want] of Object.entries(this.wants)) {
      const limit = limits.get(unit) ?? 0;
      this.most.set(unit, limit);
      if (want !== 'all' && want > limit) this.wants[unit] = limit;
    }

    return JSON.stringify(this.body.spend) !== before;
  }
}
