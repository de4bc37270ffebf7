/** A label in Persian and English. */
export type Label = [fa: string, en: string];

/** One argument of a condition or an effect, and so one field of the form. */
export interface Arg {
  name: string;
  as:
    | 'percent'
    | 'money'
    | 'whole'
    | 'decimal'
    | 'amount'
    | 'unit'
    | 'codes'
    | 'tags'
    | 'text'
    | 'bound'
    | 'window'
    | 'confirm';
  label: Label;
  optional?: boolean;
  /** What a new one begins with. */
  start?: string;
  /** Whose codes may be ticked. */
  from?: 'groups' | 'branches' | 'productGroups' | 'channels';
  /** What a bound counts. */
  of?: 'money' | 'whole';
  /** Only shown and sent while another argument has one of these values. */
  only?: { arg: string; is: string[] };
}

/** One word of the vocabulary: what it is called in the form, and its arguments. */
export interface Word {
  word: string;
  title: Label;
  args: Arg[];
  /** The document holds nothing but `true`. */
  bare?: boolean;
}

const unit: Arg = { name: 'unit', as: 'unit', label: ['واحد', 'Unit'] };
const most = (as: 'money' | 'amount'): Arg => ({
  name: 'max',
  as,
  label: ['دست‌بالا در هر خرید', 'At most in a sale'],
  optional: true,
});
const percent: Arg = { name: 'percent', as: 'percent', label: ['درصد', 'Percentage'] };
const amount: Arg = { name: 'amount', as: 'amount', label: ['مقدار', 'Amount'] };
const quantity: Arg = {
  name: 'quantity',
  as: 'decimal',
  label: ['دست‌کم چند عدد', 'At least so many'],
  optional: true,
};
const window: Arg = { name: 'within', as: 'window', label: ['در چه مدتی', 'Within'], optional: true };

export const EFFECTS: Word[] = [
  {
    word: 'discountPercent',
    title: ['درصدی تخفیف', 'A percentage off'],
    args: [
      percent,
      { name: 'on', as: 'text', label: ['روی', 'Off'], start: 'basket' },
      {
        name: 'in',
        as: 'codes',
        from: 'productGroups',
        label: ['گروه‌های کالا', 'Product groups'],
        only: { arg: 'on', is: ['productGroup'] },
      },
      { name: 'in', as: 'tags', label: ['کد کالاها', 'Product codes'], only: { arg: 'on', is: ['product'] } },
      most('money'),
    ],
  },
  {
    word: 'discountAmount',
    title: ['مبلغی تخفیف', 'An amount off'],
    args: [{ name: 'amount', as: 'money', label: ['مبلغ', 'Amount'] }],
  },
  {
    word: 'creditPercent',
    title: ['بازگشت درصدی از خرید', 'A percentage back'],
    args: [
      percent,
      unit,
      most('amount'),
      {
        name: 'confirm',
        as: 'confirm',
        label: ['بله، بیش از همهٔ پول خرید برگردد.', 'Yes, more than all of the money comes back.'],
      },
    ],
  },
  {
    word: 'points',
    title: ['مقداری ثابت امتیاز یا اعتبار', 'A fixed amount of points or credit'],
    args: [amount, unit],
  },
  {
    word: 'pointsMultiplier',
    title: ['چند برابر شدن امتیاز خرید', 'Points times more'],
    args: [{ name: 'times', as: 'decimal', label: ['چند برابر', 'Times'], start: '2' }, unit],
  },
  {
    word: 'gift',
    title: ['هدیه با مهلت خرج', 'A gift that must be spent in time'],
    args: [
      amount,
      unit,
      { name: 'expiresAfterDays', as: 'whole', label: ['چند روز فرصت خرج دارد', 'Days to spend it'], start: '30' },
    ],
  },
  {
    word: 'freeItem',
    title: ['کالای رایگان', 'A free product'],
    args: [
      { name: 'product', as: 'text', label: ['کد کالا', 'Product code'] },
      { name: 'quantity', as: 'decimal', label: ['چند عدد', 'How many'], start: '1' },
    ],
  },
  { word: 'freeShipping', title: ['ارسال رایگان', 'Free shipping'], args: [] },
];

