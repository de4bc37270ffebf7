import { describe, expect, it } from 'vitest';
import { pageIn } from '../page.sample';
import type { Json, OfferDocument } from './contract';
import { build, openDraft, same, valueAt } from './draft';
import { nextDay, startOf } from './instants';
import { slug } from './slug';
import { plain } from './vocabulary';
import { conditions, effects, seed, units } from './vocabulary.sample';

const desk = { page: pageIn('fa'), units };

const stored = (more: Json): OfferDocument => ({
  title: { fa: 'یک', en: 'One' },
  give: [{ discountPercent: { percent: 7.5, on: 'basket', max: null } }],
  when: null,
  schedule: { from: null, to: null, weekdays: null, hours: null },
  group: 'main',
  combine: false,
  notWith: [],
  priority: 0,
  state: 'live',
  limits: { budget: null, uses: null, perMember: null, maxValue: null },
  holdout: 0,
  ...more,
});

const simple: Record<string, Json> = {
  'every effect': {
    give: [
      { discountPercent: { percent: 10, on: 'productGroup', in: ['coffee', 'cake'], max: 500_005 } },
      { discountPercent: { percent: 33.33, on: 'product', in: ['a,b', 'a "b"'], lineQuantity: 2.125, max: null } },
      { discountAmount: { amount: 123_456_789_010, on: 'basket', each: 'piece' } },
      { fixedPrice: { price: 800_000, on: 'brand', in: ['گلستان'] } },
      { quantityStep: { every: 3, percent: 100, on: 'basket', times: null } },
      { itemDiscount: { which: 'dearest', percent: 50, quantity: 2, on: 'basket' } },
      {
        bundlePrice: {
          items: [
            { on: 'productGroup', in: ['cake'], quantity: 1 },
            { on: 'product', in: ['latte', 'tea'], quantity: 2 },
          ],
          price: 1_500_000,
          times: null,
        },
      },
      { creditPercent: { percent: 150, unit: 'credit', max: 1_000_000, expiresAfterDays: 0, confirm: true } },
      { points: { unit: 'points', amount: 12_345 } },
    ],
  },
  'the other effects': {
    give: [
      { pointsMultiplier: { unit: 'points', times: 1.25, rule: 'base' } },
      { gift: { unit: 'credit', amount: 300_000, expiresAfterDays: 0 } },
      { freeItem: { product: 'latte', quantity: 0.5 } },
      { freeItemOf: { in: ['latte', 'tea'], quantity: 1 } },
      { freeShipping: {} },
      { reward: { text: { fa: 'بسته‌بندی هدیه', en: 'Gift wrapping' }, worth: 0 } },
      { message: { text: { en: 'Happy birthday!' } } },
    ],
  },
  'every condition': {
    when: {
      all: [
        { basketTotal: { moreThan: 5_000_000 } },
        { basketPieces: { quantity: 2.5 } },
        { product: { in: ['latte'] } },
        { productGroup: { in: ['coffee', 'of-before'], quantity: 2, amount: 1_000_000 } },
        { brand: { in: ['Golestan', 'چای, احمد'], amount: 2_000_000 } },
        {
          bundle: {
            items: [
              { on: 'brand', in: ['x'], quantity: 1 },
              { on: 'product', in: ['y'], quantity: 9 },
            ],
          },
        },
        { visits: { atLeast: 10, within: { days: 30 } } },
        { visits: { moreThan: 3, within: 'month' } },
        { spent: { atLeast: 10_000_000 } },
        { firstPurchase: true },
        { daysSinceLastVisit: { atLeast: 45 } },
        { boughtBefore: { on: 'product', in: ['latte'], quantity: 10 } },
        { group: { in: ['silver'] } },
        { memberFor: { atLeast: 365 } },
        { joined: { from: '2026-03-21' } },
        { birthday: { daysBefore: 3, daysAfter: 0 } },
        { anniversary: { field: 'wedding', daysBefore: 3 } },
        { field: { name: 'drink', is: ['قهوه', '12', 12, 12.5, '0912', 'yes', true, 'a, b', '"a"', ' 1/2'] } },
        { field: { name: 'drink', is: ['قهوه'] } },
        { field: { name: 'drink', is: false } },
        { field: { name: 'children', atLeast: -1.25, atMost: 1_000_000 } },
        { field: { name: 'wedding', atMost: '2026-03-21' } },
        { wallet: { unit: 'credit', atLeast: 200_000 } },
        { calendarEvent: { in: ['yalda'], daysBefore: 2 } },
        { branch: { in: ['main'] } },
        { channel: { in: ['online', 'phone'] } },
        { paymentMethod: { in: ['card'] } },
        { code: { in: ['SUMMER'] } },
      ],
    },
  },
  'one condition': { when: { basketTotal: { atLeast: 1 } } },
  'limits and the rest': {
    limits: { budget: 10_000_000, uses: 100, perMember: { uses: 1, every: 'year' }, maxValue: 1_000_000 },
    schedule: { from: null, to: null, weekdays: ['thursday', 'friday'], hours: ['16:00-18:00', '22:00-02:00'] },
    group: 'extra',
    combine: true,
    notWith: ['b'],
    priority: -7,
    holdout: 12.5,
    state: 'paused',
  },
};

