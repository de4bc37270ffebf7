import type { Answer } from '../api';
import { lineAmount } from '../sale/entry';
import { withHand } from '../sale/byhand.svelte';
import type { Club, Member, Product, Receipt, Way } from '../sale/contract';
import type { Counter, Joining } from '../sale/counter';
import type { Body } from '../sale/quotes.svelte';
import type { Managers } from '../sale/word';
import type { Server } from './server';

/**
 * The counter of a till that goes on without network. What the server alone knows is missing then: offers and what is
 * earned are decided when the sale comes in, and the receipt says so.
 */
export class OfflineCounter implements Counter {
  readonly pages = false;
  readonly turn = null;
  readonly give: Server['give'];

  /** @param online what is known of the connection; a call that is lost says it, too. */
  constructor(
    private readonly server: Server,
    private readonly club: Club,
    readonly managers: Managers,
    private readonly online: () => boolean,
  ) {
    this.give = server.give;
  }

  /** Without network a whole mobile is taken as it is; who it is turns out when the sale comes in. */
  async find(typed: string): Promise<Answer<Member[]>> {
    const answer = this.online() ? await this.server.find(typed) : { kind: 'lost' as const };
    return answer.kind === 'lost' && typed.length === 11
      ? { kind: 'ok', value: [unasked(typed)], replayed: false }
      : answer;
  }

  member(id: string): Promise<Answer<Member>> {
    return this.server.member(id);
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

  named(typed: string, signal: AbortSignal): Promise<Answer<Member[]>> {
    return this.server.named(typed, signal);
  }

  product(sku: string): Promise<Answer<Product>> {
    return this.server.product(sku);
  }

  async quote(body: Body, signal: AbortSignal): Promise<Answer<Receipt>> {
    if (!this.online()) return { kind: 'ok', value: this.plain(body), replayed: false };
    const answer = await this.server.quote(body, signal);
    return answer.kind === 'lost' ? { kind: 'ok', value: this.plain(body), replayed: false } : answer;
  }

  private plain(body: Body): Receipt {
    return withHand(plain(body), body.byHand, this.club);
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
