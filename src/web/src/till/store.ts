/**
 * What a till keeps: IndexedDB, because it is the only place that says when something is on the disk. Sales and what
 * became of them are only ever added to.
 */
import type { Product, Receipt } from '../sale/contract';
import type { Joining } from '../sale/counter';
import { type Allowance, type Claim, adopt, moved } from './allowance';

/** A sale as it was agreed at this till; never changed. */
export interface KeptSale {
  /** Its id at the server, too. */
  id: string;
  /** The number on the receipt. */
  number: string;
  at: string;
  /** The same by this device's own clock, which may be off. */
  keptAt: number;
  cashier: string;
  /** The body that is sent, as it was agreed. */
  body: string;
  /** What the customer was shown. */
  shown: Receipt;
  /** For whom, in words. */
  member: string | null;
  /** He joins first, if he has not yet. */
  joins: Joining | null;
  /** What it takes of what was set apart for this device. */
  claims?: Claim[];
}

/** What became of a sale; the last word counts. */
export type Fate =
  /** It is in the books. */
  | { kind: 'recorded'; receipt: Receipt }
  /** Nothing was written, and the cashier was told so before anything was handed over. */
  | { kind: 'withdrawn' }
  /** Handed over without an answer: it is a fact, and this is how it is told to the server. */
  | { kind: 'concluded'; body: string }
  /** The server does not take it; somebody has to look. */
  | { kind: 'refused'; says: string };

export type Fact = Fate & { sale: string; at: string };

/** A sale with its last word; null while nobody knows. */
export interface Known {
  sale: KeptSale;
  fate: Fate | null;
}

const NAME = 'vafa-till';
const SALES = 'sale';
const FACTS = 'fact';
const THINGS = 'thing';
const PRODUCTS = 'product';
const APART = 'apart';

/** How many settled sales stay for reading and printing again. */
const KEPT = 300;

export class Store {
  private constructor(private readonly db: IDBDatabase) {}

  static async open(name = NAME): Promise<Store> {
    const asked = indexedDB.open(name, 2);
    asked.onupgradeneeded = ({ oldVersion }) => {
      const db = asked.result;
      if (oldVersion < 1) {
        db.createObjectStore(SALES, { keyPath: 'id' }).createIndex('at', 'at');
        db.createObjectStore(FACTS, { autoIncrement: true }).createIndex('sale', 'sale');
        db.createObjectStore(THINGS);
      }

      if (oldVersion < 2) db.createObjectStore(PRODUCTS, { keyPath: 'sku' });
    };
    const db = await done(asked);
    // Another tab brings a newer store: let it.
    db.onversionchange = () => db.close();
    return new Store(db);
  }

  /**
   * Keeps a sale under the next number of this device. It has been on the disk before this is done; a sale that was
   * kept before is left as it is. What it claims of what was set apart is taken in the same transaction; null: another
   * tab was faster, and nothing is kept.
   */
  async keep<T extends KeptSale | null>(
    device: number,
    sale: (number: string, allowances: Allowance[]) => T,
  ): Promise<T> {
    const tx = this.write(SALES, THINGS);
    const things = tx.objectStore(THINGS);
    const last = (await done(things.get('last') as IDBRequest<number | undefined>)) ?? 0;
    const allowances = await apartIn(things);
    const kept = sale(`${device}-${String(last + 1).padStart(4, '0')}`, allowances);
    if (kept) {
      things.put(last + 1, 'last');
      if (kept.claims?.length) things.put(moved(allowances, kept.claims, 1), APART);
      tx.objectStore(SALES).add(kept);
    }

    await committed(tx);
    return kept;
  }

  /** Adds what became of a sale; on the disk before this is done. One that was withdrawn gives back what it claimed. */
  async tell(sale: string, fate: Fate): Promise<void> {
    const tx = this.write(FACTS, SALES, THINGS);
    const facts = tx.objectStore(FACTS);
    if (fate.kind === 'withdrawn') {
      const kept = await done(tx.objectStore(SALES).get(sale) as IDBRequest<KeptSale | undefined>);
      const told = await done(facts.index('sale').getAll(sale) as IDBRequest<Fact[]>);
      const things = tx.objectStore(THINGS);
      if (kept?.claims && !told.some(one => one.kind === 'withdrawn')) {
        things.put(moved(await apartIn(things), kept.claims, -1), APART);
      }
    }

    facts.add({ ...fate, sale, at: new Date().toISOString() } satisfies Fact);
    await committed(tx);
  }

  /** What was set apart for this device. */
  allowances(): Promise<Allowance[]> {
    return apartIn(this.db.transaction(THINGS).objectStore(THINGS));
  }

