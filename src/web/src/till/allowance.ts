/**
 * What was set apart of members' credit for this device while it had network, so that they can spend it here without.
 * The store moves it in one transaction with the sale, so that two tabs never spend it twice.
 */
import type { Answer, Problem } from '../api';
import type { Member, Receipt } from '../sale/contract';
import type { Body } from '../sale/quotes.svelte';
import type { Server } from './server';
import type { Store } from './store';

/** What the server set apart, and how the unit pays. */
export interface SetApart {
  id: string;
  unit: string;
  /** All that was ever set apart under this id. */
  amount: number;
  /** What no sale that came in has taken of it. */
  left: number;
  /** By the server's clock; from then on nothing of it may be spent. */
  until: string;
  least: number;
  most?: number | null;
  step: number;
  /** The most of a bill that it pays, in ten-thousandths. */
  maxShare: number;
}

/** The same as this device keeps it. */
export interface Allowance extends SetApart {
  member: Member;
  /** The whole mobile, where it was typed here: without network he is found by it. */
  typed: string | null;
  /** What sales of this device have taken of it, come in or not. */
  used: number;
}

/** What one sale takes of an allowance. */
export interface Claim {
  id: string;
  amount: number;
}

/** What may still be spent of them at this moment. */
export function live(kept: Allowance[], member: string, now: Date): Allowance[] {
  return kept.filter(one => one.member.id === member && one.used < one.amount && Date.parse(one.until) > now.getTime());
}

/** What a member may spend of each unit where nobody can be asked, of so much that is to be paid. */
export function maySpend(kept: Allowance[], payable: number): { unit: string; amount: number }[] {
  const units = [...new Set(kept.map(one => one.unit))];
  return units.map(unit => {
    const mine = kept.filter(one => one.unit === unit);
    const [rules] = mine as [Allowance];
    const share = Number((BigInt(payable) * BigInt(rules.maxShare)) / 10_000n);
    const held = mine.reduce((sum, one) => sum + one.amount - one.used, 0);
    const most = Math.min(held, share, rules.most ?? Infinity);
    const stepped = most - (most % rules.step);
    return { unit, amount: stepped >= rules.least ? stepped : 0 };
  });
}

/** A price that was worked out here, with what was set apart spent on it as it is wanted. */
export function spendApart(receipt: Receipt, wanted: Body['spend'], kept: Allowance[]): Receipt {
  if (kept.length === 0) return receipt;
  const limits = maySpend(kept, receipt.payable);
  let open = receipt.payable;
  for (const { unit, amount } of wanted ?? []) {
    const limit = limits.find(one => one.unit === unit)?.amount ?? 0;
    open -= Math.min(amount, limit, open);
  }

  return { ...receipt, spent: receipt.spent + receipt.payable - open, payable: open, maySpend: limits };
}

/** What a sale takes of them; the first that ends comes first. */
export function claims(kept: Allowance[], wanted: Body['spend']): Claim[] {
  const taken: Claim[] = [];
  for (const { unit, amount } of wanted ?? []) {
    let open = amount;
    for (const one of kept.filter(a => a.unit === unit).sort((a, b) => a.until.localeCompare(b.until))) {
      const part = Math.min(open, one.amount - one.used);
      if (part > 0) taken.push({ id: one.id, amount: part });
      open -= part;
    }
  }

  return taken;
}

/** Whether they cover all that is wanted: without network there is nothing else. */
export function covers(taken: Claim[], wanted: Body['spend']): boolean {
  const sum = (all: { amount: number }[]) => all.reduce((total, one) => total + one.amount, 0);
  return sum(taken) === sum(wanted ?? []);
}

/** Moves what was taken of them; a sale that was withdrawn gives it back (−1). */
export function moved(kept: Allowance[], taken: Claim[], by: 1 | -1): Allowance[] {
  return kept.map(one => {
    const much = taken.filter(claim => claim.id === one.id).reduce((sum, claim) => sum + claim.amount, 0);
    return much === 0 ? one : { ...one, used: Math.max(0, one.used + by * much) };
  });
}

