import { describe, expect, it } from 'vitest';
import type { Club, Receipt } from '../../sale/contract';
import type { Known } from '../store';
import type { Plan, PlanOffer, Standing } from './plan';
import { type Buyer, offlineQuote } from './quote';

const T0 = Date.parse('2026-11-27T10:00:00Z');
const nobody: Standing = {
  answers: '',
  bought: [],
  heldOut: [],
  isHeldOut: false,
  used: [],
  rooms: [],
  tiers: [],
};
const negar: Buyer = { id: 'negar', standing: nobody, at: T0 };
const tenPercent = {
  off: 'percent' as const,
  percent: 1000,
  goods: { on: 'basket' as const, in: [] },
  lineOf: null,
  max: null,
  word: 'discountPercent',
  sentence: '۱۰٪ تخفیف',
};

function offer(its: Partial<PlanOffer>): PlanOffer {
  return {
    code: 'ten',
    title: 'ده درصد',
    index: 0,
    open: null,
    when: null,
    needs: null,
    give: [tenPercent],
    conflicts: [],
    membersOnly: false,
    maxValue: null,
    perMember: null,
    uses: null,
    budget: null,
    ...its,
  };
}

function plan(its: Partial<PlanOffer>, more: Partial<Plan> = {}): Plan {
  return {
    version: 3,
    at: T0,
    until: T0 + 48 * 3_600_000,
    maxDiscount: 10_000,
    maxBasketDiscount: 10_000,
    units: [],
    rules: [],
    tiers: {},
    offers: [offer(its)],
    bought: [],
    prices: {},
    titles: {},
    unchecked: [],
    ...more,
  };
}

/** A sale of 100,000 that this till kept before, in which the offer applied. */
function kept(its: { at?: number; member?: string; fate?: Known['fate']; sku?: string; value?: number } = {}): Known {
  const lines = [{ quantity: 2, unitPrice: 50_000, ...(its.sku ? { sku: its.sku } : {}) }];
  const body = JSON.stringify({ lines, ...(its.member ? { member: { id: its.member } } : {}) });
  const applied = [{ offer: 'ten', title: '', effect: '', sentence: '', value: its.value ?? 10_000 }];
  const shown = { applied } as unknown as Receipt;
  const at = new Date(its.at ?? T0 + 60_000).toISOString();
  return {
    sale: { id: 'x', number: '1', at, keptAt: 0, cashier: 'mina', body, shown, member: null, joins: null },
    fate: its.fate === undefined ? { kind: 'concluded', body } : its.fate,
  };
}

function quote(of: Plan, buyer: Buyer | null = null, known: Known[] = [], sku?: string): Receipt {
  const line = { quantity: 1, unitPrice: 100_000, ...(sku ? { sku } : {}) };
  return offlineQuote(of, { lines: [line] }, buyer, {
    now: T0 + 120_000,
    goodsOf: code => (code === 'latte' ? { group: 'coffee' } : undefined),
    known,
    less: () => 0,
    club: { writing: { persian: true, currency: 'IRR', toman: true } } as Club,
  });
}

describe('A sale that the till works out', () => {
  it('says from when it is, by which version, and what was not checked', () => {
    const receipt = quote(plan({}, { unchecked: ['کد یلدا'] }));
    expect(receipt).toMatchObject({ offline: true, asOf: T0, programmeVersion: 3, unchecked: ['کد یلدا'] });
    expect([receipt.total, receipt.discount, receipt.payable]).toEqual([100_000, 10_000, 90_000]);
    expect(receipt.applied).toEqual([
      { offer: 'ten', title: 'ده درصد', effect: 'discountPercent', sentence: '۱۰٪ تخفیف', value: 10_000 },
    ]);
  });

  it('gives no more uses than were left, its own sales counted', () => {
    expect(quote(plan({ uses: 1 })).discount).toBe(10_000);
    expect(quote(plan({ uses: 1 }), null, [kept()]).discount).toBe(0);
    expect(quote(plan({ uses: 1 }), null, [kept({ fate: { kind: 'withdrawn' } })]).discount).toBe(10_000);
    expect(quote(plan({ uses: 1 }), null, [kept({ at: T0 - 1 })]).discount).toBe(10_000);
  });

  it('keeps to what is left of a budget', () => {
    expect(quote(plan({ budget: 20_000 }), null, [kept()]).discount).toBe(10_000);
    expect(quote(plan({ budget: 20_000 }), null, [kept({ value: 10_001 })]).discount).toBe(0);
  });

  it('gives a member his share once, whatever other members had', () => {
    const once = plan({ perMember: 1, membersOnly: true });
    expect(quote(once, negar).discount).toBe(10_000);
    expect(quote(once, negar, [kept({ member: 'arash' })]).discount).toBe(10_000);
    expect(quote(once, negar, [kept({ member: 'negar' })]).discount).toBe(0);
    expect(quote(once).discount).toBe(0);
    const had = { ...negar, standing: { ...nobody, used: [{ offer: 0, times: 1 }] } };
    expect(quote(once, had).discount).toBe(0);
  });

  it('knows the group of goods, and counts them on his card with what he bought here since', () => {
    const goods = { on: 'group' as const, in: ['coffee'] };
    const card = {
      off: 'stamps' as const,
      every: 4,
      percent: 10_000,
      goods,
      bought: 0,
      word: 'stampCard',
      sentence: '',
    };
    const cards = plan({ give: [card] }, { bought: [goods] });
    const one = { ...negar, standing: { ...nobody, bought: [1_000] } };
    expect(quote(cards, one, [], 'latte').discount).toBe(0);
    expect(quote(cards, one, [], 'latte').notApplied[0]).toMatchObject({ distance: '۲ عدد دیگر', missing: 2 });
    expect(quote(cards, one, [kept({ member: 'negar', sku: 'latte' })], 'latte').discount).toBe(100_000);
    expect(quote(cards, one, [kept({ member: 'negar', sku: 'cake' })], 'latte').discount).toBe(0);
  });

  it('gives an offer only while it is on', () => {
    expect(quote(plan({ open: [[T0, T0 + 120_001]] })).discount).toBe(10_000);
    expect(quote(plan({ open: [[T0, T0 + 120_000]] })).discount).toBe(0);
  });
});