  /** Keeps what the server has set apart for a member. */
  async adopt(told: Parameters<typeof adopt>[1], now: Date): Promise<void> {
    const tx = this.write(FACTS, SALES, THINGS);
    const things = tx.objectStore(THINGS);
    const [sales, facts] = await Promise.all([
      done(tx.objectStore(SALES).getAll() as IDBRequest<KeptSale[]>),
      done(tx.objectStore(FACTS).getAll() as IDBRequest<Fact[]>),
    ]);
    const settled = new Set(facts.filter(f => f.kind !== 'concluded').map(f => f.sale));
    const open = sales.filter(sale => !settled.has(sale.id)).flatMap(sale => sale.claims ?? []);
    things.put(adopt(await apartIn(things), told, open, now), APART);
    await committed(tx);
  }

  /** Every sale with its last word, the newest first. */
  async all(): Promise<Known[]> {
    const tx = this.db.transaction([SALES, FACTS]);
    const [sales, facts] = await Promise.all([
      done(tx.objectStore(SALES).index('at').getAll() as IDBRequest<KeptSale[]>),
      done(tx.objectStore(FACTS).getAll() as IDBRequest<Fact[]>),
    ]);
    const last = new Map(facts.map(fact => [fact.sale, fact]));
    return sales.reverse().map(sale => ({ sale, fate: last.get(sale.id) ?? null }));
  }

  /** What has not come in yet, the oldest first. */
  async waiting(): Promise<Known[]> {
    return (await this.all()).filter(({ fate }) => fate === null || fate.kind === 'concluded').reverse();
  }

  /** Forgets settled sales beyond the last few hundred; what waits or was refused stays. */
  async tidy(): Promise<void> {
    const settled = (await this.all()).filter(k => k.fate?.kind === 'recorded' || k.fate?.kind === 'withdrawn');
    const gone = new Set(settled.slice(KEPT).map(known => known.sale.id));
    if (gone.size === 0) return;
    const tx = this.write(SALES, FACTS);
    for (const id of gone) tx.objectStore(SALES).delete(id);
    const facts = tx.objectStore(FACTS);
    for (const id of gone) {
      for (const key of await done(facts.index('sale').getAllKeys(id))) facts.delete(key);
    }

    await committed(tx);
  }

  async thing<T>(name: string): Promise<T | undefined> {
    return done(this.db.transaction(THINGS).objectStore(THINGS).get(name) as IDBRequest<T | undefined>);
  }

  async setThing(name: string, value: unknown): Promise<void> {
    const tx = this.write(THINGS);
    tx.objectStore(THINGS).put(value, name);
    await committed(tx);
  }

  /** The same for what the server tells again: a sale need not wait until it is on the disk. */
  async setCopy(name: string, value: unknown): Promise<void> {
    const tx = this.db.transaction(THINGS, 'readwrite', { durability: 'relaxed' });
    tx.objectStore(THINGS).put(value, name);
    await committed(tx);
  }

  /** The goods of the shop as they were copied. */
  async goods(): Promise<Product[]> {
    return done(this.db.transaction(PRODUCTS).objectStore(PRODUCTS).getAll() as IDBRequest<Product[]>);
  }

  /** Puts another copy in the place of the one before. */
  async setGoods(products: Product[]): Promise<void> {
    const tx = this.db.transaction(PRODUCTS, 'readwrite', { durability: 'relaxed' });
    const goods = tx.objectStore(PRODUCTS);
    goods.clear();
    for (const product of products) goods.put(product);
    await committed(tx);
  }

  /** Forgets what a device that was shut out must not hold any longer; its sales stay until they have come in. */
  async wipe(): Promise<void> {
    const tx = this.write(THINGS, PRODUCTS);
    tx.objectStore(PRODUCTS).clear();
    const things = tx.objectStore(THINGS);
    const last = await done(things.get('last') as IDBRequest<number | undefined>);
    things.clear();
    if (last !== undefined) things.put(last, 'last');
    await committed(tx);
  }

  /** Strict: done means on the disk, not in a buffer that a power cut takes along. */
  private write(...stores: string[]): IDBTransaction {
    return this.db.transaction(stores, 'readwrite', { durability: 'strict' });
  }
}

function done<T>(asked: IDBRequest<T>): Promise<T> {
  return new Promise((fine, broken) => {
    asked.onsuccess = () => fine(asked.result);
    asked.onerror = () => broken(asked.error ?? new Error('IndexedDB'));
  });
}

async function apartIn(things: IDBObjectStore): Promise<Allowance[]> {
  return (await done(things.get(APART) as IDBRequest<Allowance[] | undefined>)) ?? [];
}

function committed(tx: IDBTransaction): Promise<void> {
  return new Promise((fine, broken) => {
    tx.oncomplete = () => fine();
    tx.onerror = tx.onabort = () => broken(tx.error ?? new Error('IndexedDB'));
  });
}
