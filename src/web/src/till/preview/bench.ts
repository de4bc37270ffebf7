import type { Sale } from './conditions';
import { MOST, earns, promises, restOf, takeOff, takesOff, times } from './effects';
import { type Line, min, share, split, sum } from './lines';
import { Rules } from './rules';
import type { Earn, Effect, Off, Plan, PlanOffer } from './plan';

/** Worth is counted in ten-thousandths of the smallest money unit. */
export const SCALE = 10_000n;

/** What a combination of offers is worth to the customer. */
export interface Score {
  value: bigint;
  off: bigint;
  /** Worth of what is earned in units that may be spent, and in others. */
  credit: bigint;
  points: bigint;
  /** What `maxValue` takes from the value by rounding amounts to whole ones. */
  slack: bigint;
}

/** What one effect of an applied offer gave. */
export interface Given {
  place: number;
  effect: number;
  value: bigint;
}

export interface Gift {
  place: number;
  product: string;
  thousandths: bigint;
}

/** Where what was given is written down. */
export interface Written {
  earned: Map<number, bigint>;
  gifts: Gift[];
  given: Given[];
}

/** Works out what offers give in one sale: the same as Vafa does when the sale comes in. */
export class Bench {
  readonly rules: Rules;
  readonly lines: Line[];
  /** The most that may be taken off each line, and off all of them. */
  private readonly caps: bigint[];
  private readonly ceiling: bigint | null;
  private readonly rows = new Map<number, bigint[]>();

  constructor(
    readonly plan: Plan,
    readonly sale: Sale,
  ) {
    this.lines = sale.lines;
    this.rules = new Rules(plan, sale);
    this.caps = this.lines.map(line => share(plan.maxDiscount, line.amount));
    this.ceiling = plan.maxBasketDiscount === 10_000 ? null : share(plan.maxBasketDiscount, sale.goods);
  }

  offer(place: number): PlanOffer {
    return this.plan.offers[place]!;
  }

  /** Discounts in the order of the places, then what is earned of the rest; and which of the offers give nothing. */
  evaluate(places: number[]): { score: Score; idle: boolean[] } {
    const score: Score = { value: 0n, off: 0n, credit: 0n, points: 0n, slack: 0n };
    let left = this.caps;
    const given = places.map(place => {
      if (!this.offer(place).give.some(takesOff)) return 0n;
      const row = this.within(this.rowOf(place), left, score.off);
      const off = row.map((asked, at) => min(asked, left[at]!));
      left = left.map((open, at) => open - off[at]!);
      score.off += sum(off);
      return sum(off);
    });
    const paid = this.sale.goods - score.off;
    const idle = places.map((place, n) => !this.earn(place, paid, given[n]!, score, null) && given[n] === 0n);
    score.value += score.off * SCALE;
    return { score, idle };
  }

  /** Takes the discounts of the chosen off the lines, effect by effect. */
  giveDiscounts(places: number[], into: Written): { lines: bigint[]; by: bigint[] } {
    let left = this.caps;
    let off = 0n;
    const lines = this.lines.map(() => 0n);
    const by = places.map(place => {
      const { give, maxValue } = this.offer(place);
      let room = maxValue === null ? null : BigInt(maxValue);
      let all = 0n;
      give.forEach((effect, number) => {
        if (!takesOff(effect)) return;
        const asked = this.takeOff(effect, room);
        if (room !== null) room -= sum(asked);
        const row = this.within(asked, left, off).map((one, at) => min(one, left[at]!));
        left = left.map((open, at) => open - row[at]!);
        row.forEach((one, at) => (lines[at]! += one));
        off += sum(row);
        all += sum(row);
        if (sum(row) > 0n) into.given.push({ place, effect: number, value: sum(row) });
      });
      return all;
    });
    return { lines, by };
  }

