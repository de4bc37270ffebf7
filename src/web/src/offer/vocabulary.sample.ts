import type { Choice, OfferWord, Seed, WordArgument } from './contract';

/** A vocabulary for tests, like the server's: every kind of argument is in it, and most of its words. */

type More = Partial<WordArgument>;

const arg = (name: string, as: WordArgument['as'], more: More = {}): WordArgument => ({
  name,
  as,
  label: name,
  ...more,
});

const choices = (...codes: string[]): Choice[] => codes.map(code => ({ code, title: `the ${code}` }));

const optional: More = { optional: true };
const percent = (start?: string): WordArgument => arg('percent', 'percent', start ? { start } : {});
const unit = arg('unit', 'unit');
const max = (as: 'money' | 'amount'): WordArgument => arg('max', as, optional);
const decimal = (name: string, more: More = {}): WordArgument => arg(name, 'decimal', { decimals: 3, ...more });
const within = arg('within', 'window', optional);
const lives = arg('expiresAfterDays', 'whole', optional);
const words = arg('text', 'text', { max: 200 });
const codes = (from: string, more: More = {}): WordArgument => arg('in', 'codes', { from, ...more });
const inOf = (from: string): WordArgument => codes(from, { only: { arg: 'on', is: [from] } });
const ofGoods = [inOf('productGroup'), inOf('product'), inOf('brand')];
const goods = [
  arg('on', 'choice', { ...optional, choices: choices('basket', 'productGroup', 'product', 'brand') }),
  ...ofGoods,
];
const named = [arg('on', 'choice', { choices: choices('productGroup', 'product', 'brand') }), ...ofGoods];
const items = arg('items', 'items', {
  min: 2,
  max: 10,
  each: [...named, arg('quantity', 'whole', { ...optional, start: '1' })],
});

function word(name: string, about: OfferWord['about'], ...args: WordArgument[]): OfferWord {
  return { word: name, title: `the ${name}`, meaning: `What ${name} does.`, about, shape: 'arguments', args };
}

export const effects: OfferWord[] = [
  word('discountPercent', 'discount', percent(), ...goods, decimal('lineQuantity', optional), max('money')),
  word(
    'discountAmount',
    'discount',
    arg('amount', 'money'),
    ...goods,
    arg('each', 'choice', { ...optional, choices: choices('sale', 'line', 'piece') }),
  ),
  word('fixedPrice', 'discount', arg('price', 'money'), ...named, decimal('quantity', optional)),
  word(
    'quantityStep',
    'discount',
    arg('every', 'whole', { start: '2' }),
    percent('50'),
    ...goods,
    arg('times', 'whole', optional),
  ),
  word(
    'itemDiscount',
    'discount',
    arg('which', 'choice', { ...optional, choices: choices('cheapest', 'dearest') }),
    percent('100'),
    arg('quantity', 'whole', { ...optional, start: '1' }),
    ...goods,
  ),
  word(
    'bundlePrice',
    'discount',
    items,
    arg('price', 'money', optional),
    arg('percent', 'percent', optional),
    arg('times', 'whole', optional),
  ),
  word('creditPercent', 'wallet', percent(), unit, max('amount'), lives, arg('confirm', 'confirm', optional)),
  word('points', 'wallet', arg('amount', 'amount'), unit, lives),
  word(
    'pointsMultiplier',
    'wallet',
    arg('times', 'decimal', { decimals: 2, start: '2' }),
    unit,
    arg('rule', 'code', { ...optional, from: 'earningRule' }),
  ),
  word('gift', 'wallet', arg('amount', 'amount'), unit, { ...lives, optional: false, start: '30' }),
  word(
    'freeItem',
    'reward',
    arg('product', 'code', { from: 'product' }),
    decimal('quantity', { ...optional, start: '1' }),
  ),
  word('freeItemOf', 'reward', codes('product'), decimal('quantity', { ...optional, start: '1' })),
  word('freeShipping', 'reward'),
  word('reward', 'reward', words, arg('worth', 'money', optional)),
  word('message', 'reward', words),
];

export const conditions: OfferWord[] = [
  word('basketTotal', 'basket', arg('bound', 'moneyBound')),
  word('basketPieces', 'basket', decimal('quantity', { start: '3' })),
  word('product', 'basket', codes('product'), decimal('quantity', optional)),
  word(
    'productGroup',
    'basket',
    codes('productGroup'),
    decimal('quantity', optional),
    arg('amount', 'money', optional),
  ),
  word('brand', 'basket', codes('brand'), arg('amount', 'money', optional)),
  word('bundle', 'basket', items),
  word('visits', 'past', arg('bound', 'bound'), within),
  word('spent', 'past', arg('atLeast', 'money'), within),
  { ...word('firstPurchase', 'past'), shape: 'onlyTrue' },
  word('daysSinceLastVisit', 'past', arg('atLeast', 'whole', { start: '30' })),
  word('boughtBefore', 'past', ...named.slice(0, 3), decimal('quantity', { start: '10' })),
  word('group', 'member', codes('group')),
  word('memberFor', 'member', arg('atLeast', 'whole', { start: '365' })),
  word('joined', 'member', arg('from', 'date', optional), arg('to', 'date', optional)),
  word(
    'birthday',
    'member',
    arg('daysBefore', 'whole', { ...optional, start: '3' }),
    arg('daysAfter', 'whole', { ...optional, start: '3' }),
  ),
  word('anniversary', 'member', arg('field', 'code', { from: 'field' }), arg('daysBefore', 'whole', optional)),
  word(
    'field',
    'member',
    arg('name', 'code', { from: 'field' }),
    arg('is', 'values', optional),
    arg('atLeast', 'end', optional),
    arg('atMost', 'end', optional),
  ),
  word('wallet', 'member', unit, arg('atLeast', 'amount')),
  word('calendarEvent', 'occasion', codes('festival'), arg('daysBefore', 'whole', { ...optional, start: '0' })),
  word('branch', 'occasion', codes('branch')),
  word('channel', 'occasion', codes('channel', { choices: choices('store', 'online', 'phone') })),
  word('paymentMethod', 'occasion', codes('paymentMethod')),
  word('code', 'occasion', codes('code')),
  { ...word('all', 'logic'), shape: 'conditions' },
  { ...word('any', 'logic'), shape: 'conditions' },
  { ...word('not', 'logic'), shape: 'condition' },
];

export const units = [
  { code: 'points', title: 'امتیاز', money: false },
  { code: 'credit', title: 'اعتبار', money: true },
];

export function seed(document: Seed['document'], more: Partial<Seed> = {}): Seed {
  return {
    code: null,
    document,
    fromDay: null,
    toDay: null,
    zone: 'Asia/Tehran',
    dayStartsAt: '04:00',
    units,
    offers: [],
    offerGroups: ['main'],
    effects,
    conditions,
    codes: {
      group: choices('silver', 'gold'),
      branch: choices('main'),
      productGroup: choices('coffee', 'cake'),
      brand: [],
      festival: choices('yalda'),
      field: choices('drink', 'children', 'wedding'),
      earningRule: choices('base'),
    },
    members: [],
    ...more,
  };
}