/**
 * What this device keeps after the server has said what is set apart for one member. What it did not know of before is
 * less by the sales that have not come in (`open`): it may have been forgotten and told again.
 */
export function adopt(
  kept: Allowance[],
  { member, typed, items }: { member: Member; typed: string | null; items: SetApart[] },
  open: Claim[],
  now: Date,
): Allowance[] {
  const others = kept.filter(one => one.member.id !== member.id && Date.parse(one.until) > now.getTime());
  const mine = items.map(item => {
    const known = kept.find(one => one.id === item.id);
    const waits = open.filter(claim => claim.id === item.id).reduce((sum, claim) => sum + claim.amount, 0);
    const gone = item.amount - item.left;
    const used = known ? Math.max(known.used, gone) : Math.min(item.amount, gone + waits);
    return { ...item, member, typed: typed ?? known?.typed ?? null, used };
  });
  return [...others, ...mine];
}

/** Asks for what may be spent without network, and finds it again when there is none. */
export class Allowances {
  private asking = new Set<string>();

  /** @param allowed whether the club lets anything be set apart. */
  constructor(
    private readonly store: Store,
    private readonly server: Server,
    private readonly allowed: () => boolean,
    private readonly now: () => Date,
  ) {}

  /** A member is found while Vafa is reached: in the background, whatever the sale becomes. */
  async met(member: Member, typed: string): Promise<void> {
    const held = await this.of(member.id);
    const spends = held.length > 0 || member.wallets.some(wallet => wallet.balance > 0);
    if (!this.allowed() || !spends || this.asking.has(member.id)) return;
    this.asking.add(member.id);
    const answer = await this.server.setApart(member.id);
    this.asking.delete(member.id);
    if (answer.kind !== 'ok') return;
    const whole = typed.length === 11 ? typed : null;
    const { ways: _, ...shown } = member as Member & { ways?: unknown };
    await this.store.adopt({ member: shown, typed: whole, items: answer.value.items }, this.now());
  }

  /** What may still be spent here of what was set apart of a member. */
  async of(member: string): Promise<Allowance[]> {
    return live(await this.store.allowances(), member, this.now());
  }

  /** Whom somebody means who types a whole mobile or a card, of those of whom something is set apart. */
  async find(typed: string): Promise<Answer<Member[]> | null> {
    const kept = await this.store.allowances();
    const found = kept.find(one => one.typed === typed || (typed.length > 0 && one.member.card === typed));
    if (!found) return null;
    const mine = live(kept, found.member.id, this.now());
    const wallets = mine.map(one => ({ unit: one.unit, balance: one.amount - one.used, pending: 0 }));
    return { kind: 'ok', value: [{ ...found.member, wallets }], replayed: false };
  }

  /** A member with what is set apart here counted in: it is his, and with network he may spend all of it. */
  async whole(member: Member): Promise<Member> {
    const mine = await this.of(member.id);
    const wallets = member.wallets.map(wallet => {
      const apart = mine.filter(one => one.unit === wallet.unit);
      return { ...wallet, balance: wallet.balance + apart.reduce((sum, one) => sum + one.amount - one.used, 0) };
    });
    return mine.length === 0 ? member : { ...member, wallets };
  }

  /** A basket that is asked for with network: it says what of it may be taken here. */
  async with(body: Body): Promise<Body> {
    const member = memberOf(body);
    const mine = member ? await this.of(member) : [];
    return mine.length === 0
      ? body
      : { ...body, allowances: mine.map(one => ({ id: one.id, amount: one.amount - one.used })) };
  }
}

/** Whose sale it is; null of a guest and of one who could not be asked for. */
export function memberOf(body: Body): string | null {
  return body.member && 'id' in body.member ? body.member.id : null;
}

/** Another tab of this device was faster. */
export function notEnough(reader: { say(fa: string, en: string): string }): Problem {
  const title = reader.say(
    'اعتباری که برای این صندوق کنار گذاشته بود دیگر بس نیست. مبلغ خرج را دوباره ببینید.',
    'What was set apart for this till is no longer enough. Look at what is spent again.',
  );
  return { status: 409, code: 'till.allowance-gone', title, errors: [], body: {} };
}