  /** Goods handed over, promises and amounts earned; says whether there was anything. */
  earn(place: number, paid: bigint, discount: bigint, score: Score, into: Written | null): boolean {
    const { give, maxValue } = this.offer(place);
    const capped = maxValue !== null;
    let room = capped ? (BigInt(maxValue) - discount) * SCALE : null;
    let upper = room;
    let something = false;
    const whole = (all: bigint, cut: bigint) => {
      if (room === null || upper === null) return;
      const full = min(all, upper);
      score.slack += full - cut;
      [upper, room] = [upper - full, room - cut];
    };
    const one = (effect: Effect, number: number) => {
      if (promises(effect)) {
        if (this.lines.length === 0 || (effect.membersOnly && !this.sale.member)) return;
        const all = BigInt(effect.promise) * SCALE;
        const worth = room === null ? all : min(all, room);
        something = true;
        score.value += worth;
        note(into, place, number, worth);
        whole(all, worth);
      } else if (takesOff(effect) && effect.off === 'free') {
        const all = this.handOver(effect, null);
        const its = room === null ? all : all.worth * SCALE <= room ? all : this.handOver(effect, room);
        something ||= its.thousandths > 0n;
        score.value += its.worth * SCALE;
        if (into && its.thousandths > 0n) {
          into.gifts.push({ place, product: effect.product, thousandths: its.thousandths });
          note(into, place, number, its.worth * SCALE);
        }

        whole(all.worth * SCALE, its.worth * SCALE);
      } else if (earns(effect)) {
        const all = this.earned(effect, paid);
        if (all === 0n) return;
        const worthEach = BigInt(this.plan.units[effect.unit]!.worth);
        const fits = room === null || worthEach === 0n || all * worthEach <= room;
        const amount = fits ? all : room! / worthEach;
        something ||= amount > 0n;
        this.add(effect, amount, score);
        if (into && amount > 0n) {
          into.earned.set(effect.unit, (into.earned.get(effect.unit) ?? 0n) + amount);
          note(into, place, number, amount * worthEach);
        }

        whole(all * worthEach, amount * worthEach);
      }
    };
    // Behind a cap goods and promises go first, then amounts.
    const order = give.map((effect, number) => ({ effect, number }));
    const first = capped ? order.filter(({ effect }) => !earns(effect)) : order;
    for (const { effect, number } of first) one(effect, number);
    if (capped) for (const { effect, number } of order) if (earns(effect)) one(effect, number);
    return something;
  }

  /** The most an offer can add to any combination, in ten-thousandths. */
  reach(place: number, alone: Score): bigint {
    const { maxValue } = this.offer(place);
    return maxValue === null ? alone.value + alone.slack : BigInt(maxValue) * SCALE;
  }

  private add(effect: Earn, amount: bigint, score: Score): void {
    const { worth, maySpend } = this.plan.units[effect.unit]!;
    const its = amount * BigInt(worth);
    score.value += its;
    if (maySpend) score.credit += its;
    else score.points += its;
  }

  private earned(effect: Earn, paid: bigint): bigint {
    if (!this.sale.member || this.lines.length === 0) return 0n;
    switch (effect.earn) {
      case 'amount':
        return BigInt(effect.amount);
      case 'back': {
        const back = min(share(effect.percent, paid), MOST);
        return effect.max === null ? back : min(back, BigInt(effect.max));
      }

      case 'times':
        return min(
          (this.rules.bring(effect.unit, effect.rule ?? null, paid) * BigInt(effect.times - 100)) / 100n,
          MOST,
        );
    }
  }

  /** A free product that is handed over, within a room of worth; as many whole pieces as fit. */
  private handOver(effect: Off, room: bigint | null): { thousandths: bigint; worth: bigint } {
    const rest = this.lines.length === 0 ? 0n : restOf(effect, this.lines);
    const price = effect.off === 'free' ? BigInt(this.plan.prices[effect.product] ?? 0) : 0n;
    if (rest === 0n || price === 0n) return { thousandths: rest, worth: 0n };
    const worth = times(rest, price);
    if (room === null || worth * SCALE <= room) return { thousandths: rest, worth };
    const fits = (room / (price * SCALE)) * 1000n;
    return { thousandths: fits, worth: times(fits, price) };
  }

  /** What an offer takes off each line, all its effects together. */
  private rowOf(place: number): bigint[] {
    const known = this.rows.get(place);
    if (known) return known;
    const { give, maxValue } = this.offer(place);
    let room = maxValue === null ? null : BigInt(maxValue);
    let row = this.lines.map(() => 0n);
    for (const effect of give) {
      if (!takesOff(effect)) continue;
      const asked = this.takeOff(effect, room);
      if (room !== null) room -= sum(asked);
      row = row.map((off, at) => off + asked[at]!);
    }

    this.rows.set(place, row);
    return row;
  }

  private takeOff(effect: Off, room: bigint | null): bigint[] {
    const asked = takeOff(effect, this.sale);
    return room === null || sum(asked) <= room ? asked : split(room, asked);
  }

  /** What is asked of each line, cut to what lines and then the basket have left. */
  private within(asked: bigint[], left: bigint[], off: bigint): bigint[] {
    if (this.ceiling === null) return asked;
    const open = asked.map((one, at) => min(one, left[at]!));
    const room = this.ceiling - off;
    return sum(open) <= room ? asked : split(room, open);
  }
}

function note(into: Written | null, place: number, effect: number, worth: bigint): void {
  if (!into) return;
  const known = into.given.find(given => given.place === place && given.effect === effect);
  if (known) known.value += worth / SCALE;
  else into.given.push({ place, effect, value: worth / SCALE });
}
