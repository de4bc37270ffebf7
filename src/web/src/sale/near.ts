import type { NotApplied, Receipt } from './contract';

const MOST = 3;
const PIECES = 3;
const VISITS = 2;

/** Offers the customer can still reach, the nearest kind first: what a good cashier would mention. */
export function near(quote: Receipt): NotApplied[] {
  const kinds = ['money', 'quantity', 'visits'];
  return quote.notApplied
    .filter(offer => isNear(offer, quote.total))
    .sort((a, b) => kinds.indexOf(a.measure!) - kinds.indexOf(b.measure!) || a.missing! - b.missing!)
    .slice(0, MOST);
}

/** Money up to the worth of the basket again, a few pieces, a visit or two; days and wallets are no talk of a till. */
function isNear({ missing, measure }: NotApplied, total: number): boolean {
  if (missing == null) return false;
  if (measure === 'money') return missing <= total;
  return (measure === 'quantity' && missing <= PIECES) || (measure === 'visits' && missing <= VISITS);
}
