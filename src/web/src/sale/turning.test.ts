import { describe, expect, it, vi } from 'vitest';
import type { Club, Wallet } from './contract';
import MemberZone from './MemberZone.svelte';
import { read, type Reply, type Sent, shop, shown } from './till.sample';

const its: Partial<Club> = {
  units: [
    { code: 'points', title: 'امتیاز', money: false, into: { to: 'credit', per: 100, gives: 50_000 } },
    { code: 'credit', title: 'اعتبار', money: true },
  ],
};

/** A member with so many points stands at the till. */
async function with_(points: number, turns: (sent: Sent) => Reply | undefined = () => undefined) {
  let left = points;
  const wallets = (): Wallet[] => [
    { unit: 'points', balance: left, pending: 0 },
    { unit: 'credit', balance: 0, pending: 0 },
  ];
  const made = shop(call => {
    if (call.path === '/members/m/conversions') {
      const said = turns(call) ?? { status: 201, body: {} };
      if (said !== 'lost' && said.status === 201) left -= call.body.amount!;
      return said;
    }

    if (!call.path.startsWith('/members')) return undefined;
    return { status: 200, body: { id: 'm', groups: [], visits: 1, wallets: wallets() } };
  }, its);
  await made.till.search.byId('m');
  const { turning } = made.till.customer;
  const conversions = () => made.sent.filter(call => call.path.endsWith('/conversions'));
  return { ...made, turning, conversions, start: () => turning.start('m', wallets()[0]!) };
}

const offered = (till: Parameters<typeof shown>[1]) =>
  [...shown(MemberZone, till).querySelectorAll('button[aria-haspopup=dialog]')].map(b => b.getAttribute('aria-label'));

describe('A unit that turns into another', () => {
  it('can be turned where there is a full step, and is asked for all full steps', async () => {
    const { till, turning, start } = await with_(250);
    expect(offered(till)).toEqual(['تبدیل امتیاز به اعتبار']);
    start();
    expect(turning.typed).toBe('۲۰۰');
    expect(read(shown(MemberZone, till), 'turn')[0]).toContain('۱۰٬۰۰۰ تومان اعتبار می‌شود.');
  });

  it('cannot be turned below a full step', async () => {
    const { till, turning, start } = await with_(99);
    expect(offered(till)).toEqual([]);
    start();
    expect(turning.open).toBeNull();
  });

  it('goes up and down by full steps, within what there is', async () => {
    const { turning, start } = await with_(350);
    start();
    turning.step(1);
    expect(turning.amount).toBe(300);
    turning.type('۱۵۰');
    turning.step(1);
    expect(turning.amount).toBe(200);
    turning.type('150');
    turning.step(-1);
    expect(turning.amount).toBe(100);
    turning.step(-1);
    expect(turning.amount).toBe(100);
  });

  it('is sent once with a key, and the wallets are fresh afterwards', async () => {
    const { till, turning, start, conversions } = await with_(250);
    start();
    await Promise.all([turning.send(), turning.send()]);
    expect(conversions().map(call => call.body)).toEqual([{ unit: 'points', amount: 200 }]);
    expect(conversions()[0]!.key).toMatch(/^[0-9a-f]{8}-/);
    expect(till.member!.wallets[0]!.balance).toBe(50);
    expect(turning.open).toBeNull();
    expect(read(shown(MemberZone, till), 'turned')).toEqual(['۲۰۰ امتیاز، ۱۰٬۰۰۰ تومان اعتبار شد.']);
  });

  it('has the sale priced anew, as there is more to pay with', async () => {
    const { till, turning, start, sent } = await with_(250);
    till.add({ quantity: 1, unitPrice: 800_000 });
    await vi.waitFor(() => expect(till.quotes.busy).toBe(false));
    const quotes = () => sent.filter(call => call.path === '/purchases/quote').length;
    const before = quotes();
    start();
    await turning.send();
    await vi.waitFor(() => expect(quotes()).toBe(before + 1));
  });

  it('says at the field what is no full step, without asking', async () => {
    const { till, turning, start, conversions } = await with_(250);
    start();
    turning.type('150');
    await turning.send();
    expect(conversions()).toEqual([]);
    expect(turning.said).toEqual(['تنها مضرب‌های ۱۰۰ امتیاز تبدیل می‌شود.']);
    expect(shown(MemberZone, till).querySelector('#turn-said')!.textContent).toContain('تنها مضرب‌های');
    turning.type('100');
    expect(turning.said).toEqual([]);
  });

  it('says a refusal at the field and may be sent again with another key', async () => {
    let refusals = 1;
    const body = { code: 'ledger.not-enough', title: '', errors: [{ message: 'تنها ۱۰۰ امتیاز دارد.' }] };
    const { turning, start, conversions } = await with_(250, () =>
      refusals-- > 0 ? { status: 409, body } : undefined,
    );
    start();
    await turning.send();
    expect(turning.said).toEqual(['تنها ۱۰۰ امتیاز دارد.']);
    await turning.send();
    expect(turning.open).toBeNull();
    expect(conversions()[0]!.key).not.toBe(conversions()[1]!.key);
  });

  it('keeps its key while its answer was lost', async () => {
    let lost = 1;
    const { turning, start, conversions } = await with_(250, () => (lost-- > 0 ? 'lost' : undefined));
    start();
    await turning.send();
    expect(turning.said[0]).toContain('دو بار تبدیل نمی‌شود');
    turning.leave();
    start();
    await turning.send();
    expect(conversions()[0]!.key).toBe(conversions()[1]!.key);
  });

  it('is not shown to the next member', async () => {
    const { till, turning, start } = await with_(250);
    start();
    await turning.send();
    await till.search.byId('m');
    expect(turning.done).toBe('');
  });
});
