import type { HandBody } from './byhand.svelte';
import type { Line, Member } from './contract';
import type { Till } from './till.svelte';

/** A sale put aside. */
export interface HeldSale {
  lines: Line[];
  member: Member | null;
  joining: boolean;
  wants: Record<string, number | 'all'>;
  extras: { codes: string[]; method: string | null; cash: number | null; choices: Record<string, string> };
  /** Without the word of a manager, which was for the sale as it stood. */
  byHand?: HandBody | null;
}

/** The sale as it stands, to be gone on with later. */
export function heldOf(till: Till): HeldSale {
  const { codes, method, cash, choices } = till.extras;
  return $state.snapshot({
    lines: till.lines,
    member: till.member,
    joining: till.customer.joining,
    wants: till.quotes.wants,
    extras: { codes, method, cash, choices },
    byHand: till.byHand.given,
  }) as HeldSale;
}

/** Goes on with a sale that was held. */
export function resume(till: Till, held: HeldSale): void {
  till.next();
  till.lines = held.lines;
  till.customer.take(held.member);
  till.customer.joining = held.joining;
  till.quotes.wants = held.wants;
  Object.assign(till.extras, held.extras);
  till.byHand.given = held.byHand ?? null;
  till.byHand.forgetWord();
  till.changed();
}