const rich: Record<string, Json> = {
  any: { when: { any: [{ firstPurchase: true }, { group: { in: ['silver'] } }] } },
  not: { when: { not: { firstPurchase: true } } },
  nested: { when: { all: [{ basketTotal: { atLeast: 5 } }, { any: [{ firstPurchase: true }] }] } },
  'a word of later': { when: { weather: { is: 'rain' } } },
  'codes of what is not chosen': { give: [{ discountPercent: { percent: 5, on: 'basket', in: ['x'] } }] },
  'more than a word has': { when: { birthday: { daysBefore: 3, daysAfter: 3, of: 'spouse' } } },
  'an effect of later': { give: [{ raffle: { tickets: 3 } }] },
};

describe('the form of an offer', () => {
  it.each(Object.entries(simple))('shows and writes back %s', (_, more) => {
    const document = stored(more);
    const { draft, whole } = openDraft(seed(document), desk);
    expect(whole).toBe(true);
    const built = build(draft, seed(document), desk, whole);
    expect(built.faults.size).toBe(0);
    expect(same(built.document, document)).toBe(true);
  });

  it.each(Object.entries(rich))('changes only title, time, limits and state of one with %s', (_, more) => {
    const document = stored({ ...more, priority: 9, group: 'extra', holdout: 5, notWith: ['x'] });
    const opened = openDraft(seed(document), desk);
    expect(opened.whole).toBe(false);
    const draft = { ...opened.draft, titleFa: 'دو', uses: '۲۰', state: 'draft', weekdays: ['friday'] };
    const { document: after } = build(draft, seed(document), desk, false);
    for (const kept of ['give', 'when', 'group', 'combine', 'notWith', 'priority', 'holdout']) {
      expect(after[kept]).toEqual(document[kept]);
    }

    expect(after.title).toEqual({ fa: 'دو', en: 'One' });
    expect(after.limits?.uses).toBe(20);
    expect([after.state, after.schedule?.weekdays]).toEqual(['draft', ['friday']]);
  });

  it('has every effect and every plain condition of the vocabulary in these documents', () => {
    const written = JSON.stringify(simple);
    const missing = [...plain(effects), ...plain(conditions)].filter(({ word }) => !written.includes(`"${word}":`));
    expect(missing.map(({ word }) => word)).toEqual([]);
    const kinds = new Set([...effects, ...conditions].flatMap(({ args }) => args.map(({ as }) => as)));
    expect(kinds.size).toBe(18);
  });

  it('shows all of an offer of before a word had a choice, which means the usual one', () => {
    const document = stored({ give: [{ discountAmount: { amount: 500_000 } }], when: { group: { in: ['silver'] } } });
    const { draft, whole } = openDraft(seed(document), desk);
    expect(whole).toBe(true);
    const { give } = build(draft, seed(document), desk, true).document;
    expect(give).toEqual([{ discountAmount: { amount: 500_000, on: 'basket', each: 'sale' } }]);
  });

  it('keeps the moment of a day that nobody touched, and begins and ends other days with the business day', () => {
    const schedule = { from: '2026-11-25T13:30:00Z', to: '2026-12-01T00:30:00Z', weekdays: null, hours: null };
    const given = seed(stored({ schedule }), { fromDay: '2026-11-25', toDay: '2026-11-30' });
    const { draft } = openDraft(given, desk);
    expect(build(draft, given, desk, true).document.schedule).toEqual(schedule);
    const moved = { ...draft, fromDay: '2026-11-26', toDay: '2026-12-31' };
    const after = build(moved, given, desk, true).document.schedule;
    expect([after?.from, after?.to]).toEqual(['2026-11-26T00:30:00Z', '2027-01-01T00:30:00Z']);
  });

  it('says what cannot be read at the place of the document', () => {
    const document = stored({ when: { basketTotal: { atLeast: 5_000_000 } } });
    const { draft } = openDraft(seed(document), desk);
    draft.gives[0]!.values['percent'] = 'ده';
    draft.conditions[0]!.values['bound/value'] = 'زیاد';
    draft.budget = '۱,۵';
    const { faults } = build(draft, seed(document), desk, true);
    expect([...faults.keys()]).toEqual([
      '/limits/budget',
      '/give/0/discountPercent/percent',
      '/when/basketTotal/atLeast',
    ]);
  });

  it('leaves out what is empty, so that the server says what is missing', () => {
    const document = stored({});
    const { draft } = openDraft(seed(document), desk);
    draft.gives[0]!.values['percent'] = '';
    const built = build(draft, seed(document), desk, true).document;
    expect(valueAt(built, '/give/0/discountPercent/percent')).toBeUndefined();
    expect(valueAt(built, '/give/0/discountPercent/on')).toBe('basket');
  });
});

describe('the start of a day', () => {
  it('follows the clock of the club through its changes', () => {
    expect(startOf('2026-03-29', '04:00', 'Europe/Berlin')).toBe('2026-03-29T02:00:00Z');
    expect(startOf('2026-03-28', '04:00', 'Europe/Berlin')).toBe('2026-03-28T03:00:00Z');
    expect(startOf('2026-10-25', '04:00', 'Europe/Berlin')).toBe('2026-10-25T03:00:00Z');
    expect(startOf('2026-11-25', '00:00', 'Asia/Tehran')).toBe('2026-11-24T20:30:00Z');
    expect(nextDay('2026-12-31')).toBe('2027-01-01');
  });
});

describe('a code from a title', () => {
  it('is of Latin letters and never one that is taken', () => {
    expect(slug('هدیهٔ تولد ۱', [])).toMatch(/^[a-z0-9-]+$/);
    expect(slug('Summer sale!', ['summer-sale', 'summer-sale-2'])).toBe('summer-sale-3');
    expect(slug('★', [])).toBe('offer');
  });
});
