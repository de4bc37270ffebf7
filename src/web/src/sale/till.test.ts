import { describe, expect, it, vi } from 'vitest';
import type { Till } from './till.svelte';
import { credit, type Reply, type Sent, shop } from './till.sample';

async function type(till: Till, ...entries: string[]): Promise<void> {
  for (const entry of entries) {
    till.type(entry);
    await till.enter();
  }

  await vi.waitFor(() => expect(till.quotes.busy).toBe(false));
}

const changed = { status: 409, body: { code: 'purchase.changed', title: 'تغییر کرد', errors: [] } };

describe('Recording a sale', () => {
  it('sends the price that was seen, and a key', async () => {
    const { till, sales } = shop();
    await type(till, '80000');
    await till.record();
    expect(till.step).toBe('done');
    expect(sales()[0]!.body.expect).toEqual({ payable: 800_000 });
    expect(sales()[0]!.key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
  });

  it('happens once, however often the button is pressed', async () => {
    const { till, sales } = shop();
    await type(till, '80000');
    await Promise.all([till.record(), till.record(), till.record()]);
    await till.record();
    expect(sales().length).toBe(1);
  });

  it('asks again with the same key and body when the answer was lost', async () => {
    vi.useFakeTimers();
    try {
      let lost = 2;
      const { till, sales } = shop(call => (call.path === '/purchases' && lost-- > 0 ? 'lost' : undefined));
      till.type('80000');
      await till.enter();
      await vi.advanceTimersByTimeAsync(100);
      await till.record();
      expect(till.step).toBe('unsure');
      till.remove(0);
      till.back();
      expect(till.lines.length).toBe(1);
      await vi.advanceTimersByTimeAsync(7000);
      expect(till.step).toBe('done');
      expect(sales().length).toBe(3);
      expect(new Set(sales().map(call => call.key + JSON.stringify(call.body))).size).toBe(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it('shows a changed price and takes another key for it', async () => {
    let refusals = 1;
    const { till, sales } = shop(call => (call.path === '/purchases' && refusals-- > 0 ? changed : undefined));
    await type(till, '80000');
    await till.record();
    expect(till.step).toBe('pay');
    expect(till.said[0]).toContain('تغییر کرد');
    await vi.waitFor(() => expect(till.mayRecord).toBe(true));
    await till.record();
    expect(till.step).toBe('done');
    expect(sales()[0]!.key).not.toBe(sales()[1]!.key);
  });

  it('does not happen while the price is not known', async () => {
    const { till, sales } = shop();
    till.type('80000');
    await till.enter();
    await till.record();
    expect(sales().length).toBe(0);
  });
});

describe('Paying with credit', () => {
  it('spends all that may be spent, also when the basket changes', async () => {
    const { till } = shop();
    await type(till, '20000');
    till.toggleAll();
    await vi.waitFor(() => expect(till.quotes.latest?.spent).toBe(200_000));
    await type(till, '50000');
    await vi.waitFor(() => expect(till.quotes.latest?.spent).toBe(credit));
    till.toggleAll();
    await vi.waitFor(() => expect(till.quotes.latest?.spent).toBe(0));
  });

  it('is held to what may be spent when more was asked for', async () => {
    const tooMuch = (call: Sent): Reply | undefined =>
      (call.body.spend?.[0]?.amount ?? 0) > credit
        ? { status: 422, body: { code: 'spend.too-much', title: '', errors: [] } }
        : undefined;
    const { till } = shop(tooMuch);
    await type(till, '90000');
    till.spend('credit', 900_000);
    await vi.waitFor(() => expect(till.quotes.latest?.spent).toBe(credit));
  });
});

describe('A member at the till', () => {
  it('is found by his mobile, or enrolled under it', async () => {
    const { till, sent } = shop(call => {
      if (call.path.startsWith('/members?')) return { status: 200, body: { items: [] } };
      if (call.path !== '/members') return undefined;
      return { status: 201, body: { id: 'm', groups: [], wallets: [], visits: 0, ...call.body } };
    });
    till.type('۰۹۱۲۱۲۳۴۵۶۷');
    await till.enter();
    expect(till.step).toBe('enrol');
    till.enrolment.name = 'نگار محمدی راد';
    await till.search.enrol();
    expect(sent.at(-1)!.body).toEqual({ mobile: '09121234567', firstName: 'نگار', lastName: 'محمدی راد' });
    expect(till.member?.id).toBe('m');
    expect(till.step).toBe('entry');
  });
});
