import type { Place } from './contract';

const NAME = 'vafa.sale.place';

/** Where this device stands, said once and remembered by the browser; nobody is asked where there is one place only. */
export class Standing {
  chosen = $state<Place | null>(null);

  constructor(readonly all: Place[]) {
    this.chosen = all.length === 1 ? all[0]! : (all.find(place => keyOf(place) === kept()) ?? null);
  }

  get mustChoose(): boolean {
    return this.all.length > 1 && this.chosen === null;
  }

  /** What a sale says of it. */
  get said(): { branch?: string; till?: string } {
    if (!this.chosen) return {};
    const { branch, till } = this.chosen;
    return till === undefined ? { branch } : { branch, till };
  }

  choose(place: Place | null): void {
    this.chosen = place;
    if (place) globalThis.localStorage?.setItem(NAME, keyOf(place));
    else globalThis.localStorage?.removeItem(NAME);
  }
}

function keyOf({ branch, till }: Place): string {
  return JSON.stringify([branch, till ?? null]);
}

function kept(): string | null {
  return globalThis.localStorage?.getItem(NAME) ?? null;
}
