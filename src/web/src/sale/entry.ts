import { latin } from '../digits';

/** The most money one field may hold, in the smallest unit. */
export const MOST_MONEY = 1_000_000_000_000_000;

/** Where something typed at the till belongs. */
export type Entry =
  | { kind: 'empty' }
  | { kind: 'mobile'; mobile: string }
  | { kind: 'mobileUnfinished'; digits: number }
  /** A card, or the last digits of a mobile: somebody who has to be found. */
  | { kind: 'who'; typed: string }
  | { kind: 'barcode'; sku: string }
  | { kind: 'amount'; quantity: number; unitPrice: number }
  | { kind: 'amountTooMuch' }
  | { kind: 'search'; text: string };

/**
 * Digits go where they should: 11 that start with 09 are a mobile, 13 a barcode, the rest an amount in the unit the
 * club shows («۳×۴۵۰۰۰» is three of it). Ten digits with the right check digit are a member's card, and «*۴۵۶۷» is the
 * member whose mobile ends so. Anything with letters is looked for among goods and members.
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

  if (isCard(bare)) return { kind: 'who', typed: bare };
  const ending = /^[*×](\d{4,9})$/.exec(bare);
  if (ending) return { kind: 'who', typed: ending[1]! };
  if (/^\d{13}$/.test(bare)) return { kind: 'barcode', sku: bare };
  return amount(bare, scale) ?? { kind: 'search', text: typed.trim() };
}

/** Ten digits that begin with 1 to 8 and pass Luhn's check: nobody sells for a thousand million by chance. */
function isCard(bare: string): boolean {
  if (!/^[1-8]\d{9}$/.test(bare)) return false;
  const sum = [...bare].reverse().reduce((all, digit, at) => {
    const twice = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return all + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return sum % 10 === 0;
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
