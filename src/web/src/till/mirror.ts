import type { Club, Receipt } from '../sale/contract';
import type { Till } from '../sale/till.svelte';
import type { QrCode } from './contract';

/** What a second screen shows the customer. */
export interface Shown {
  clubName: string;
  club: Club;
  /** Nothing at hand, a sale, or one that is done. */
  step: 'idle' | 'sale' | 'done';
  name: string | null;
  tiers: string[];
  way: { message: string; percent: number } | null;
  receipt: Receipt | null;
  /** It is worked out without Vafa: what is earned is not known yet. */
  offline: boolean;
}

/** What whoever is no member yet may join by, until a moment of this device's clock. */
export interface Invitation {
  code: QrCode;
  until: number;
}

/** All that goes to the second screen. */
export type Mirrored = Shown & { join: Invitation | null };

const CHANNEL = 'vafa-till-customer';
const HELLO = 'hello';

/** The till's side: says what stands on the second screen, also to one that is opened later. */
export class Mirror {
  private readonly channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(CHANNEL) : null;
  private last: Mirrored | null = null;
  private join: Invitation | null = null;

  constructor() {
    this.channel?.addEventListener('message', event => {
      if (event.data === HELLO && this.last) this.channel?.postMessage(this.last);
    });
  }

  show(shown: Shown): void {
    this.last = { ...shown, join: this.join };
    this.channel?.postMessage(this.last);
  }

  /** Another code to join by, or none any more. */
  invite(join: Invitation | null): void {
    this.join = join;
    if (this.last) this.show(this.last);
  }
}

/** The second screen's side. */
export function watch(changed: (shown: Mirrored) => void): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', event => {
    if (event.data !== HELLO) changed(event.data as Mirrored);
  });
  channel.postMessage(HELLO);
}

/** What the customer may see of a sale: nothing that he has not said himself, and no number of his. */
export function shownOf(till: Till, clubName: string): Omit<Shown, 'club'> {
  const { member, customer, texts } = till;
  const done = till.step === 'done';
  const receipt = done ? till.receipt : till.lines.length > 0 ? till.quotes.latest : null;
  const [way] = (customer.ways ?? []).flatMap(one =>
    one.message ? [{ message: one.message, percent: one.standing.percent ?? 0 }] : [],
  );
  return {
    clubName,
    step: done ? 'done' : member || till.lines.length > 0 ? 'sale' : 'idle',
    name: member && !member.unasked ? (member.firstName ?? texts.name(member)) : null,
    tiers: (member?.tiers ?? []).flatMap(({ tier }) => (tier ? [till.club.tiers[tier] ?? tier] : [])),
    way: way ?? null,
    receipt,
    offline: receipt?.offline === true,
  };
}
