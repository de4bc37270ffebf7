import { type Line, covers, inBasket, sum, wholePieces } from './lines';
import type { Condition, Goods, Standing } from './plan';

/** The sale as conditions and effects see it. */
export interface Sale {
  lines: Line[];
  /** All lines at original price. */
  goods: bigint;
  paid: string[];
  /** Null for a guest. */
  member: Standing | null;
}

export type Measure = 'money' | 'quantity';

/** Yes, or no with what is missing. */
export interface Verdict {
  holds: boolean;
  missing: bigint;
  measure: Measure;
  /** More than this, and not only as much, is asked for. */
  over: boolean;
  /** It failed because the sale has no member: that stays a "no" under `not`. */
  noMember: boolean;
}

const YES = verdict({ holds: true });
const NO = verdict({});
const NO_MEMBER = verdict({ noMember: true });

export function check(when: Condition | null, sale: Sale): Verdict {
  if (when === null) return YES;
  if ('all' in when) return all(when.all, sale);
  if ('any' in when) return any(when.any, sale);
  if ('not' in when) {
    const inner = check(when.not, sale);
    return inner.holds ? NO : inner.noMember ? NO_MEMBER : YES;
  }

  if ('is' in when) return when.is ? YES : NO;
  if ('asked' in when) return sale.member ? said(sale.member.answers[when.asked] === '1') : NO_MEMBER;
  if ('total' in when) return atLeast(sale.goods, BigInt(when.total), 'money', when.over);
  if ('pieces' in when) return atLeast(sum(sale.lines.map(l => l.thousandths)), BigInt(when.pieces), 'quantity');
  if ('paid' in when) return said(when.paid.some(method => sale.paid.includes(method)));
  if ('first' in when) return first(when.first, when.goods, sale);
  if ('nth' in when) {
    if (!sale.member) return NO_MEMBER;
    return short(stamps(when.goods, when.every, when.nth, sale).missing, 'quantity');
  }

  return anyOf(when.goods, when.quantity, when.amount, sale);
}

/** How many cards a sale fills, and thousandths of pieces that are missing to one. */
export function stamps(goods: Goods, every: number, bought: number, sale: Sale): { filled: bigint; missing: bigint } {
  const each = BigInt(every);
  const before = BigInt(sale.member?.bought[bought] ?? 0) / 1000n;
  const after = before + wholePieces(goods, sale.lines);
  const filled = after / each - before / each;
  return { filled, missing: filled > 0n ? 0n : (each - (after % each)) * 1000n };
}

/** One that buying more cannot mend is named first. */
function all(parts: Condition[], sale: Sale): Verdict {
  let first = YES;
  for (const part of parts) {
    const its = check(part, sale);
    if (its.holds) continue;
    if (its.missing === 0n) return its;
    if (first.holds) first = its;
  }

  return first;
}

function any(parts: Condition[], sale: Sale): Verdict {
  let nearest = NO;
  let noMember = true;
  for (const part of parts) {
    const its = check(part, sale);
    if (its.holds) return YES;
    noMember &&= its.noMember;
    if (nearest.missing === 0n && its.missing !== 0n) nearest = its;
  }

  return noMember ? NO_MEMBER : nearest;
}

function first(bought: number, goods: Goods, sale: Sale): Verdict {
  if (!sale.member) return NO_MEMBER;
  return said(inBasket(goods, sale.lines) > 0n && (sale.member.bought[bought] ?? 0) <= 0);
}

function anyOf(goods: Goods, quantity: number | null, amount: number | null, sale: Sale): Verdict {
  const some = sale.lines.filter(line => covers(goods, line));
  const pieces = sum(some.map(line => line.thousandths));
  if (quantity !== null && pieces < BigInt(quantity)) return short(BigInt(quantity) - pieces, 'quantity');
  const money = sum(some.map(line => line.amount));
  return amount !== null && money < BigInt(amount) ? short(BigInt(amount) - money, 'money') : said(some.length > 0);
}

function atLeast(number: bigint, least: bigint, measure: Measure, over = false): Verdict {
  return number >= least ? YES : short(least - number, measure, over);
}

function short(missing: bigint, measure: Measure, over = false): Verdict {
  return missing === 0n ? YES : verdict({ missing, measure, over });
}

function said(holds: boolean): Verdict {
  return holds ? YES : NO;
}

function verdict(its: Partial<Verdict>): Verdict {
  return { holds: false, missing: 0n, measure: 'money', over: false, noMember: false, ...its };
}
