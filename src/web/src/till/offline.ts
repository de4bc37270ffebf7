import type { Answer } from '../api';
import { lineAmount } from '../sale/entry';
import { withHand } from '../sale/byhand.svelte';
import type { Club, Member, Product, Receipt, Way } from '../sale/contract';
import type { Counter, Joining } from '../sale/counter';
import type { Body } from '../sale/quotes.svelte';
import type { Approvers } from '../sale/word';
import type { Goods } from './goods.svelte';
import type { Server } from './server';

/** What the counter needs of the device it is at. */
export interface Device {
  /** The server is there and knows who stands here. */
  readonly selling: boolean;
  readonly managers: Approvers;
  readonly goods: Goods;
}

/**
 * The counter of a till that goes on without network. What the server alone knows is missing then: offers and what is
 * earned are decided when the sale comes in, and the receipt says so.
 */
export class OfflineCounter implements Counter {
  readonly pages = false;
  readonly turn = null;
  readonly give: Server['give'];

  constructor(
    private readonly server: Server,
    private readonly club: Club,
    private readonly device: Device,
  ) {
    this.give = server.give;
  }

  get managers(): Approvers {
    return this.device.managers;
  }

  get favourites(): Counter['favourites'] {
    const known = this.device.goods.favourites;
    return known && { ...known, old: !this.device.selling };
  }

  /** Without network a whole mobile is taken as it is; who it is turns out when the sale comes in. */
  async find(typed: string): Promise<Answer<Member[]>> {
    const answer = this.device.selling ? await this.server.find(typed) : lost;
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

  /** Without network what this device knows of the goods is looked through. */
  async goods(typed: string, signal: AbortSignal): Promise<Answer<Product[]>> {
    const answer = this.device.selling ? await this.server.goods(typed, signal) : lost;
    return answer.kind === 'lost' ? { kind: 'ok', value: this.device.goods.find(typed), replayed: false } : answer;
  }

  named(typed: string, signal: AbortSignal): Promise<Answer<Member[]>> {
    return this.server.named(typed, signal);
  }

  async product(sku: string): Promise<Answer<Product>> {
    const answer = this.device.selling ? await this.server.product(sku) : lost;
    if (answer.kind !== 'lost') return answer;
    const known = this.device.goods.one(sku);
    return known ? { kind: 'ok', value: known, replayed: false } : unknown;
  }

  async quote(body: Body, signal: AbortSignal): Promise<Answer<Receipt>> {
    if (!this.device.selling) return { kind: 'ok', value: this.plain(body), replayed: false };
    const answer = await this.server.quote(body, signal);
    return answer.kind === 'lost' ? { kind: 'ok', value: this.plain(body), replayed: false } : answer;
  }

  private plain(body: Body): Receipt {
    return withHand(plain(body), body.byHand, this.club);
  }
}

const lost = { kind: 'lost' as const };
const unknown: Answer<never> = {
  kind: 'refused',
  problem: { status: 404, code: 'product.unknown', title: '', errors: [], body: {} },
};

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
