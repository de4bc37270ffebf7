import { type Sale, stamps } from './conditions';
import {
  type Line,
  byValue,
  covers,
  max,
  min,
  pieceValue,
  pieces,
  share,
  split,
  sum,
  wholePieces,
  worthOf,
} from './lines';
import type { Effect, Earn, Goods, Off, Vow } from './plan';

/** No single cause brings more than this of a unit in one sale. */
export const MOST = 1_000_000_000_000_000n;

export function takesOff(effect: Effect): effect is Off {
  return 'off' in effect;
}

export function earns(effect: Effect): effect is Earn {
  return 'earn' in effect;
}

export function promises(effect: Effect): effect is Vow {
  return 'promise' in effect;
}

/** What an effect takes off each line, before other offers and ceilings cut it. */
export function takeOff(effect: Off, sale: Sale): bigint[] {
  const { lines } = sale;
  switch (effect.off) {
    case 'percent': {
      const least = effect.lineOf === null ? 0n : BigInt(effect.lineOf);
      const weights = lines.map(l => (covers(effect.goods, l) && l.thousandths >= least ? l.amount : 0n));
      const off = share(effect.percent, sum(weights));
      return split(effect.max === null ? off : min(off, BigInt(effect.max)), weights);
    }

    case 'amount':
      return amountOff(effect.amount, effect.goods, effect.each, lines);
    case 'price':
      return priceOff(effect.price, effect.goods, effect.quantity, lines);
    case 'item': {
      const enough = wholePieces(effect.goods, lines) > BigInt(effect.pieces);
      const runs = byValue(effect.goods, lines, effect.cheapest);
      return percentOf(effect.percent, worths(runs, enough ? BigInt(effect.pieces) : 0n, lines));
    }

    case 'step':
      return percentOf(effect.percent, steps(effect.every, effect.times, effect.goods, lines));
    case 'stamps': {
      const filled = sale.member ? stamps(effect.goods, effect.every, effect.bought, sale).filled : 0n;
      return percentOf(effect.percent, worths(byValue(effect.goods, lines, true), filled, lines));
    }

    case 'free':
      return freeOff(effect.product, effect.quantity, lines);
    case 'nothing':
      return lines.map(() => 0n);
  }
}

/** Thousandths of a piece that would bring it; 0 where that says nothing. */
export function near(effect: Effect, sale: Sale): bigint {
  if (!takesOff(effect)) return 0n;
  switch (effect.off) {
    case 'item':
      return lacking(BigInt(effect.pieces) + 1n, effect.goods, sale);
    case 'step':
      return lacking(BigInt(effect.every), effect.goods, sale);
    case 'stamps':
      return sale.member ? stamps(effect.goods, effect.every, effect.bought, sale).missing : 0n;
    default:
      return 0n;
  }
}

/** Thousandths of a free product that does not stand in the basket. */
export function restOf(effect: Off, lines: Line[]): bigint {
  if (effect.off !== 'free') return 0n;
  const there = sum(lines.map(line => (line.sku === effect.product ? line.thousandths : 0n)));
  return max(0n, BigInt(effect.quantity) - there);
}

function amountOff(amount: number, goods: Goods, each: 'sale' | 'line' | 'piece', lines: Line[]): bigint[] {
  const weights = lines.map(line => (covers(goods, line) ? line.amount : 0n));
  if (each === 'sale') return split(min(BigInt(amount), sum(weights)), weights);
  return lines.map((line, at) => min(BigInt(amount) * (each === 'line' ? 1n : pieces(line)), weights[at]!));
}

/** These goods at one price, the dearest first; what costs less is left alone. */
function priceOff(price: number, goods: Goods, quantity: number | null, lines: Line[]): bigint[] {
  const shares = lines.map(() => 0n);
  let left = quantity === null ? null : BigInt(quantity);
  const dear = lines
    .flatMap((line, at) => (covers(goods, line) && pieceValue(line) > BigInt(price) ? [at] : []))
    .sort((a, b) => {
      const [one, other] = [pieceValue(lines[a]!), pieceValue(lines[b]!)];
      return one === other ? a - b : one > other ? -1 : 1;
    });
  for (const at of dear) {
    if (left === 0n) break;
    const line = lines[at]!;
    const taken: bigint = left === null ? line.thousandths : min(left, line.thousandths);
    shares[at] = max(0n, (line.amount * taken) / line.thousandths - times(taken, BigInt(price)));
    if (left !== null) left -= taken;
  }

  return shares;
}

/** Unit price × quantity, rounded half up once. */
export function times(thousandths: bigint, price: bigint): bigint {
  return (price * thousandths + 500n) / 1000n;
}

function freeOff(product: string, quantity: number, lines: Line[]): bigint[] {
  let left = BigInt(quantity);
  return lines.map(line => {
    if (left === 0n || line.sku !== product || line.thousandths === 0n) return 0n;
    const taken = min(left, line.thousandths);
    left -= taken;
    return (line.amount * taken) / line.thousandths;
  });
}

/** What the first so many pieces of these runs cost, by line. */
function worths(runs: number[], count: bigint, lines: Line[]): bigint[] {
  const found = lines.map(() => 0n);
  let left = count;
  for (const at of runs) {
    if (left <= 0n) break;
    const taken = min(left, pieces(lines[at]!));
    found[at] = worthOf(lines[at]!, taken);
    left -= taken;
  }

  return found;
}

/** Of every so many pieces, the dearest first, the cheapest: what they cost, by line. */
function steps(every: number, most: number | null, goods: Goods, lines: Line[]): bigint[] {
  const found = lines.map(() => 0n);
  let [seen, left] = [0n, most === null ? null : BigInt(most)];
  for (const at of byValue(goods, lines, false)) {
    if (left === 0n) break;
    const count = pieces(lines[at]!);
    const full: bigint = (seen + count) / BigInt(every) - seen / BigInt(every);
    const taken: bigint = left === null ? full : min(left, full);
    seen += count;
    if (left !== null) left -= taken;
    found[at] = worthOf(lines[at]!, taken);
  }

  return found;
}

function percentOf(percent: number, of: bigint[]): bigint[] {
  return split(share(percent, sum(of)), of);
}

function lacking(count: bigint, goods: Goods, sale: Sale): bigint {
  return max(0n, count - wholePieces(goods, sale.lines)) * 1000n;
}
