import type { Answer } from '../../api';
import type { Member } from '../../sale/contract';
import type { Plan, Standing } from './plan';
import { type KeptMember, Roll, plain } from './roll';

/** The programme as it is told; members that go with it have its key. */
export interface ToldPlan {
  key: string;
  keep: number;
  plan: Plan;
}

export interface ToldMember {
  member: Member;
  mark: string | null;
  end: string | null;
  standing: Standing;
}

/** What the snapshot asks of the server. */
export interface Teller {
  plan(): Promise<Answer<ToldPlan>>;
  members(query: string): Promise<Answer<{ items: ToldMember[]; next: string | null }>>;
}

/** Where the snapshot keeps the plan. */
export interface Shelf {
  thing<T>(name: string): Promise<T | undefined>;
  setCopy(name: string, value: unknown): Promise<void>;
}

interface Kept extends ToldPlan {
  /** Until when its members are told: the walk that came to its end. */
  walkedAt: number;
}

const PREVIEW = 'preview';
/** A sale that was on its way while members were told is told again. */
const OVERLAP = 120_000;
/** A device that was not told anything for so long knows nobody any more. */
const FORGETS_AFTER = 7 * 86_400_000;

/**
 * What a till knows for when the network is gone: the last programme, and members who bought here lately. It is brought
 * up to date while the till is connected.
 */
export class Snapshot {
  private kept: Kept | null = null;
  private busy = false;

  /** @param now by the server's clock. */
  constructor(
    private readonly roll: Roll,
    private readonly shelf: Shelf,
    private readonly teller: Teller,
    private readonly now: () => number,
  ) {}

  get plan(): Plan | null {
    const plan = this.kept?.plan;
    return plan && this.now() < plan.until ? plan : null;
  }

  async open(): Promise<void> {
    this.kept = (await this.shelf.thing<Kept>(PREVIEW)) ?? null;
    if (this.kept && this.now() - this.kept.plan.at > FORGETS_AFTER) await this.forget();
  }

  /** Brings it up to date; only members who bought since, unless the questions are others. */
  async refresh(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await this.bring();
    } finally {
      this.busy = false;
    }
  }

  /** The device is shut out. */
  async forget(): Promise<void> {
    this.kept = null;
    await this.roll.forgetAll();
  }

  /** A member, and what the plan must know of him; null where that is of another plan. */
  async standing(id: string): Promise<{ standing: Standing; at: number } | null> {
    const one = await this.roll.one(id);
    return one && one.key === this.kept?.key ? one : null;
  }

  async member(id: string): Promise<Member | null> {
    return (await this.roll.one(id))?.member ?? null;
  }

  /** Whom the cashier means by a mobile, a card, the last digits or a name. */
  async find(typed: string, device: string): Promise<Member[]> {
    return (await this.look(typed, device)).map(({ member }) => member);
  }

  private async look(typed: string, device: string): Promise<KeptMember[]> {
    if (!/^\d+$/.test(typed)) return this.roll.named(typed);
    if (typed.length === 11) return this.roll.by('mark', await mark(device, '+98' + typed.slice(1)));
    if (typed.length === 10) return this.roll.by('card', typed);
    return typed.length >= 4 ? this.roll.by('end', typed.slice(-4)) : [];
  }

  private async bring(): Promise<void> {
    const told = await this.teller.plan();
    if (told.kind !== 'ok') return;
    const before = this.kept;
    const same = before !== null && before.key === told.value.key;
    const started = this.now();
    // A walk that broke off goes on from where the last whole one began.
    this.kept = { ...told.value, walkedAt: same ? before.walkedAt : 0 };
    await this.shelf.setCopy(PREVIEW, this.kept);
    const whole = this.kept.walkedAt === 0;
    if (!(await this.walk(this.kept, started))) return;
    this.kept.walkedAt = started;
    await this.shelf.setCopy(PREVIEW, this.kept);
    if (whole) await this.roll.forgetBefore(started);
  }

  /** Asks for members page by page, who bought last first; false when it broke off. */
  private async walk({ key, keep, walkedAt }: Kept, at: number): Promise<boolean> {
    let [cursor, count] = ['', 0];
    while (count < keep) {
      const query = new URLSearchParams({ key });
      if (walkedAt > 0) query.set('since', new Date(walkedAt - OVERLAP).toISOString());
      if (cursor) query.set('cursor', cursor);
      const page = await this.teller.members(query.toString());
      if (page.kind !== 'ok') return false;
      await this.roll.put(page.value.items.slice(0, keep - count).map(told => keptOf(told, key, at)));
      count += page.value.items.length;
      if (!page.value.next) return true;
      cursor = page.value.next;
    }

    return true;
  }
}

function keptOf({ member, mark, end, standing }: ToldMember, key: string, at: number): KeptMember {
  const name = plain([member.firstName, member.lastName].filter(Boolean).join(' '));
  return { id: member.id, card: member.card, mark, end, name, member, standing, key, at };
}

/** How a whole mobile is recognised: no list of numbers stands on the device. */
async function mark(device: string, mobile: string): Promise<string> {
  const bytes = new TextEncoder();
  const hash = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', bytes.encode(device), hash, false, ['sign']);
  const made = new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes.encode(mobile)));
  return [...made.slice(0, 16)].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
