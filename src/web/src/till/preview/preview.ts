import { Bench, SCALE, type Gift, type Given, type Written } from './bench';
import { choose } from './choose';
import { type Measure, type Sale, check } from './conditions';
import { near } from './effects';
import { type Line, sum } from './lines';
import type { Plan, PlanOffer, Standing } from './plan';

/** What a sale comes to as far as the till knows. */
export interface Preview {
  discount: bigint;
  lines: bigint[];
  /** Amounts by the unit's number. */
  earned: Map<number, bigint>;
  gifts: Gift[];
  /** What each effect of the applied offers gave, in the programme's order. */
  given: Given[];
  near: Near[];
}

/** An offer that the customer could still reach. */
export interface Near {
  place: number;
  missing: bigint;
  measure: Measure;
  over: boolean;
  /** The effect that more pieces would bring; null: its condition is not met. */
  effect: number | null;
}

/** What the till itself has given since the plan was told. */
export interface Since {
  /** Of an offer, in all. */
  uses(code: string): number;
  worth(code: string): number;
  /** Of an offer, to this member. */
  had(code: string): number;
}

export interface Asked {
  at: number;
  lines: Line[];
  paid: string[];
  member: Standing | null;
  /** What is taken by hand and paid by wallets, of what goods come to after the offers: it earns nothing. */
  less(goods: bigint): bigint;
  since: Since;
}

const MOST_NEAR = 3;
const NEAR_PIECES = 3_000n;

/** Works a sale out without Vafa. */
export function preview(plan: Plan, asked: Asked): Preview {
  const sale: Sale = {
    lines: asked.lines,
    goods: sum(asked.lines.map(line => line.amount)),
    paid: asked.paid,
    member: asked.member,
  };
  const bench = new Bench(plan, sale);
  const { candidates, missed } = judge(bench, asked);
  const chosen = choose(bench, candidates);
  const written: Written = { earned: new Map(), gifts: [], given: [] };
  const { lines, by } = bench.giveDiscounts(chosen, written);
  const discount = sum(lines);
  const paid = sale.goods - discount - asked.less(sale.goods - discount);
  bench.rules.give(paid, written.earned);
  const score = { value: 0n, off: 0n, credit: 0n, points: 0n, slack: 0n };
  chosen.forEach((place, at) => bench.earn(place, paid, by[at]!, score, written));
  for (const place of chosen) {
    if (!written.given.some(given => given.place === place)) written.given.push({ place, effect: 0, value: 0n });
  }

  const order = (place: number) => bench.offer(place).index;
  written.given.sort((a, b) => order(a.place) - order(b.place) || a.effect - b.effect);
  return { discount, lines, ...written, near: nearest(missed, sale, order) };
}

/** Which offers the sale has earned, in tie order, and which it could still reach. */
function judge(bench: Bench, asked: Asked): { candidates: number[]; missed: Near[] } {
  const candidates: number[] = [];
  const missed: Near[] = [];
  bench.plan.offers.forEach((offer, place) => {
    if (!isOn(offer, asked.at) || isClosed(offer, place, asked)) return;
    const verdict = check(offer.when, bench.sale);
    if (verdict.noMember) return;
    if (!verdict.holds) {
      if (verdict.missing > 0n) missed.push({ place, ...verdict, effect: null });
      return;
    }

    if (isUsedUp(offer, place, asked)) return;
    const { score, idle } = bench.evaluate([place]);
    if (idle[0]) {
      const effect = offer.give.findIndex(one => near(one, bench.sale) > 0n);
      if (effect < 0) return;
      const missing = near(offer.give[effect]!, bench.sale);
      missed.push({ place, missing, measure: 'quantity', over: false, effect });
    } else if (offer.budget === null || score.value <= SCALE * BigInt(offer.budget - asked.since.worth(offer.code))) {
      candidates.push(place);
    }
  });
  return { candidates, missed };
}

function isOn(offer: PlanOffer, at: number): boolean {
  return offer.open === null || offer.open.some(([from, to]) => from <= at && at < to);
}

/** Held back from this member, or for members only. */
function isClosed(offer: PlanOffer, place: number, { member }: Asked): boolean {
  return member ? member.isHeldOut || member.heldOut.includes(place) : offer.membersOnly;
}

function isUsedUp(offer: PlanOffer, place: number, { member, since }: Asked): boolean {
  if (offer.uses !== null && offer.uses - since.uses(offer.code) <= 0) return true;
  if (!member || offer.perMember === null) return false;
  const used = member.used.find(use => use.offer === place)?.times ?? 0;
  return used + since.had(offer.code) >= offer.perMember;
}

/** Money up to the worth of the basket again, or a few pieces; the nearest first. */
function nearest(missed: Near[], sale: Sale, order: (place: number) => number): Near[] {
  const within = ({ measure, missing }: Near) => missing <= (measure === 'money' ? sale.goods : NEAR_PIECES);
  const first = ({ measure }: Near) => (measure === 'money' ? 0 : 1);
  return missed
    .filter(within)
    .sort(
      (a, b) =>
        first(a) - first(b) ||
        (a.missing === b.missing ? order(a.place) - order(b.place) : a.missing < b.missing ? -1 : 1),
    )
    .slice(0, MOST_NEAR);
}
