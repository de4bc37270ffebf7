import { describe, expect, it } from 'vitest';
import type { Receipt } from './contract';
import Decided from './Decided.svelte';
import { read, shop, shown } from './till.sample';

const receipt: Receipt = {
  total: 800_000,
  discount: 0,
  spent: 0,
  payable: 800_000,
  earned: [],
  gifts: [],
  applied: [],
  notApplied: [],
};

function decided(its: Partial<Receipt>, said = false): Document {
  return shown(Decided, shop().till, { quote: { ...receipt, ...its }, said });
}

describe('What the sale page says of tiers', () => {
  const tierProgress = [
    { ladder: 'club', tier: 'silver', percent: 76, message: '۲۴۰٬۰۰۰ تومان تا طلایی' },
    { ladder: 'climb', tier: 'top', percent: 100, message: null },
  ];

  it('is how far the sale brings him, of each ladder that goes on', () => {
    const page = decided({ tierProgress });
    expect(read(page, 'tier-progress')).toEqual(['پس از این خرید: ۲۴۰٬۰۰۰ تومان تا طلایی']);
    const bar = page.querySelector('progress')!;
    expect([bar.getAttribute('value'), bar.getAttribute('aria-label')]).toEqual(['76', '۲۴۰٬۰۰۰ تومان تا طلایی']);
  });

  it('is plain once the sale is recorded', () => {
    expect(read(decided({ tierProgress }, true), 'tier-progress')).toEqual(['۲۴۰٬۰۰۰ تومان تا طلایی']);
  });

  it('is the tier that it reaches, in the words of the server', () => {
    const message = 'با این خرید طلایی می‌شود؛ از خرید بعدی حساب می‌شود.';
    const page = decided({ reached: { tier: 'gold', title: 'طلایی', message } });
    expect(read(page, 'reached')).toEqual([message]);
    expect(read(decided({}), 'reached')).toEqual([]);
  });
});

describe('What a cap held back', () => {
  it('is said of each unit', () => {
    const capped = [
      { unit: 'points', amount: 12, message: '۱۲ امتیاز به سقف امروز خورد.' },
      { unit: 'credit', amount: 50_000, message: '۵٬۰۰۰ تومان اعتبار به سقف ماه خورد.' },
    ];
    expect(read(decided({ capped }), 'capped')).toEqual(capped.map(one => one.message));
    expect(read(decided({}), 'capped')).toEqual([]);
  });
});
