import type { Answer } from '../api';
import { lineAmount } from '../sale/entry';
import { handOf, withHand } from '../sale/byhand.svelte';
import type { Member, Product, Receipt, Way } from '../sale/contract';
import type { Counter, Joining } from '../sale/counter';
import type { Body } from '../sale/quotes.svelte';
import type { Approvers } from '../sale/word';
import type { TillView } from './contract';
import type { Goods } from './goods.svelte';
import { type Buyer, offlineQuote } from './preview/quote';
import type { Snapshot } from './preview/snapshot';
import { type Allowance, type Allowances, memberOf, spendApart } from './allowance';
import type { Server } from './server';
import type { Known } from './store';

/** What the counter needs of the device it is at. */
export interface Device {
  /** The server is there and knows who stands here. */
  readonly selling: boolean;
  readonly managers: Approvers;
  readonly goods: Goods;
  /** Credit that was set apart for this device. */
  readonly apart: Allowances;
  /** The till's own sales, which the server may not know yet. */
  readonly sold: { readonly all: Known[] };
  /** By the server's clock. */
  now(): Date;
}

/**
 * The counter of a till that goes on without network: it knows members who bought here lately and works sales out from
 * the last programme. Vafa decides again when the sale comes in.
 */
export class OfflineCounter implements Counter {
  readonly pages = false;
  readonly turn = null;
  readonly give: Server['give'];
  /** Who was found with others: one of them is met when a sale is his. */
  private listed: Member[] = [];

  constructor(
    private readonly server: Server,
    private readonly snapshot: Snapshot,
    private readonly view: TillView,
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

  /** Without network a whole mobile that it does not know is taken as it is; Vafa finds out who it is on arrival. */
  async find(typed: string): Promise<Answer<Member[]>> {
    const answer = await this.ask(() => this.server.find(typed));
    if (answer.kind === 'ok') return { ...answer, value: await this.met(answer.value, typed) };
    if (answer.kind !== 'lost') return answer;
    const apart = await this.device.apart.find(typed);
    if (apart) return apart;
    const known = await this.snapshot.find(typed, this.view.device);
    if (known.length > 0) return ok(known);
    return typed.length === 11 ? ok([unasked(typed)]) : answer;
  }

  async member(id: string): Promise<Answer<Member>> {
    const answer = await this.ask(() => this.server.member(id));
    if (answer.kind === 'ok') return { ...answer, value: (await this.met([answer.value], ''))[0]! };
    const known = answer.kind === 'lost' ? await this.snapshot.member(id) : null;
    return known ? ok(known) : answer;
  }

  /** Whoever is found alone is asked for what he may spend without network; a list is not. */
  private async met(found: Member[], typed: string): Promise<Member[]> {
    const [one] = found;
    if (found.length === 1) void this.device.apart.met(one!, typed);
    return Promise.all(found.map(member => this.device.apart.whole(member)));
  }

  ways(member: Member): Promise<Answer<Way[]>> {
    return this.server.ways(member);
  }

  join(who: Joining, key: string): Promise<Answer<Member>> {
    return this.server.join(who, key);
  }

  /** Without network what this device knows of the goods is looked through. */
  async goods(typed: string, signal: AbortSignal): Promise<Answer<Product[]>> {
    const answer = await this.ask(() => this.server.goods(typed, signal));
    return answer.kind === 'lost' ? ok(this.device.goods.find(typed)) : answer;
  }

  async named(typed: string, signal: AbortSignal): Promise<Answer<Member[]>> {
    const answer = await this.ask(() => this.server.named(typed, signal));
    if (answer.kind === 'lost') return ok(await this.snapshot.find(typed, this.view.device));
    if (answer.kind !== 'ok') return answer;
    this.listed = answer.value;
    return { ...answer, value: await this.met(answer.value, '') };
  }

  async product(sku: string): Promise<Answer<Product>> {
    const answer = await this.ask(() => this.server.product(sku));
    if (answer.kind !== 'lost') return answer;
    const known = this.device.goods.one(sku);
    return known ? ok(known) : unknown;
  }

  async quote(body: Body, signal: AbortSignal): Promise<Answer<Receipt>> {
    const chosen = this.listed.find(one => one.id === memberOf(body));
    if (chosen && this.device.selling) void this.device.apart.met(chosen, '');
    this.listed = [];
    const answer = await this.ask(async () => this.server.quote(await this.device.apart.with(body), signal));
    return answer.kind === 'lost' ? ok(await this.workOut(body)) : answer;
  }

  /** Nothing is asked where nobody answers. */
  private ask<T>(call: () => Promise<Answer<T>>): Promise<Answer<T>> {
    return this.device.selling ? call() : Promise.resolve({ kind: 'lost' });
  }

  /** Only the sum, where the programme or the buyer is not known well enough. */
  private async workOut(body: Body): Promise<Receipt> {
    const id = memberOf(body);
    const apart = id ? await this.device.apart.of(id) : [];
    const offers = await this.previewed(body, apart);
    return spendApart(withHand(offers, body.byHand, this.view.club), body.spend, apart);
  }

  private async previewed(body: Body, apart: Allowance[]): Promise<Receipt> {
    const { plan } = this.snapshot;
    const { member } = body;
    if (!plan || (member && 'mobile' in member)) return plain(body);
    const found = member ? await this.snapshot.standing(member.id) : null;
    if (member && !found) return plain(body);
    const buyer: Buyer | null = member && found ? { id: member.id, ...found } : null;
    return offlineQuote(plan, body, buyer, {
      now: this.device.now().getTime(),
      goodsOf: sku => this.device.goods.one(sku) ?? undefined,
      known: this.device.sold.all,
      less: payable => {
        const byHand = handOf(body.byHand, payable);
        return byHand + spendApart({ ...plain(body), payable: payable - byHand }, body.spend, apart).spent;
      },
      club: this.view.club,
    });
  }
}

const unknown: Answer<never> = {
  kind: 'refused',
  problem: { status: 404, code: 'product.unknown', title: '', errors: [], body: {} },
};

function ok<T>(value: T): Answer<T> {
  return { kind: 'ok', value, replayed: false };
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
