import type { NotApplied, Receipt } from './contract';

/** Offers the customer can still reach, the nearest first: what a good cashier would mention. */
export function near(quote: Receipt): NotApplied[] {
  return (quote.said?.near ?? []).flatMap(code => quote.notApplied.find(offer => offer.offer === code) ?? []);
}
