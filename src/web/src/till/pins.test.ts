import { expect, it } from 'vitest';
import type { Answer } from '../api';
import type { Cashier, CashierTile } from './contract';
import { Pins, type PinStore, TRIES } from './pins';
import { Shift } from './shift.svelte';

const mina: Cashier = { user: 'mina', role: 'cashier', approves: false };
const tile: CashierTile = { user: 'mina', hasPin: true, approves: false };
const ok = <T>(value: T): Answer<T> => ({ kind: 'ok', value, replayed: false });
const lost: Answer<never> = { kind: 'lost' };
const refused = (code: string): Answer<never> => ({
  kind: 'refused',
  problem: { status: 422, code, title: code, errors: [], body: {} },
});

/** A disk that outlives a page. */
function disk(): PinStore & { things: Map<string, unknown> } {
  const things = new Map<string, unknown>();
  return {
    things,
    thing: <T>(name: string) => Promise.resolve(structuredClone(things.get(name)) as T | undefined),
    setThing: (name, value) => Promise.resolve(void things.set(name, structuredClone(value))),
  };
}

const few = 1_000;

it('knows a PIN that was right here, on this disk alone', async () => {
  const store = disk();
  const pins = new Pins(store, () => 0, few);
  expect(await pins.check('mina', '7391')).toEqual({ kind: 'unknown' });
  await pins.learn(mina, '7391');
  expect(await pins.check('mina', '7391')).toEqual({ kind: 'right', cashier: mina });
  const other = disk();
  other.things.set('pins', store.things.get('pins'));
  expect((await new Pins(other, () => 0, few).check('mina', '7391')).kind).toBe('wrong');
  expect((store.things.get('pin-key') as CryptoKey).extractable).toBe(false);
  expect(JSON.stringify([...store.things])).not.toContain('7391');
});

it('counts wrong ones on the disk and closes after five, until the server says it is right', async () => {
  const store = disk();
  await new Pins(store, () => 0, few).learn(mina, '7391');
  for (let left = TRIES - 1; left > 0; left--) {
    // Each time the page is loaded anew.
    expect(await new Pins(store, () => 0, few).check('mina', '0000')).toEqual({ kind: 'wrong', left });
  }

  const pins = new Pins(store, () => 0, few);
  expect(await pins.check('mina', '0000')).toEqual({ kind: 'locked' });
  expect(await pins.check('mina', '7391')).toEqual({ kind: 'locked' });
  await pins.learn(mina, '7391');
  expect((await pins.check('mina', '7391')).kind).toBe('right');
});

it('forgets who was not here for a week, and whose PIN was taken away', async () => {
  let now = 0;
  const pins = new Pins(disk(), () => now, few);
  await pins.learn(mina, '7391');
  now = 7 * 86_400_000 + 1;
  expect(await pins.check('mina', '7391')).toEqual({ kind: 'unknown' });
  await pins.learn(mina, '7391');
  await pins.keepOnly([tile]);
  expect((await pins.check('mina', '7391')).kind).toBe('right');
  await pins.keepOnly([{ ...tile, hasPin: false }]);
  expect(await pins.check('mina', '7391')).toEqual({ kind: 'unknown' });
});

/** A server that is there or not, and what it was told. */
function shop() {
  const store = disk();
  const pins = new Pins(store, () => 0, few);
  const told: string[] = [];
  const server = {
    says: ok(mina) as Answer<Cashier>,
    begin: (user: string, pin: string) => (told.push(`${user} ${pin}`), Promise.resolve(server.says)),
    end: () => (told.push('end'), Promise.resolve(server.says)),
  };
  return { store, pins, told, server, shift: new Shift(store, server, pins) };
}

it('lets a cashier in without network, and tells the server when it is there again', async () => {
  const { shift, server, told } = shop();
  await shift.begin(tile, '7391');
  server.says = lost;
  expect((await shift.begin(tile, '7392')).offline).toEqual({ kind: 'wrong', left: TRIES - 1 });
  expect(shift.unsaid).toBeNull();
  expect((await shift.begin(tile, '7391')).offline?.kind).toBe('right');
  expect(shift.unsaid).toEqual({ user: 'mina' });
  expect(await shift.settle()).toBe('lost');
  server.says = ok(mina);
  told.length = 0;
  expect(await shift.settle()).toBe('settled');
  expect([told, shift.unsaid]).toEqual([['mina 7391'], null]);
});

it('ends a shift whose PIN was changed meanwhile, and knows that PIN no more', async () => {
  const { shift, server, pins, told } = shop();
  await shift.begin(tile, '7391');
  server.says = lost;
  await shift.begin(tile, '7391');
  const end = server.end;
  server.begin = () => Promise.resolve(refused('pin.wrong'));
  server.says = ok(mina);
  server.end = end;
  expect(await shift.settle()).toBe('gone');
  expect(told.at(-1)).toBe('end');
  expect(await pins.check('mina', '7391')).toEqual({ kind: 'unknown' });
});

it('after a page that was closed meanwhile the PIN has to be typed again, and a leaving is told late', async () => {
  const { shift, server, store, pins } = shop();
  await shift.begin(tile, '7391');
  server.says = lost;
  await shift.begin(tile, '7391');
  const later = new Shift(store, server, pins);
  await later.open();
  server.says = ok(mina);
  expect(await later.settle()).toBe('gone');
  server.says = lost;
  await later.end();
  expect(later.unsaid).toBe('left');
  server.says = ok(mina);
  expect(await later.settle()).toBe('settled');
});
