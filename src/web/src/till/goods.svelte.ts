import type { Answer } from '../api';
import { latin } from '../digits';
import type { Product } from '../sale/contract';

/** Goods at hand, with the moment at which their prices were these. */
export interface Favourites {
  at: string;
  items: Product[];
}

/** What the copy of the goods needs of the server. */
export interface GoodsServer {
  favourites(): Promise<Answer<Favourites>>;
  page(cursor: string | null): Promise<Answer<{ items: Product[]; next: string | null }>>;
}

/** What it needs of the disk. */
export interface GoodsStore {
  thing<T>(name: string): Promise<T | undefined>;
  setCopy(name: string, value: unknown): Promise<void>;
  goods(): Promise<Product[]>;
  setGoods(products: Product[]): Promise<void>;
}

const FAVOURITES = 'favourites';
const COPIED = 'goods-copied';
/** A larger list is not kept whole: its first so many are. */
const MOST = 5_000;
const SHOWN = 8;
const GOOD_FOR = 30 * 60_000;

/** The goods of the shop as this device knows them, for when nobody can be asked. */
export class Goods {
  favourites = $state.raw<Favourites | null>(null);
  /** When the list was copied, by this device's clock; null: never. */
  copied = $state<number | null>(null);
  private all: { product: Product; words: string }[] = [];
  private bySku = new Map<string, Product>();
  private renewing = false;

  constructor(
    private readonly store: GoodsStore,
    private readonly server: GoodsServer,
  ) {}

  /** What was on the disk. */
  async open(): Promise<void> {
    this.favourites = (await this.store.thing<Favourites>(FAVOURITES)) ?? null;
    this.copied = (await this.store.thing<number>(COPIED)) ?? null;
    this.take(await this.store.goods());
  }

  /** Asks anew for what is at hand, and for the list where its copy is old. */
  async renew(now = Date.now()): Promise<void> {
    if (this.renewing) return;
    this.renewing = true;
    try {
      const answer = await this.server.favourites();
      if (answer.kind !== 'ok') return;
      this.favourites = answer.value;
      await this.store.setCopy(FAVOURITES, answer.value);
      if (this.copied === null || now - this.copied >= GOOD_FOR) await this.copy(now);
    } finally {
      this.renewing = false;
    }
  }

  /** Those whose title has every word, or whose code begins so; the shortest title first. */
  find(typed: string): Product[] {
    const words = plain(typed).split(/\s+/).filter(Boolean);
    if (words.length === 0) return [];
    const code = latin(typed).trim();
    return this.all
      .filter(one => one.product.sku.startsWith(code) || words.every(word => one.words.includes(word)))
      .sort((a, b) => a.words.length - b.words.length)
      .slice(0, SHOWN)
      .map(one => one.product);
  }

  one(sku: string): Product | null {
    return this.bySku.get(sku) ?? null;
  }

  /** Forgets everything, as a device that was shut out must. */
  forget(): void {
    this.favourites = this.copied = null;
    this.take([]);
  }

  /** A copy that breaks off leaves the one before. */
  private async copy(now: number): Promise<void> {
    const products: Product[] = [];
    let cursor: string | null = null;
    do {
      const answer = await this.server.page(cursor);
      if (answer.kind !== 'ok') return;
      products.push(...answer.value.items);
      cursor = answer.value.next;
    } while (cursor !== null && products.length < MOST);

    await this.store.setGoods(products);
    await this.store.setCopy(COPIED, now);
    this.copied = now;
    this.take(products);
  }

  private take(products: Product[]): void {
    this.all = products.map(product => ({
      product,
      words: plain(`${product.title?.fa ?? ''} ${product.title?.en ?? ''}`).trim(),
    }));
    this.bySku = new Map(products.map(product => [product.sku, product]));
  }
}

/** One spelling of Persian letters, as the server looks for them. */
function plain(text: string): string {
  return latin(text).replace(/[يى]/g, 'ی').replace(/ك/g, 'ک').replace(/[ًٌٍَُِّْ]/g, '').toLowerCase();
}
