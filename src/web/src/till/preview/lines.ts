import type { Goods } from './plan';

/** A line of goods as offers see it. */
export interface Line {
  sku: string | null;
  group: string | null;
  brand: string | null;
  thousandths: bigint;
  amount: bigint;
}

export const HUNDRED = 10_000n;

export function covers(goods: Goods, line: Line): boolean {
  switch (goods.on) {
    case 'basket':
      return true;
    case 'group':
      return line.group !== null && goods.in.includes(line.group);
    case 'product':
      return line.sku !== null && goods.in.includes(line.sku);
    case 'brand':
      return line.brand !== null && goods.in.some(brand => same(brand, line.brand!));
  }
}

function same(one: string, other: string): boolean {
  return one.toUpperCase() === other.toUpperCase();
}

/** Whole pieces of a line. */
export function pieces(line: Line): bigint {
  return line.thousandths / 1000n;
}

/** What one piece is at original price, rounded down. */
export function pieceValue(line: Line): bigint {
  return line.thousandths === 0n ? 0n : (line.amount * 1000n) / line.thousandths;
}

/** What so many whole pieces of a line cost at original price, rounded down. */
export function worthOf(line: Line, count: bigint): bigint {
  return (line.amount * count * 1000n) / line.thousandths;
}

/** Thousandths of these goods in the basket. */
export function inBasket(goods: Goods, lines: Line[]): bigint {
  return sum(lines.map(line => (covers(goods, line) ? line.thousandths : 0n)));
}

export function wholePieces(goods: Goods, lines: Line[]): bigint {
  return sum(lines.map(line => (covers(goods, line) ? pieces(line) : 0n)));
}

/** Lines of whole pieces, the dearest first or the cheapest, of equal ones the earlier. */
export function byValue(goods: Goods, lines: Line[], cheapestFirst: boolean): number[] {
  return lines
    .flatMap((line, at) => (pieces(line) > 0n && covers(goods, line) ? [{ at, value: pieceValue(line) }] : []))
    .sort((a, b) => (a.value === b.value ? a.at - b.at : a.value < b.value === cheapestFirst ? -1 : 1))
    .map(({ at }) => at);
}

export function sum(amounts: bigint[]): bigint {
  return amounts.reduce((all, one) => all + one, 0n);
}

export function min(one: bigint, other: bigint): bigint {
  return one < other ? one : other;
}

export function max(one: bigint, other: bigint): bigint {
  return one > other ? one : other;
}

/** A percentage of an amount, rounded down. */
export function share(percent: number, of: bigint): bigint {
  return (of * BigInt(percent)) / HUNDRED;
}

/** Shares a total by weights: each rounded down, what is left one by one to the largest remainders. */
export function split(total: bigint, weights: bigint[]): bigint[] {
  const all = sum(weights);
  if (total === 0n || weights.length === 0) return weights.map(() => 0n);
  if (all === 0n) return weights.map((_, at) => (at === 0 ? total : 0n));
  const shares = weights.map(weight => (total * weight) / all);
  const left = Number(total - sum(shares));
  weights
    .map((weight, at) => ({ at, rest: (total * weight) % all }))
    .sort((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1))
    .slice(0, left)
    .forEach(({ at }) => (shares[at]! += 1n));
  return shares;
}
