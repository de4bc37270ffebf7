import { expect, it, vi } from 'vitest';
import { ByHand, goodsOf, shareOf, withHand } from './byhand.svelte';
import type { Receipt } from './contract';
import { plain } from '../till/offline';
import { club } from './till.sample';
import type { Approvers, WordAsked } from './word';

const fa = (text: string) => text;

/** A sale of a hundred thousand rial, and a manager who lets everything be done. */
function sale(its: Partial<typeof club> = {}, online = true) {
  const asked: WordAsked[] = [];
  const managers: Approvers = {
    people: [{ user: 'nasrin' }],
    online,
    ask: word => {
      asked.push(word);
      return Promise.resolve({ kind: 'ok', value: { approval: 'word' }, replayed: false });
    },
  };
  const at = {
    club: { ...club, ...its },
    quote: null as Receipt | null,
    total: 100_000,
    id: 'sale',
    managers,
    changed: vi.fn(),
  };
  return { byHand: new ByHand(at), at, asked };
}

const body = { lines: [{ quantity: 1, unitPrice: 100_000 }] };

it('takes an amount in what the shop writes, and a share of what the offers leave', () => {
  const { byHand, at } = sale();
  byHand.typed = '۵۰۰';
  expect(byHand.amount).toBe(5_000);
  byHand.isPercent = true;
  byHand.typed = '۲/۵';
  expect(byHand.amount).toBe(2_500);
  at.quote = { ...plain(body), discount: 10_000, payable: 90_000 };
  expect(goodsOf(at.quote, 100_000)).toBe(90_000);
  expect(shareOf(999, 10)).toBe(99);
  for (const wrong of ['', 'x', '-5', '101']) {
    byHand.typed = wrong;
    expect(byHand.amount, wrong).toBeNull();
  }
});

it('goes in at once within the cashier’s share, and wants a reason', async () => {
  const { byHand, asked, at } = sale({ cashierDiscount: 5 });
  byHand.start();
  byHand.isPercent = true;
  byHand.typed = '5';
  await byHand.give(fa);
  expect([byHand.said, byHand.given]).toEqual(['بنویسید چرا.', null]);
  byHand.reason = 'رند';
  await byHand.give(fa);
  expect(byHand.part).toEqual({ byHand: { percent: 5, reason: 'رند' } });
  expect([asked.length, byHand.open, byHand.isMissingWord]).toEqual([0, false, false]);
  expect(at.changed).toHaveBeenCalledOnce();
});

it('asks a manager for just this sale and just so much above it', async () => {
  const { byHand, asked, at } = sale({ cashierDiscount: 5 });
  byHand.start();
  byHand.typed = '501';
  byHand.reason = 'رند';
  byHand.pin = '۵۰۲۸';
  expect(byHand.needsManager).toBe(true);
  await byHand.give(fa);
  expect(asked).toEqual([{ kind: 'discount', subject: 'sale', user: 'nasrin', pin: '5028', amount: 5_010 }]);
  expect(byHand.given).toEqual({ amount: 5_010, reason: 'رند', approval: 'word' });
  at.quote = withHand(plain(body), byHand.given!, at.club);
  expect([at.quote.payable, at.quote.byHand?.needsManager, byHand.isMissingWord]).toEqual([94_990, true, false]);
  byHand.forgetWord();
  expect([byHand.given, byHand.isMissingWord]).toEqual([{ amount: 5_010, reason: 'رند' }, true]);
});

it('says so where nobody can be asked, and needs nobody where a manager stands', async () => {
  const { byHand, asked } = sale({}, false);
  byHand.start();
  byHand.typed = '1';
  byHand.reason = 'رند';
  await byHand.give(fa);
  expect(byHand.said).toContain('شبکه');
  expect([byHand.given, asked.length]).toEqual([null, 0]);
  const manager = sale({ mayLet: true });
  manager.byHand.start();
  manager.byHand.typed = '9999';
  manager.byHand.reason = 'رند';
  await manager.byHand.give(fa);
  expect(manager.byHand.given).toEqual({ amount: 99_990, reason: 'رند' });
});

it('without network is worked out as the server would', () => {
  const share = { percent: 12.5, reason: 'رند' };
  const shown = withHand(plain({ lines: [{ quantity: 1, unitPrice: 999 }] }), share, {
    ...club,
    cashierDiscount: 12.5,
  });
  expect([shown.discount, shown.payable, shown.byHand?.needsManager]).toEqual([124, 875, false]);
  expect(withHand(plain(body), undefined, club).byHand).toBeUndefined();
});
