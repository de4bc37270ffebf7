import { describe, expect, it } from 'vitest';
import type { Answer } from '../../api';
import type { Member } from '../../sale/contract';
import type { Plan, Standing } from './plan';
import { type KeptMember, Roll } from './roll';
import { Snapshot, type ToldMember, type ToldPlan } from './snapshot';

const HOUR = 3_600_000;

function ok<T>(value: T): Answer<T> {
  return { kind: 'ok', value, replayed: false };
}

function told(id: string): ToldMember {
  return { member: { id, card: '1' } as Member, mark: null, end: null, standing: {} as Standing };
}

/** A shop whose server tells pages of members, and a device with a disk. */
function device() {
  const disk = new Map<string, unknown>();
  const members = new Map<string, KeptMember>();
  const asked: string[] = [];
  const its = {
    now: 1_000 * HOUR,
    plan: ok({ key: 'k1', keep: 3, plan: { at: 1_000 * HOUR, until: 1_048 * HOUR } as Plan }) as Answer<ToldPlan>,
    pages: [] as Answer<{ items: ToldMember[]; next: string | null }>[],
    asked,
    members,
    open: () => {
      const roll = {
        put: async (some: KeptMember[]) => some.forEach(one => members.set(one.id, one)),
        one: async (id: string) => members.get(id),
        forgetAll: async () => members.clear(),
        forgetBefore: async (at: number) => members.forEach(one => one.at < at && members.delete(one.id)),
      } as unknown as Roll;
      const shelf = {
        thing: async <T>(name: string) => disk.get(name) as T | undefined,
        setCopy: async (name: string, value: unknown) => void disk.set(name, structuredClone(value)),
      };
      const teller = {
        plan: async () => its.plan,
        members: async (query: string) => {
          asked.push(query.replaceAll('%3A', ':'));
          return its.pages.shift() ?? ok({ items: [], next: null });
        },
      };
      return new Snapshot(roll, shelf, teller, () => its.now);
    },
  };
  return its;
}

describe('What a till keeps for when the network is gone', () => {
  it('comes page by page, and no more members than the owner allows', async () => {
    const it = device();
    it.pages = [ok({ items: [told('a'), told('b')], next: 'n1' }), ok({ items: [told('c'), told('d')], next: 'n2' })];
    const snapshot = it.open();
    await snapshot.refresh();
    expect(it.asked).toEqual(['key=k1', 'key=k1&cursor=n1']);
    expect([...it.members.keys()]).toEqual(['a', 'b', 'c']);
    expect(await snapshot.standing('c')).not.toBeNull();
    expect(await snapshot.standing('d')).toBeNull();
  });

  it('is then only added to, and read again after a start', async () => {
    const it = device();
    it.pages = [ok({ items: [told('a')], next: null })];
    await it.open().refresh();
    it.now += HOUR;
    const again = it.open();
    await again.open();
    expect(again.plan).not.toBeNull();
    await again.refresh();
    expect(it.asked[1]).toBe(`key=k1&since=${new Date(1_000 * HOUR - 120_000).toISOString()}`);
    expect([...it.members.keys()]).toEqual(['a']);
  });

  it('goes on from the beginning where a walk broke off', async () => {
    const it = device();
    it.pages = [ok({ items: [told('a')], next: 'n1' }), { kind: 'lost' }];
    const snapshot = it.open();
    await snapshot.refresh();
    await snapshot.refresh();
    expect(it.asked[2]).toBe('key=k1');
  });

  it('forgets who is no regular any more, and answers to other questions count no more', async () => {
    const it = device();
    it.pages = [ok({ items: [told('a'), told('b')], next: null })];
    const snapshot = it.open();
    await snapshot.refresh();
    it.now += HOUR;
    it.plan = ok({ key: 'k2', keep: 3, plan: { at: it.now, until: it.now + HOUR } as Plan });
    it.pages = [{ kind: 'lost' }];
    await snapshot.refresh();
    expect(await snapshot.standing('a')).toBeNull();
    expect(await snapshot.member('a')).not.toBeNull();
    it.pages = [ok({ items: [told('b')], next: null })];
    await snapshot.refresh();
    expect([...it.members.keys()]).toEqual(['b']);
    expect(await snapshot.standing('b')).not.toBeNull();
  });

  it('ends: offers after two days, everything after a week', async () => {
    const it = device();
    it.pages = [ok({ items: [told('a')], next: null })];
    await it.open().refresh();
    it.now += 48 * HOUR;
    const later = it.open();
    await later.open();
    expect(later.plan).toBeNull();
    expect(it.members.size).toBe(1);
    it.now += 6 * 24 * HOUR;
    await it.open().open();
    expect(it.members.size).toBe(0);
  });
});
