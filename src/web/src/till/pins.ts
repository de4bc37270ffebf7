import type { Cashier, CashierTile } from './contract';

/** What a device keeps of a PIN that was right: enough to know it again here, and nowhere else. */
interface Verifier {
  cashier: Cashier;
  salt: Uint8Array<ArrayBuffer>;
  mark: Uint8Array<ArrayBuffer>;
  /** When the server found it right last. */
  at: number;
  /** Wrong ones since then. */
  wrong: number;
}

/** The disk of the device. */
export interface PinStore {
  thing<T>(name: string): Promise<T | undefined>;
  setThing(name: string, value: unknown): Promise<void>;
}

export type Offline =
  | { kind: 'right'; cashier: Cashier }
  | { kind: 'wrong'; left: number }
  /** Too many wrong ones: only the server says whether the next is right. */
  | { kind: 'locked' }
  /** He did not stand here lately, or the browser has no keys. */
  | { kind: 'unknown' };

const KEY = 'pin-key';
const PINS = 'pins';
const ROUNDS = 310_000;
/** Tries without the server. */
export const TRIES = 5;
/** Days after which whoever was not here has to be asked for by the server. */
const LATELY = 7 * 86_400_000;

/**
 * Who may take his place at this device while nobody can be asked. A PIN is short, so what is kept of it is bound to a
 * key that cannot leave this browser, and few tries are counted on the disk before each is looked at.
 */
export class Pins {
  constructor(
    private readonly store: PinStore,
    private readonly now: () => number = Date.now,
    private readonly rounds = ROUNDS,
  ) {}

  /** The server found it right. */
  async learn(cashier: Cashier, pin: string): Promise<void> {
    if (!globalThis.crypto?.subtle) return;
    const salt = crypto.getRandomValues(new Uint8Array(16));
    const mark = await this.mark(pin, salt);
    const all = await this.all();
    all[cashier.user] = { cashier, salt, mark, at: this.now(), wrong: 0 };
    await this.store.setThing(PINS, all);
  }

  /** The server found it wrong, or somebody chose another one. */
  async forget(user: string): Promise<void> {
    const all = await this.all();
    delete all[user];
    await this.store.setThing(PINS, all);
  }

  /** Whoever may not stand here any more, or whose PIN was taken away, is forgotten. */
  async keepOnly(tiles: readonly CashierTile[]): Promise<void> {
    const all = await this.all();
    const may = new Set(tiles.filter(tile => tile.hasPin).map(tile => tile.user));
    const kept = Object.entries(all).filter(([user]) => may.has(user));
    if (kept.length < Object.keys(all).length) await this.store.setThing(PINS, Object.fromEntries(kept));
  }

  /** Whether it is his, without the server. */
  async check(user: string, pin: string): Promise<Offline> {
    const all = await this.all();
    const known = all[user];
    if (!known || !globalThis.crypto?.subtle || this.now() - known.at > LATELY) return { kind: 'unknown' };
    if (known.wrong >= TRIES) return { kind: 'locked' };
    known.wrong++;
    await this.store.setThing(PINS, all);
    if (!same(await this.mark(pin, known.salt), known.mark)) {
      return known.wrong >= TRIES ? { kind: 'locked' } : { kind: 'wrong', left: TRIES - known.wrong };
    }

    known.wrong = 0;
    await this.store.setThing(PINS, all);
    return { kind: 'right', cashier: known.cashier };
  }

  private async all(): Promise<Record<string, Verifier>> {
    return (await this.store.thing<Record<string, Verifier>>(PINS)) ?? {};
  }

  /** Slow to guess, and worth nothing without this browser's key. */
  private async mark(pin: string, salt: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
    const typed = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits']);
    const way = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: this.rounds };
    const slow = await crypto.subtle.deriveBits(way, typed, 256);
    return new Uint8Array(await crypto.subtle.sign('HMAC', await this.key(), slow));
  }

  private async key(): Promise<CryptoKey> {
    const kept = await this.store.thing<CryptoKey>(KEY);
    if (kept) return kept;
    const made = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    await this.store.setThing(KEY, made);
    return made;
  }
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
