import { describe, expect, it } from 'vitest';
import type { Member, Receipt } from '../sale/contract';
import { type Allowance, adopt, claims, covers, live, maySpend, moved, type SetApart, spendApart } from './allowance';
import { plain } from './offline';

const now = new Date('2026-03-25T09:00:00Z');
const later = '2026-03-26T09:00:00Z';
const negar = { id: 'n', card: '1234567890', groups: [], visits: 1, spent: 0, wallets: [] } as Member;

function apart(its: Partial<Allowance> = {}): Allowance {
  return {
    id: 'a',
    unit: 'credit',
    amount: 50_000,
    left: 50_000,
    until: later,
    least: 0,
    most: null,
    step: 1,
    maxShare: 10_000,
    member: negar,
    typed: null,
    used: 0,
    ...its,
  };
}

const bill = (payable: number): Receipt => plain({ lines: [{ quantity: 1, unitPrice: payable }] });
const want = (amount: number) => [{ unit: 'credit', amount }];

describe('What may be spent without network', () => {
  it('is what was set apart and not used, of this member, until its time is over', () => {
    expect(live([apart()], 'n', now)).toHaveLength(1);
    expect(live([apart()], 'other', now)).toHaveLength(0);
    expect(live([apart({ used: 50_000 })], 'n', now)).toHaveLength(0);
    expect(live([apart()], 'n', new Date(later))).toHaveLength(0);
  });

  it('keeps to the rules of the unit', () => {
    expect(maySpend([apart()], 80_000)).toEqual(want(50_000));
    expect(maySpend([apart()], 30_000)).toEqual(want(30_000));
    expect(maySpend([apart({ maxShare: 1_250 })], 80_001)).toEqual(want(10_000));
    expect(maySpend([apart({ most: 7_000, step: 2_000 })], 80_000)).toEqual(want(6_000));
    expect(maySpend([apart({ least: 60_000 })], 80_000)).toEqual(want(0));
    expect(maySpend([apart({ used: 45_000 }), apart({ id: 'b', amount: 3_000 })], 80_000)).toEqual(want(8_000));
  });

  it('pays no more than that and no more than the bill', () => {
    const { spent, payable, maySpend: most } = spendApart(bill(80_000), want(90_000), [apart()]);
    expect([spent, payable, most]).toEqual([50_000, 30_000, want(50_000)]);
    expect(spendApart(bill(80_000), undefined, [apart()]).payable).toBe(80_000);
    expect(spendApart(bill(80_000), want(9_000), [])).toEqual(bill(80_000));
  });
});

describe('A claim', () => {
  it('takes first what ends first, and is moved once', () => {
    const kept = [apart(), apart({ id: 'b', amount: 10_000, until: '2026-03-25T10:00:00Z' })];
    const taken = claims(kept, want(25_000));
    expect(taken).toEqual([
      { id: 'b', amount: 10_000 },
      { id: 'a', amount: 15_000 },
    ]);
    expect(moved(kept, taken, 1).map(one => one.used)).toEqual([15_000, 10_000]);
    expect(moved(moved(kept, taken, 1), taken, -1)).toEqual(kept);
  });

  it('is never more than there is: two sales share it', () => {
    let kept = [apart()];
    let sum = 0;
    for (const amount of [20_000, 20_000, 20_000]) {
      const taken = claims(live(kept, 'n', now), want(amount));
      if (!covers(taken, want(amount))) continue;
      kept = moved(kept, taken, 1);
      sum += amount;
    }

    expect(sum).toBe(40_000);
    expect(covers([], undefined)).toBe(true);
  });
});

describe('What the server has set apart', () => {
  const item: SetApart = apart();
  const told = { member: negar, typed: '09121234567', items: [item] };

  it('is kept beside that of others; what is over is forgotten', () => {
    const others = [
      apart({ id: 'x', member: { ...negar, id: 'o' } }),
      apart({ id: 'y', until: '2026-03-25T08:00:00Z' }),
    ];
    expect(adopt(others, told, [], now).map(one => one.id)).toEqual(['x', 'a']);
  });

  it('does not give back what sales here have used of it', () => {
    const [one] = adopt([apart({ used: 30_000 })], { ...told, typed: null }, [], now);
    expect(one!.used).toBe(30_000);
    const [more] = adopt([apart({ used: 30_000 })], { ...told, items: [{ ...item, amount: 60_000 }] }, [], now);
    expect(more!.amount - more!.used).toBe(30_000);
  });

  it('is less by what waits here, where it had been forgotten', () => {
    const open = [{ id: 'a', amount: 15_000 }];
    const [one] = adopt([], { ...told, items: [{ ...item, left: 40_000 }] }, open, now);
    expect(one!.amount - one!.used).toBe(25_000);
  });

  it('is nothing any more when the server says so', () => {
    expect(adopt([apart()], { ...told, items: [] }, [], now)).toEqual([]);
  });
});
