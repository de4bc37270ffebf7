import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Club, Member, Wallet } from './contract';
import { endingSoon } from './ending';
import MemberZone from './MemberZone.svelte';
import { club, read, type Reply, type Sent, shop, shown } from './till.sample';

const day = 86_400_000;
const at = (days: number) => new Date(Date.now() + days * day).toISOString();

/** The end of 12 Azar 1405, a business day that begins at four, in a till that asks nine days before. */
const end = '2026-12-04T00:30:00Z';
const before = Date.parse(end) - 9 * day;

const ladders: Partial<Club> = { ladders: 2, tiers: { silver: 'نقره‌ای', climber: 'کوهنورد' } };

function member(its: Partial<Member> = {}): Member {
  return { id: 'm', card: '1', firstName: 'نگار', groups: [], visits: 3, spent: 0, wallets: [], ...its };
}

function wallet(its: Partial<Wallet> = {}): Wallet {
  return { unit: 'credit', balance: 900_000, pending: 0, ...its };
}

/** The till after this member was found by his mobile. */
async function found(one: Member, its: Partial<Club> = {}, ways?: (sent: Sent) => Reply | undefined) {
  const made = shop(
    call => (call.path.startsWith('/members?') ? { status: 200, body: { items: [one] } } : ways?.(call)),
    its,
  );
  made.till.type('09121234567');
  await made.till.enter();
  return made;
}

afterEach(() => {
  vi.useRealTimers();
});

describe('A member who was found', () => {
  it('is told what of a wallet ends soon', async () => {
    vi.setSystemTime(before);
    const expiring = [{ amount: 400_000, at: end }];
    const { till } = await found(member({ wallets: [wallet({ expiring })] }));
    expect(read(shown(MemberZone, till), 'ends')).toEqual(['۴۰٬۰۰۰ تومان تا ۱۲ آذر']);
  });

  it('hears the name of what is counted, and the day in his language', async () => {
    vi.setSystemTime(before);
    const expiring = [{ amount: 20, at: end }];
    const points = [wallet({ unit: 'points', expiring })];
    const units = [{ code: 'points', title: 'Points', money: false }];
    const writing = { persian: false, currency: 'IRR', toman: true };
    const { till } = await found(member({ wallets: points }), { units, writing });
    expect(read(shown(MemberZone, till), 'ends')).toEqual(['20 Points until 12 Azar']);
  });

  it('is not told of what ends later than in 30 days', () => {
    const now = Date.now();
    const { days } = club;
    const later = [{ amount: 1, at: at(31) }];
    expect(endingSoon(wallet({ expiring: later }), now, days)).toBeNull();
    expect(endingSoon(wallet({ expiring: [] }), now, days)).toBeNull();
    const both = [{ amount: 7, at: end }, ...later];
    expect(endingSoon(wallet({ expiring: both }), before, days)).toEqual({ amount: 7, lastDay: '2026-12-03' });
    const midnight = { zone: 'Asia/Tehran', start: '00:00' };
    const ends = [{ amount: 7, at: '2026-12-03T20:30:00Z' }];
    expect(endingSoon(wallet({ expiring: ends }), before, midnight)).toEqual({ amount: 7, lastDay: '2026-12-03' });
  });

  it('shows his tier also where only the second ladder gives one', async () => {
    const tiers = [
      { ladder: 'club', tier: null },
      { ladder: 'climb', tier: 'climber' },
    ];
    const { till } = await found(member({ tier: null, tiers }), ladders);
    expect(read(shown(MemberZone, till), 'tier')).toEqual(['کوهنورد']);
  });

  it('has a way to his page', async () => {
    const { till } = await found(member());
    const link = shown(MemberZone, till).querySelector('a[href="/members/m"]');
    expect(link!.className).not.toContain('hidden');
  });
});

describe('The way to the next tier', () => {
  const told = {
    items: [
      {
        standing: { ladder: 'club', tier: 'silver', percent: 76 },
        title: 'نقره‌ای',
        message: '۲۴۰٬۰۰۰ تومان تا طلایی',
        warning: '۲۴۰٬۰۰۰ تومان تا ۲۰ آذر ۱۴۰۵ برای ماندن در نقره‌ای',
      },
      { standing: { ladder: 'climb', tier: 'climber' }, title: 'کوهنورد', message: null },
    ],
  };
  const answer = (call: Sent) => (call.path === '/members/m/tiers' ? { status: 200, body: told } : undefined);

  it('stands there as soon as the member is found, with the fall that is near', async () => {
    const { till } = await found(member(), ladders, answer);
    await vi.waitFor(() => expect(till.customer.ways).not.toBeNull());
    const page = shown(MemberZone, till);
    const [first, second] = read(page, 'way');
    expect(first).toContain('۲۴۰٬۰۰۰ تومان تا طلایی');
    expect(second).toBe('کوهنورد بالاترین سطح است.');
    expect(read(page, 'tier-warning')).toEqual(['۲۴۰٬۰۰۰ تومان تا ۲۰ آذر ۱۴۰۵ برای ماندن در نقره‌ای']);
    const bar = page.querySelector('progress')!;
    expect([bar.getAttribute('value'), bar.getAttribute('aria-label')]).toEqual(['76', '۲۴۰٬۰۰۰ تومان تا طلایی']);
  });

  it('keeps its place until it is known, and gives it up where it cannot be', async () => {
    const { till } = await found(member(), ladders, call => (call.path.endsWith('/tiers') ? 'lost' : undefined));
    till.customer.ways = null;
    expect(read(shown(MemberZone, till), 'way').length).toBe(2);
    till.customer.take(till.member);
    await vi.waitFor(() => expect(till.customer.ways).toEqual([]));
    expect(read(shown(MemberZone, till), 'way')).toEqual([]);
  });

  it('is not asked for where the club has no ladder, nor shown for another member', async () => {
    const { till, sent } = await found(member(), {}, answer);
    expect(sent.some(call => call.path.endsWith('/tiers'))).toBe(false);
    till.leaveMember();
    expect(read(shown(MemberZone, till), 'way')).toEqual([]);
  });
});
