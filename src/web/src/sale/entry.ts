import { latin } from '../digits';

/** The most money one field may hold, in the smallest unit. */
export const MOST_MONEY = 1_000_000_000_000_000;

/** Where something typed at the till belongs. */
export type Entry =
  | { kind: 'empty' }
  | { kind: 'mobile'; mobile: string }
  | { kind: 'mobileUnfinished'; digits: number }
  | { kind: 'barcode'; sku: string }
  | { kind: 'amount'; quantity: number; unitPrice: number }
  | { kind: 'amountTooMuch' }
  | { kind: 'search'; text: string };

/**
 * Digits go where they should: 11 that start with 09 are a mobile, 13 a barcode, the rest an amount in the unit the
 * club shows («۳×۴۵۰۰۰» is three of it). Anything with letters is looked for among goods and members.
 */
export function route(typed: string, scale: number): Entry {
  const text = latin(typed).trim();
  if (text === '') return { kind: 'empty' };

  const bare = text.replace(/[\s,_()-]/g, '');
  const mobile = /^(?:\+98|0098|0)(9\d{0,9})$/.exec(bare);
  if (mobile) {
    const rest = mobile[1]!;
    return rest.length === 10
      ? { kind: 'mobile', mobile: '0' + rest }
      : { kind: 'mobileUnfinished', digits: 1 + rest.length };
  }

  if (/^\d{13}$/.test(bare)) return { kind: 'barcode', sku: bare };
  return amount(bare, scale) ?? { kind: 'search', text: typed.trim() };
}

function amount(bare: string, scale: number): Entry | null {
  const parts = /^(?:(\d{1,6}(?:\.\d{1,3})?)[*×xX])?(\d+(?:\.\d+)?)$/.exec(bare);
  if (!parts) return null;
  const quantity = parts[1] === undefined ? 1 : Number(parts[1]);
  const unitPrice = Number(parts[2]) * scale;
  if (!Number.isInteger(Math.round(unitPrice * 1000) / 1000) || quantity === 0) return null;
  const price = Math.round(unitPrice);
  if (price * quantity > MOST_MONEY) return { kind: 'amountTooMuch' };
  // A club does not sell for nothing by a slip of the finger.
  return price === 0 ? null : { kind: 'amount', quantity, unitPrice: price };
}

/** The amount of a line: unit price × quantity, rounded half up once, as the server rounds it. */
export function lineAmount(quantity: number, unitPrice: number): number {
  return Number((BigInt(Math.round(quantity * 1000)) * BigInt(unitPrice) + 500n) / 1000n);
}
