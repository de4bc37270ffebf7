import { Window } from 'happy-dom';
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { Api } from '../api';
import type { Club } from './contract';
import { OfficeCounter } from './counter';
import { OfficeDelivery } from './delivery';
import { Till } from './till.svelte';

export const club: Club = {
  writing: { persian: true, currency: 'IRR', toman: true },
  cashier: 'mina',
  cashierDiscount: 0,
  mayLet: false,
  calendar: 'jalali',
  days: { zone: 'Asia/Tehran', start: '04:00' },
  places: [{ branch: 'main', title: 'شعبهٔ اصلی' }],
  units: [{ code: 'credit', title: 'اعتبار', money: true }],
  groups: {},
  tiers: {},
  ladders: 0,
};

export interface Sent {
  path: string;
  key: string | null;
  body: {
    lines?: { unitPrice: number }[];
    spend?: { amount: number }[];
    expect?: { payable: number };
    unit?: string;
    amount?: number;
  };
}

export type Reply = { status: number; body: unknown } | 'lost';

/** A till, and a server that answers by the contract, and remembers what it was sent. */
export function shop(reply: (sent: Sent) => Reply | undefined = () => undefined, its: Partial<Club> = {}) {
  const sent: Sent[] = [];
  const api = new Api('fa', (input, init) => {
    const call: Sent = {
      path: String(input).replace('/api/v1', ''),
      key: new Headers(init?.headers).get('Idempotency-Key'),
      body: init?.body ? (JSON.parse(String(init.body)) as Sent['body']) : {},
    };
    sent.push(call);
    const answer = reply(call) ?? { status: 200, body: receipt(call) };
    return answer === 'lost'
      ? Promise.reject(new TypeError('network'))
      : Promise.resolve(new Response(JSON.stringify(answer.body), { status: answer.status }));
  });
  const till = new Till({ ...club, ...its }, new OfficeCounter(api), told => new OfficeDelivery(api, told));
  const sales = () => sent.filter(call => call.path === '/purchases');
  return { till, sent, sales };
}

export const credit = 300_000;

function receipt({ body }: Sent) {
  const total = (body.lines ?? []).reduce((sum, line) => sum + line.unitPrice, 0);
  const spent = (body.spend ?? []).reduce((sum, part) => sum + part.amount, 0);
  const payable = total - spent;
  const maySpend = [{ unit: 'credit', amount: Math.min(credit, total) }];
  return { id: 'a', total, discount: 0, spent, payable, earned: [], gifts: [], applied: [], notApplied: [], maySpend };
}

/** What a part of the page shows while the till is so. */
export function shown(part: Component<never>, till: Till, props: Record<string, unknown> = {}): Document {
  const context = new Map<string, unknown>([
    ['till', till],
    ['icons', '/icons.svg'],
  ]);
  const { body } = render(part as Component<Record<string, unknown>>, { props, context });
  const window = new Window();
  window.document.body.innerHTML = body;
  return window.document as unknown as Document;
}

/** What stands in the parts of that name, without the spaces between. */
export function read(page: Document, name: string): string[] {
  return [...page.querySelectorAll(`[data-testid="${name}"]`)].map(part =>
    (part.textContent ?? '').replace(/\s+/g, ' ').trim(),
  );
}
