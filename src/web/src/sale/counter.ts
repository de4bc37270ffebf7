import type { Answer, Api } from '../api';
import type { Member, Product, Receipt, Way } from './contract';
import type { Body } from './quotes.svelte';
import type { Approvers } from './word';

/** Somebody who joins: his mobile, and a name if he gave one. */
export interface Joining {
  mobile: string;
  firstName?: string;
  lastName?: string;
}

/** What a counter asks while it sells. The office and a paired till ask different calls. */
export interface Counter {
  /** Whom the cashier means; several where he has to choose. */
  find(typed: string): Promise<Answer<Member[]>>;
  member(id: string): Promise<Answer<Member>>;
  /** A member's way on each ladder. */
  ways(member: Member): Promise<Answer<Way[]>>;
  join(who: Joining, key: string): Promise<Answer<Member>>;
  goods(typed: string, signal: AbortSignal): Promise<Answer<Product[]>>;
  product(sku: string): Promise<Answer<Product>>;
  quote(body: Body, signal: AbortSignal): Promise<Answer<Receipt>>;
  /** Members by a part of the name. */
  named(typed: string, signal: AbortSignal): Promise<Answer<Member[]>>;
  /** Where a member and a sale have pages of their own; a till has none. */
  readonly pages: boolean;
  /** Turns a unit into another; where that cannot be done here, null. */
  turn: ((member: string, body: string, key: string) => Promise<Answer<unknown>>) | null;
  /** Goods at hand; `old` where their prices cannot be asked for now. Null where there are none. */
  readonly favourites: { items: Product[]; at: string; old: boolean } | null;
  /** Who may let a cashier do more than he may; null where that is not asked here. */
  readonly managers: Approvers | null;
  /** Gives or takes by hand; where that cannot be done here, null. */
  give: ((member: string, body: unknown, key: string) => Promise<Answer<{ state?: string }>>) | null;
}

/** The counter of somebody who is signed in to the office. */
export class OfficeCounter implements Counter {
  readonly pages = true;
  /** In the office a manager signs in himself, and a member's page gives by hand. */
  readonly managers = null;
  readonly give = null;
  readonly favourites = null;

  constructor(private readonly api: Api) {}

  async find(typed: string): Promise<Answer<Member[]>> {
    const asked = typed.length === 11 ? 'mobile' : typed.length === 10 ? 'card' : 'q';
    return items(await this.api.call<Items<Member>>(`/members?${asked}=${encodeURIComponent(typed)}`));
  }

  member(id: string): Promise<Answer<Member>> {
    return this.api.call<Member>(`/members/${encodeURIComponent(id)}`);
  }

  async ways(member: Member): Promise<Answer<Way[]>> {
    return items(await this.api.call<Items<Way>>(`/members/${encodeURIComponent(member.id)}/tiers`));
  }

  join(who: Joining, key: string): Promise<Answer<Member>> {
    return this.api.call<Member>('/members', { method: 'POST', key, body: who });
  }

  async goods(typed: string, signal: AbortSignal): Promise<Answer<Product[]>> {
    const path = `/products?q=${encodeURIComponent(typed)}&limit=5`;
    return items(await this.api.call<Items<Product>>(path, { signal }));
  }

  product(sku: string): Promise<Answer<Product>> {
    return this.api.call<Product>(`/products/${encodeURIComponent(sku)}`);
  }

  quote(body: Body, signal: AbortSignal): Promise<Answer<Receipt>> {
    return this.api.call<Receipt>('/purchases/quote', { method: 'POST', body, signal });
  }

  turn = (member: string, body: string, key: string): Promise<Answer<unknown>> =>
    this.api.call(`/members/${encodeURIComponent(member)}/conversions`, { method: 'POST', body, key });

  async named(typed: string, signal: AbortSignal): Promise<Answer<Member[]>> {
    const path = `/members?q=${encodeURIComponent(typed)}&limit=5`;
    return items(await this.api.call<Items<Member>>(path, { signal }));
  }
}

export interface Items<T> {
  items: T[];
}

/** The things of a list's answer. */
export function items<T>(answer: Answer<Items<T>>): Answer<T[]> {
  return answer.kind === 'ok' ? { ...answer, value: answer.value.items } : answer;
}
