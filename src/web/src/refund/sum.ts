/** A line of a sale as the page tells it: quantities in thousandths, money in the smallest unit. */
export interface Sold {
  quantity: bigint;
  back: bigint;
  paid: bigint;
  spent: bigint;
}

/** What of a line goes back. Shares are of the line as it was sold, rounded down, as the server does. */
export function partOf(line: Sold, quantity: bigint): { money: bigint; spent: bigint } {
  if (line.quantity === 0n) return { money: line.paid, spent: line.spent };
  const share = (value: bigint, back: bigint) => (value * back) / line.quantity;
  const after = line.back + quantity;
  return {
    money: share(line.paid, after) - share(line.paid, line.back),
    spent: share(line.spent, after) - share(line.spent, line.back),
  };
}

/** A typed quantity in thousandths; null when it is none, or more than is left. */
export function thousandths(typed: { whole: string; fraction: string; sign: string }, left: bigint): bigint | null {
  if (typed.sign === '-' || typed.fraction.length > 3) return null;
  const asked = BigInt(typed.whole + typed.fraction.padEnd(3, '0'));
  return asked > 0n && asked <= left ? asked : null;
}
