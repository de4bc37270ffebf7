import type { Answer } from '../api';
import { lineAmount } from '../sale/entry';
import type { Member, Product, Receipt, Way } from '../sale/contract';
import type { Counter, Joining } from '../sale/counter';
import type { Body } from '../sale/quotes.svelte';
import { type Allowances, memberOf, spendApart } from './allowance';
import type { Server } from './server';

/**
 * The counter of a till that goes on without network. What the server alone knows is missing then: offers and what is
 * earned are decided when the sale comes in, and the receipt says so.
 */
export class OfflineCounter implements Counter {
  readonly pages = false;
  readonly turn = null;
  /** Who was found with others: one of them is met when a sale is his. */
  private listed: Member[] = [];

  /** @param online what is known of the connection; a call that is lost says it, too. */
  constructor(
    private readonly server: Server,
    private readonly online: () => boolean,
    private readonly apart: Allowances,
  ) {}

  /** Without network a whole mobile is taken as it is; who it is turns out when the sale comes in. */
  async find(typed: string): Promise<Answer<Member[]>> {
    const answer = this.online() ? await this.server.find(typed) : { kind: 'lost' as const };
    if (answer.kind === 'ok') return { ...answer, value: await this.met(answer.value, typed) };
    const known = answer.kind === 'lost' ? await this.apart.find(typed) : null;
    if (known) return known;
    return answer.kind === 'lost' && typed.length === 11
      ? { kind: 'ok', value: [unasked(typed)], replayed: false }
      : answer;
  }

  async member(id: string): Promise<Answer<Member>> {
    const answer = await this.server.member(id);
    return answer.kind === 'ok' ? { ...answer, value: (await this.met([answer.value], ''))[0]! } : answer;
  }

  /** Whoever is found alone is asked for what he may spend without network; a list is not. */
  private async met(found: Member[], typed: string): Promise<Member[]> {
    const [one] = found;
    if (found.length === 1) void this.apart.met(one!, typed);
    return Promise.all(found.map(member => this.apart.whole(member)));
  }

  ways(member: Member): Promise<Answer<Way[]>> {
    return this.server.ways(member);
  }

  join(who: Joining, key: string): Promise<Answer<Member>> {
    return this.server.join(who, key);
  }

  goods(typed: string, signal: AbortSignal): Promise<Answer<Product[]>> {
    return this.server.goods(typed, signal);
  }

  async named(typed: string, signal: AbortSignal): Promise<Answer<Member[]>> {
    const answer = await this.server.named(typed, signal);
    if (answer.kind !== 'ok') return answer;
    this.listed = answer.value;
    return { ...answer, value: await this.met(answer.value, '') };
  }

  product(sku: string): Promise<Answer<Product>> {
    return this.server.product(sku);
  }

  async quote(body: Body, signal: AbortSignal): Promise<Answer<Receipt>> {
    if (!this.online()) return this.unasked(body);
    const chosen = this.listed.find(one => one.id === memberOf(body));
    if (chosen) void this.apart.met(chosen, '');
    this.listed = [];
    const answer = await this.server.quote(await this.apart.with(body), signal);
    return answer.kind === 'lost' ? this.unasked(body) : answer;
  }

  private async unasked(body: Body): Promise<Answer<Receipt>> {
    const member = memberOf(body);
    const kept = member ? await this.apart.of(member) : [];
    return { kind: 'ok', value: spendApart(plain(body), body.spend, kept), replayed: false };
  }
}

/** What a sale comes to where nothing can be asked: its lines, and nothing off. */
export function plain(body: Body): Receipt {
  const total = body.lines.reduce((sum, line) => sum + lineAmount(line.quantity, line.unitPrice), 0);
  return {
    total,
    discount: 0,
    spent: 0,
    payable: total,
    earned: [],
    gifts: [],
    applied: [],
    notApplied: [],
    offline: true,
  };
}

function unasked(mobile: string): Member {
  return { id: '', card: '', mobile, unasked: mobile, groups: [], visits: 0, spent: 0, wallets: [] };
}
