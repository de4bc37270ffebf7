import { describe, expect, it } from 'vitest';
import { Api } from '../api';
import { Words } from '../words';
import { Beginning } from './beginning.svelte';

const sale = { total: 5_000_000, discount: 0, payable: 5_000_000, earned: [], applied: [], notApplied: [] };
const trades = ['cafe', 'salon'].map(code => ({
  code,
  title: code,
  about: '',
  rules: [],
  offers: [
    { code: 'welcome', title: '', sentence: '' },
    { code: 'birthday', title: '', sentence: '' },
  ],
  preview: sale,
}));

interface Sent {
  path: string;
  body: Record<string, unknown> | null;
  key: string | null;
}

function open(answer: (path: string) => [number, unknown]) {
  const sent: Sent[] = [];
  const left: string[] = [];
  const send = (input: unknown, init?: RequestInit): Promise<Response> => {
    const path = String(input).replace('/api/v1', '');
    const headers = new Headers(init?.headers);
    sent.push({
      path,
      body: init?.body ? (JSON.parse(String(init.body)) as Record<string, unknown>) : null,
      key: headers.get('Idempotency-Key'),
    });
    const [status, body] = answer(path);
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  };
  const words = new Words({ persian: true, currency: 'IRR', toman: true });
  const beginning = new Beginning(words, new Api('fa', send as typeof fetch), address => left.push(address));
  return { beginning, sent, left };
}

const good = (path: string): [number, unknown] =>
  path === '/first-run' ? [200, { untouched: true, trades }] : [200, sale];

const settle = () => new Promise(resolve => setTimeout(resolve, 5));

describe('beginning a club', () => {
  it('asks for the name before it goes on', async () => {
    const { beginning } = open(good);
    await beginning.open();
    beginning.onward();
    expect([beginning.step, beginning.nameMissing]).toEqual([0, true]);
    beginning.name = 'کافه';
    beginning.onward();
    expect([beginning.step, beginning.nameMissing]).toEqual([1, false]);
  });

  it('previews each choice with the first offer of its trade', async () => {
    const { beginning, sent } = open(good);
    await beginning.open();
    beginning.choose(beginning.trades[1]!);
    beginning.turn('birthday', true);
    await settle();
    expect(sent.at(-1)?.body).toMatchObject({ trade: 'salon', offers: ['welcome', 'birthday'] });
    expect(beginning.sale?.payable).toBe(5_000_000);
  });

  it('sends once under one key, and leaves for the sale page', async () => {
    const { beginning, sent, left } = open(good);
    await beginning.open();
    beginning.name = ' کافه ';
    for (let step = 0; step < 5; step++) beginning.onward();
    await settle();
    const begun = sent.filter(call => call.path === '/first-run' && call.body);
    expect(begun).toHaveLength(1);
    expect(begun[0]?.key).toBeTruthy();
    expect(begun[0]?.body?.['name']).toBe('کافه');
    expect(left).toEqual(['/sale']);
  });

  it('leads back to the step whose field was refused, and keeps what was typed', async () => {
    const errors = [{ pointer: '/timeZone', message: 'این منطقه شناخته نیست.' }];
    let asked = 0;
    const { beginning } = open(path =>
      path === '/first-run' && asked++ > 0 ? [422, { code: 'club.time-zone', title: '', errors }] : good(path),
    );
    await beginning.open();
    beginning.name = 'کافه';
    for (let step = 0; step < 4; step++) beginning.onward();
    await settle();
    expect([beginning.step, beginning.name, beginning.sending]).toEqual([2, 'کافه', false]);
    expect(beginning.wrong).toEqual(['این منطقه شناخته نیست.']);
  });
});
