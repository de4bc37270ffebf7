import type { Answer } from '../api';
import { lineAmount } from '../sale/entry';
import type { Member, Product, Receipt, Way } from '../sale/contract';
import type { Counter, Joining } from '../sale/counter';
import type { Body } from '../sale/quotes.svelte';
import type { Writing } from '../words';
import { type Buyer, type GoodsOf, offlineQuote } from './preview/quote';
import type { Snapshot } from './preview/snapshot';
import type { Server } from './server';
import type { Known } from './store';

/** What a counter without network goes by. */
export interface Around {
  /** What is known of the connection; a call that is lost says it, too. */
  online(): boolean;
  device(): string;
  now(): number;
  writing(): Writing;
  /** The till's own sales, which the server may not know yet. */
  known(): Known[];
}

/**
 * The counter of a till that goes on without network: it knows members who bought here lately and works sales out from
 * the last programme. Vafa decides again when the sale comes in.
 */
export class OfflineCounter implements Counter {
  readonly pages = false;
  readonly turn = null;
  private readonly seen = new Map<string, { group?: string }>();

  constructor(
    private readonly server: Server,
    private readonly snapshot: Snapshot,
    private readonly around: Around,
  ) {}

  /** Without network a whole mobile that it does not know is taken as it is; Vafa finds out who it is on arrival. */
  async find(typed: string): Promise<Answer<Member[]>> {
    const answer = await this.ask(() => this.server.find(typed));
    if (answer.kind !== 'lost') return answer;
    const known = await this.snapshot.find(typed, this.around.device());
    if (known.length > 0) return ok(known);
    return typed.length === 11 ? ok([unasked(typed)]) : answer;
  }

  async member(id: string): Promise<Answer<Member>> {
    const answer = await this.ask(() => this.server.member(id));
    const known = answer.kind === 'lost' ? await this.snapshot.member(id) : null;
    return known ? ok(known) : answer;
  }

  ways(member: Member): Promise<Answer<Way[]>> {
    return this.server.ways(member);
  }

  join(who: Joining, key: string): Promise<Answer<Member>> {
    return this.server.join(who, key);
  }

  async goods(typed: string, signal: AbortSignal): Promise<Answer<Product[]>> {
    const answer = await this.server.goods(typed, signal);
    if (answer.kind === 'ok') answer.value.forEach(product => this.learn(product));
    return answer;
  }

  async named(typed: string, signal: AbortSignal): Promise<Answer<Member[]>> {
    const answer = await this.ask(() => this.server.named(typed, signal));
    return answer.kind === 'lost' ? ok(await this.snapshot.find(typed, this.around.device())) : answer;
  }

  async product(sku: string): Promise<Answer<Product>> {
    const answer = await this.server.product(sku);
    if (answer.kind === 'ok') this.learn(answer.value);
    return answer;
  }

  async quote(body: Body, signal: AbortSignal): Promise<Answer<Receipt>> {
    const answer = await this.ask(() => this.server.quote(body, signal));
    return answer.kind === 'lost' ? ok(await this.workOut(body)) : answer;
  }

  /** Nothing is asked where nobody answers. */
  private ask<T>(call: () => Promise<Answer<T>>): Promise<Answer<T>> {
    return this.around.online() ? call() : Promise.resolve({ kind: 'lost' });
  }

  /** Only the sum, where the programme or the buyer is not known well enough. */
  private async workOut(body: Body): Promise<Receipt> {
    const { plan } = this.snapshot;
    const member = body.member;
    if (!plan || (member && 'mobile' in member)) return plain(body);
    const found = member ? await this.snapshot.standing(member.id) : null;
    if (member && !found) return plain(body);
    const buyer: Buyer | null = member && found ? { id: member.id, ...found } : null;
    const { around } = this;
    const goodsOf: GoodsOf = sku => this.seen.get(sku);
    return offlineQuote(plan, body, buyer, {
      now: around.now(),
      goodsOf,
      known: around.known(),
      writing: around.writing(),
    });
  }

  private learn({ sku, group }: Product): void {
    this.seen.set(sku, group === undefined ? {} : { group });
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

function ok<T>(value: T): Answer<T> {
  return { kind: 'ok', value, replayed: false };
}

function unasked(mobile: string): Member {
  return { id: '', card: '', mobile, unasked: mobile, groups: [], visits: 0, spent: 0, wallets: [] };
}
