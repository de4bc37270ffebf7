import { type Answer, Api, type Call } from '../api';
import type { Body } from '../sale/quotes.svelte';
import type { Member, Product, Receipt, Way } from '../sale/contract';
import type { WordAsked } from '../sale/word';
import { type Counter, type Items, type Joining, items } from '../sale/counter';
import type { SetApart } from './allowance';
import type { Cashier, Heard, ListedSale, TillView } from './contract';
import type { Favourites } from './goods.svelte';
import type { ToldMember, ToldPlan } from './preview/snapshot';

/** Of so many refused sales the office hears why. */
const REASONS = 5;
const LONGEST = 300;

/** A member as the till's calls show him; his ways come with him. */
type TillMember = Member & { ways?: Way[] };

/** What a paired till asks of Vafa. Whether it got through at all is told to whoever watches. */
export class Server implements Counter {
  readonly pages = false;
  readonly turn = null;
  readonly managers = null;
  readonly favourites = null;

  private readonly api: Api;

  /** @param watch hears of every call whether it reached Vafa, and what it said. */
  constructor(
    language: string,
    private readonly watch: (answer: Answer<unknown>) => void,
  ) {
    this.api = new Api(language);
  }

  async call<T>(path: string, call: Call = {}): Promise<Answer<T>> {
    const answer = await this.api.call<T>('/till' + path, call);
    if (answer.kind !== 'aborted') this.watch(answer);
    return answer;
  }

  till(signal?: AbortSignal): Promise<Answer<TillView>> {
    return this.call<TillView>('', signal ? { signal } : {});
  }

  pair(code: string): Promise<Answer<{ till: string }>> {
    return this.call('/pair', { method: 'POST', body: { code } });
  }

  /** @param refused what was not taken, the newest first: its number and why. */
  heard(waiting: number, refused: string[]): Promise<Answer<Heard>> {
    const why = refused.slice(0, REASONS).map(text => text.replace(/\s+/g, ' ').slice(0, LONGEST));
    const body = { waiting, refused: refused.length, refusedWhy: why, clock: new Date().toISOString() };
    return this.call('/heard', { method: 'POST', body });
  }

  begin(user: string, pin: string): Promise<Answer<Cashier>> {
    return this.call('/shift', { method: 'POST', body: { user, pin } });
  }

  end(): Promise<Answer<unknown>> {
    return this.call('/shift', { method: 'DELETE' });
  }

  choosePin(user: string, password: string, pin: string): Promise<Answer<unknown>> {
    return this.call('/pin', { method: 'POST', body: { user, password, pin } });
  }

  approve(word: WordAsked): Promise<Answer<{ approval: string }>> {
    return this.call('/approvals', { method: 'POST', body: word });
  }

  give = (member: string, body: unknown, key: string): Promise<Answer<{ state?: string }>> =>
    this.call(`/members/${encodeURIComponent(member)}/points`, { method: 'POST', body, key });

  async find(typed: string): Promise<Answer<Member[]>> {
    return items(await this.call<Items<Member>>(`/members?find=${encodeURIComponent(typed)}`));
  }

  member(id: string): Promise<Answer<Member>> {
    return this.call<Member>(`/members/${encodeURIComponent(id)}`);
  }

  /** Who was found alone brought them along. */
  async ways(member: TillMember): Promise<Answer<Way[]>> {
    if (member.ways) return { kind: 'ok', value: member.ways, replayed: false };
    const answer = await this.call<TillMember>(`/members/${encodeURIComponent(member.id)}`);
    return answer.kind === 'ok' ? { ...answer, value: answer.value.ways ?? [] } : answer;
  }

  /** Sets apart what a member may spend at this device without network. */
  setApart(member: string): Promise<Answer<Items<SetApart>>> {
    return this.call(`/members/${encodeURIComponent(member)}/allowance`, { method: 'POST' });
  }

  join(who: Joining, key: string): Promise<Answer<Member>> {
    return this.call<Member>('/members', { method: 'POST', key, body: who });
  }

  async goods(typed: string, signal: AbortSignal): Promise<Answer<Product[]>> {
    return items(await this.call<Items<Product>>(`/products?find=${encodeURIComponent(typed)}`, { signal }));
  }

  async named(typed: string, signal: AbortSignal): Promise<Answer<Member[]>> {
    return items(await this.call<Items<Member>>(`/members?find=${encodeURIComponent(typed)}`, { signal }));
  }

  atHand(): Promise<Answer<Favourites>> {
    return this.call<Favourites>('/favourites');
  }

  goodsPage(cursor: string | null): Promise<Answer<{ items: Product[]; next: string | null }>> {
    return this.call(`/goods?limit=200${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`);
  }

  product(sku: string): Promise<Answer<Product>> {
    return this.call<Product>(`/products/${encodeURIComponent(sku)}`);
  }

  plan(): Promise<Answer<ToldPlan>> {
    return this.call<ToldPlan>('/preview');
  }

  members(query: string): Promise<Answer<{ items: ToldMember[]; next: string | null }>> {
    return this.call(`/preview/members?${query}`);
  }

  quote(body: Body, signal: AbortSignal): Promise<Answer<Receipt>> {
    return this.call<Receipt>('/quote', { method: 'POST', body, signal });
  }

  sell(body: string, key: string, signal?: AbortSignal): Promise<Answer<Receipt>> {
    return this.call<Receipt>('/sales', { method: 'POST', body, key, ...(signal ? { signal } : {}) });
  }

  sale(id: string): Promise<Answer<Receipt>> {
    return this.call<Receipt>(`/sales/${encodeURIComponent(id)}`);
  }

  /** The newest sale of this till with a number; null where there is none. */
  async saleByNumber(number: string): Promise<Answer<Receipt | null>> {
    const path = `/sales?limit=1&reference=${encodeURIComponent(number)}`;
    const found = items(await this.call<Items<ListedSale>>(path));
    if (found.kind !== 'ok') return found;
    const [first] = found.value;
    return first ? this.sale(first.id) : { ...found, value: null };
  }

  refund(id: string, body: unknown, key: string): Promise<Answer<{ refunded: number }>> {
    return this.call(`/sales/${encodeURIComponent(id)}/refunds`, { method: 'POST', body, key });
  }
}
