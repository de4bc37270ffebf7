import { type HeldSale, heldOf, resume } from '../sale/held.svelte';
import type { Till } from '../sale/till.svelte';
import type { Store } from './store';

const HELD = 'held';

/** Sales put aside, the oldest first; kept on the device. */
export class Aside {
  held = $state.raw<HeldSale[]>([]);

  constructor(private readonly store: Store) {}

  async open(): Promise<void> {
    this.held = (await this.store.thing<HeldSale[]>(HELD)) ?? [];
  }

  /** Puts the sale at hand aside; the next customer need not wait. */
  async hold(till: Till | null): Promise<void> {
    if (!till || till.closed || till.lines.length === 0) return;
    const one = heldOf(till);
    till.next();
    await this.keep([...this.held, one]);
  }

  /** Goes on with the one that waits longest; a sale at hand takes its place. */
  async resume(till: Till | null): Promise<void> {
    const [first, ...others] = this.held;
    if (!till || till.closed || !first) return;
    const one = till.lines.length > 0 ? [heldOf(till)] : [];
    resume(till, first);
    await this.keep([...others, ...one]);
  }

  private async keep(held: HeldSale[]): Promise<void> {
    this.held = held;
    await this.store.setThing(HELD, held);
  }
}
