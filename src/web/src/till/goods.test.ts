import { expect, it } from 'vitest';
import type { Answer } from '../api';
import type { Product } from '../sale/contract';
import { Goods, type GoodsStore } from './goods.svelte';

const product = (sku: string, fa: string): Product => ({ sku, title: { fa }, price: 1_000 });
const shelf = [product('1', 'چای کيسه‌ای'), product('2', 'چای'), product('6260152301234', 'کیک'), product('4', 'آب')];

function disk(): GoodsStore & { kept: Product[] } {
  const things = new Map<string, unknown>();
  const store = {
    kept: [] as Product[],
    thing: <T>(name: string) => Promise.resolve(things.get(name) as T | undefined),
    setCopy: (name: string, value: unknown) => Promise.resolve(void things.set(name, value)),
    goods: () => Promise.resolve(store.kept),
    setGoods: (all: Product[]) => Promise.resolve(void (store.kept = all)),
  };
  return store;
}

/** Pages of two; from one on nobody answers. */
function server(lostFrom = Infinity) {
  const asked: (string | null)[] = [];
  return {
    asked,
    favourites: (): Promise<Answer<{ at: string; items: Product[] }>> =>
      Promise.resolve({ kind: 'ok', value: { at: 'now', items: [shelf[1]!] }, replayed: false }),
    page: (cursor: string | null): Promise<Answer<{ items: Product[]; next: string | null }>> => {
      asked.push(cursor);
      const from = Number(cursor ?? 0);
      if (from >= lostFrom) return Promise.resolve({ kind: 'lost' });
      const next = from + 2 < shelf.length ? String(from + 2) : null;
      return Promise.resolve({ kind: 'ok', value: { items: shelf.slice(from, from + 2), next }, replayed: false });
    },
  };
}

it('copies the goods page by page, and is found again on the disk', async () => {
  const store = disk();
  const pages = server();
  await new Goods(store, pages).renew(0);
  expect(pages.asked).toEqual([null, '2']);
  const later = new Goods(store, server());
  await later.open();
  expect(later.favourites?.items).toEqual([shelf[1]]);
  expect(later.find('چای').map(p => p.sku)).toEqual(['2', '1']);
  expect(later.find('کیسه').map(p => p.sku)).toEqual(['1']);
  expect(later.find('۶۲۶۰').map(p => p.sku)).toEqual(['6260152301234']);
  expect(later.find(' ')).toEqual([]);
  expect([later.one('4')?.sku, later.one('5')]).toEqual(['4', null]);
});

it('leaves the copy before where one breaks off, and asks anew after half an hour', async () => {
  const store = disk();
  const goods = new Goods(store, server());
  await goods.renew(0);
  const broken = server(2);
  const later = new Goods(store, broken);
  await later.open();
  await later.renew(60_000);
  expect(broken.asked).toEqual([]);
  await later.renew(31 * 60_000);
  expect(broken.asked).toEqual([null, '2']);
  expect([later.copied, store.kept.length]).toEqual([0, 4]);
});