export const CONDITIONS: Word[] = [
  {
    word: 'basketTotal',
    title: ['مبلغ خرید', 'Total of the basket'],
    args: [{ name: 'bound', as: 'bound', of: 'money', label: ['مبلغ', 'Amount'] }],
  },
  {
    word: 'visits',
    title: ['چند بار خرید پیشین', 'Earlier purchases'],
    args: [{ name: 'bound', as: 'bound', of: 'whole', label: ['چند خرید', 'How many'] }, window],
  },
  {
    word: 'spent',
    title: ['جمع خریدهای پیشین', 'Spent before'],
    args: [{ name: 'atLeast', as: 'money', label: ['دست‌کم', 'At least'] }, window],
  },
  { word: 'firstPurchase', title: ['نخستین خرید عضو', 'First purchase'], args: [], bare: true },
  {
    word: 'daysSinceLastVisit',
    title: ['روزها از آخرین خرید', 'Days since the last purchase'],
    args: [{ name: 'atLeast', as: 'whole', label: ['دست‌کم چند روز', 'At least so many days'], start: '30' }],
  },
  {
    word: 'birthday',
    title: ['نزدیک تولد', 'Around the birthday'],
    args: [
      { name: 'daysBefore', as: 'whole', label: ['از چند روز پیش', 'From days before'], start: '3' },
      { name: 'daysAfter', as: 'whole', label: ['تا چند روز پس از آن', 'To days after'], start: '3' },
    ],
  },
  {
    word: 'memberFor',
    title: ['روزهای عضویت', 'Days of membership'],
    args: [{ name: 'atLeast', as: 'whole', label: ['دست‌کم چند روز', 'At least so many days'], start: '365' }],
  },
  {
    word: 'group',
    title: ['گروه عضو', 'Member group'],
    args: [{ name: 'in', as: 'codes', from: 'groups', label: ['یکی از این گروه‌ها', 'One of these groups'] }],
  },
  {
    word: 'productGroup',
    title: ['خرید از گروه کالا', 'Buys of a product group'],
    args: [
      { name: 'in', as: 'codes', from: 'productGroups', label: ['یکی از این گروه‌ها', 'One of these groups'] },
      quantity,
      { name: 'amount', as: 'money', label: ['دست‌کم چه مبلغی', 'At least for'], optional: true },
    ],
  },
  {
    word: 'product',
    title: ['خرید کالای معین', 'Buys a product'],
    args: [{ name: 'in', as: 'tags', label: ['کد کالاها', 'Product codes'] }, quantity],
  },
  {
    word: 'branch',
    title: ['شعبه', 'Branch'],
    args: [{ name: 'in', as: 'codes', from: 'branches', label: ['یکی از این شعبه‌ها', 'One of these branches'] }],
  },
  {
    word: 'channel',
    title: ['راه خرید', 'Channel'],
    args: [{ name: 'in', as: 'codes', from: 'channels', label: ['یکی از این راه‌ها', 'One of these'] }],
  },
  {
    word: 'wallet',
    title: ['موجودی کیف', 'Holds in the wallet'],
    args: [unit, { name: 'atLeast', as: 'amount', label: ['دست‌کم', 'At least'] }],
  },
  {
    word: 'code',
    title: ['کد تخفیف', 'Names a code'],
    args: [{ name: 'in', as: 'tags', label: ['کدها', 'Codes'] }],
  },
];

/** Arguments that count with these values: `in` stands twice in a discount, for groups and for products. */
export function argsOf(word: Word, values: Record<string, unknown>): Arg[] {
  return word.args.filter(arg => {
    if (arg.as === 'confirm') return Number(String(values['percentNumber'] ?? 0)) > 100;
    return !arg.only || arg.only.is.includes(String(values[arg.only.arg] ?? ''));
  });
}
