import { describe, expect, it } from 'vitest';
import type { Answer } from '../api';
import type { Receipt } from '../sale/contract';
import { Sender } from './sender';
import type { Fate, KeptSale, Known, Store } from './store';

const receipt = { total: 10, payable: 10 } as Receipt;
const ok: Answer<Receipt> = { kind: 'ok', value: receipt, replayed: false };
const lost: Answer<Receipt> = { kind: 'lost' };
const refused = (code: string, status = 422): Answer<Receipt> => ({
  kind: 'refused',
  problem: { status, code, title: code, errors: [], body: {} },
});

function sale(id: string, its: Partial<KeptSale> = {}): KeptSale {
  const body = JSON.stringify({ id, member: { mobile: '0912' }, at: 'then', expect: { payable: 10 } });
  return {
    id,
    number: '1-0001',
    at: 'then',
    keptAt: 0,
    cashier: 'mina',
    body,
    shown: receipt,
    member: null,
    joins: null,
    ...its,
  };
}

const concluded = (id: string): Fate => ({
  kind: 'concluded',
  body: JSON.stringify({ id, member: { mobile: '0912' }, at: 'then', taken: { payable: 10 } }),
});

/** A store and a server in memory; what the server says of each body in turn. */
async function send(waiting: Known[], says: (body: string, key: string) => Answer<Receipt>) {
  const told: [string, Fate][] = [];
  const sent: { key: string; body: Record<string, unknown> }[] = [];
  const store = {
    waiting: () => Promise.resolve(waiting),
    tell: (id: string, fate: Fate) => Promise.resolve(void told.push([id, fate])),
  } as unknown as Store;
  const sell = (body: string, key: string) => {
    sent.push({ key, body: JSON.parse(body) as Record<string, unknown> });
    return Promise.resolve(says(body, key));
  };
  const joined: string[] = [];
  const join = ({ mobile }: { mobile: string }) => Promise.resolve((joined.push(mobile), ok));
  const sender = new Sender(store, { sell, join, sale: () => Promise.resolve(ok) }, () => {});
  sender.run();
  await new Promise(done => setTimeout(done, 20));
  return { told: told.map(([id, fate]) => `${id} ${fate.kind}`), sent, joined };
}

describe('What a till sends', () => {
  it('goes as it was agreed, under its own id', async () => {
    const { told, sent } = await send([{ sale: sale('a'), fate: concluded('a') }], () => ok);
    expect(told).toEqual(['a recorded']);
    expect(sent.map(s => s.key)).toEqual(['a']);
    expect(sent[0]!.body['expect']).toEqual({ payable: 10 });
  });

  it('is told as a fact where the price has changed since it was handed over', async () => {
    const { told, sent } = await send([{ sale: sale('a'), fate: concluded('a') }], (_, key) =>
      key === 'a' ? refused('purchase.changed', 409) : ok,
    );
    expect(told).toEqual(['a recorded']);
    expect(sent.map(s => s.key)).toEqual(['a', 'a:fact']);
    expect(sent[1]!.body['taken']).toEqual({ payable: 10 });
  });

  it('is withdrawn where nothing was handed over', async () => {
    const { told } = await send([{ sale: sale('a'), fate: null }], () => refused('purchase.changed', 409));
    expect(told).toEqual(['a withdrawn']);
  });

  it('is left to its own tab while it is fresh', async () => {
    const { sent } = await send([{ sale: sale('a', { keptAt: Date.now() }), fate: null }], () => ok);
    expect(sent).toEqual([]);
  });

  it('loses what cannot be of it, and never the sale', async () => {
    const { told, sent } = await send([{ sale: sale('a'), fate: concluded('a') }], body => {
      const { member, at } = JSON.parse(body) as Record<string, unknown>;
      return member ? refused('purchase.unknown-member') : at ? refused('purchase.in-future') : ok;
    });
    expect(told).toEqual(['a recorded']);
    expect(sent.map(s => s.key)).toEqual(['a', 'a:fact', 'a:member', 'a:at']);
    expect(sent.at(-1)!.body['taken']).toEqual({ payable: 10, withoutMember: true, withoutTime: true });
  });

  it('is shown to somebody where the server does not take it at all', async () => {
    const { told } = await send([{ sale: sale('a'), fate: concluded('a') }], () => refused('taken.payable'));
    expect(told).toEqual(['a refused']);
  });

  it('waits where nobody answers, and does not hold up the others where one breaks the server', async () => {
    const all = ['a', 'b', 'c', 'd', 'e'].map(id => ({ sale: sale(id), fate: concluded(id) }));
    const one = await send(all, (_, key) => (key === 'b' ? lost : ok));
    expect(one.told).toEqual(['a recorded', 'c recorded', 'd recorded', 'e recorded']);
    const none = await send(all, () => lost);
    expect(none.told).toEqual([]);
    expect(none.sent.length).toBe(2);
  });

  it('is preceded by whoever joins with it', async () => {
    const { told, joined } = await send(
      [{ sale: sale('a', { joins: { mobile: '09121234567' } }), fate: concluded('a') }],
      () => ok,
    );
    expect(joined).toEqual(['09121234567']);
    expect(told).toEqual(['a recorded']);
  });
});
