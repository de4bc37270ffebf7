import type { Answer, Problem } from '../api';
import { type HeldSale, heldOf, resume } from '../sale/held.svelte';
import { Till } from '../sale/till.svelte';
import type { Cashier, CashierTile, TillView } from './contract';
import { TillDelivery } from './delivery';
import { Allowances } from './allowance';
import { Mirror } from './mirror';
import { OfflineCounter } from './offline';
import { Sender } from './sender';
import { Server } from './server';
import type { Known, Store } from './store';

/** Where the device is with itself. */
type Stage =
  | 'starting'
  /** No till knows it, and it has never been one that did. */
  | 'unpaired'
  /** Nobody has said that he stands at it. */
  | 'locked'
  | 'open';

const VIEW = 'view';
const HELD = 'held';
const OFFSET = 'clock-offset';
const AMOUNT_ONLY = 'amount-only';
const HEARD_EVERY = 60_000;
const START_WITHIN = 4_000;

/** More than this is a wrong clock, not a slow answer. */
export const CLOCK_MAY_BE_OFF = 90;

/** A device at a till: whom it belongs to, who stands at it, what waits in it, whether Vafa is reached. */
export class App {
  stage = $state<Stage>('starting');
  view = $state.raw<TillView | null>(null);
  cashier = $state.raw<Cashier | null>(null);
  online = $state(true);
  /** When Vafa was heard last, by this device's clock. */
  heardAt = $state<number | null>(null);
  clockAhead = $state(0);
  known = $state.raw<Known[]>([]);
  /** The sale at hand; made anew with the cashier. */
  till = $state.raw<Till | null>(null);
  /** Sales put aside, the oldest first; kept on the device. */
  held = $state.raw<HeldSale[]>([]);
  /** One amount is the whole sale; kept on the device. */
  amountOnly = $state(true);

  /** The screen that the customer looks at. */
  readonly mirror = new Mirror();
  readonly server: Server;
  private readonly apart: Allowances;
  private readonly sender: Sender;
  private offset = 0;
  /** Other tabs of this device, who sell into the same store. */
  private readonly tabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('vafa-till') : null;

  constructor(
    readonly store: Store,
    language: string,
  ) {
    this.server = new Server(language, answer => this.watch(answer));
    const allowed = () => this.view?.spendsOffline === true;
    this.apart = new Allowances(store, this.server, allowed, () => this.now());
    this.sender = new Sender(store, this.server, () => void this.changed());
  }

  get persian(): boolean {
    return this.view?.club.writing.persian ?? document.documentElement.lang !== 'en';
  }

  get waiting(): number {
    return this.known.filter(({ fate }) => fate === null || fate.kind === 'concluded').length;
  }

  /** What the server did not take: somebody has to look. */
  get refused(): Known[] {
    return this.known.filter(({ fate }) => fate?.kind === 'refused');
  }

  say(fa: string, en: string): string {
    return this.persian ? fa : en;
  }

  /** Digits in the reader's script. */
  digits(text: string): string {
    return this.persian ? text.replace(/[0-9]/g, digit => String.fromCharCode(0x06f0 + Number(digit))) : text;
  }

  async start(): Promise<void> {
    await navigator.storage?.persist?.();
    this.offset = (await this.store.thing<number>(OFFSET)) ?? 0;
    this.held = (await this.store.thing<HeldSale[]>(HELD)) ?? [];
    this.amountOnly = (await this.store.thing<boolean>(AMOUNT_ONLY)) ?? true;
    await this.refresh(AbortSignal.timeout(START_WITHIN));
    await this.changed();
    this.sender.start();
    this.tabs?.addEventListener('message', () => void this.read());
    setInterval(() => void this.hear(), HEARD_EVERY);
    addEventListener('online', () => void this.refresh());
    addEventListener('offline', () => (this.online = false));
    void this.store.tidy();
  }

  /** Asks who it is; where nobody answers, it is who it was. */
  async refresh(signal?: AbortSignal): Promise<void> {
    const sent = Date.now();
    const answer = await this.server.till(signal);
    if (answer.kind === 'ok') {
      this.offset = Date.parse(answer.value.now) - (sent + Date.now()) / 2;
      this.clockAhead = Math.round(-this.offset / 1000);
      await this.store.setThing(OFFSET, this.offset);
      await this.store.setThing(VIEW, answer.value);
      return this.show(answer.value);
    }

    if (answer.kind === 'refused') return;
    const view = this.view ?? (await this.store.thing<TillView>(VIEW));
    if (view) this.show(view);
    else this.stage = 'unpaired';
  }

  /** The moment by the server's clock. */
  now(): Date {
    return new Date(Date.now() + this.offset);
  }

  async pair(code: string): Promise<Answer<unknown>> {
    const answer = await this.server.pair(code);
    if (answer.kind === 'ok') await this.refresh();
    return answer;
  }

  async begin(tile: CashierTile, pin: string): Promise<Answer<unknown>> {
    const answer = await this.server.begin(tile.user, pin);
    if (answer.kind === 'ok') await this.refresh();
    return answer;
  }

  /** Another cashier comes; what waits is sent all the same. */
  async leave(): Promise<void> {
    this.stage = 'locked';
    this.cashier = null;
    this.till = null;
    await this.server.end();
  }

  /** Puts the sale at hand aside; the next customer need not wait. */
  async hold(): Promise<void> {
    const { till } = this;
    if (!till || till.closed || till.lines.length === 0) return;
    const aside = heldOf(till);
    till.next();
    await this.keepHeld([...this.held, aside]);
  }

  /** Goes on with the one that waits longest; a sale at hand takes its place. */
  async resume(): Promise<void> {
    const { till } = this;
    const [first, ...others] = this.held;
    if (!till || till.closed || !first) return;
    const aside = till.lines.length > 0 ? [heldOf(till)] : [];
    resume(till, first);
    await this.keepHeld([...others, ...aside]);
  }

  private async keepHeld(held: HeldSale[]): Promise<void> {
    this.held = held;
    await this.store.setThing(HELD, held);
  }

  /** Whether one amount is the whole sale here. */
  async sellAmounts(only: boolean): Promise<void> {
    this.amountOnly = only;
    if (this.till) this.till.amountOnly = only;
    await this.store.setThing(AMOUNT_ONLY, only);
  }

  private show(view: TillView): void {
    const before = this.cashier?.user;
    this.view = view;
    this.cashier = view.cashier ?? null;
    this.stage = this.cashier ? 'open' : 'locked';
    if (!this.cashier) this.till = null;
    else if (!this.till || before !== this.cashier.user) this.till = this.counter(view);
  }

  private counter(view: TillView): Till {
    const counter = new OfflineCounter(this.server, () => this.online, this.apart);
    const seller = () => ({ number: view.number, cashier: this.cashier?.user ?? '', now: () => this.now() });
    const changed = () => void this.changed();
    const till = new Till(view.club, counter, told => {
      return new TillDelivery(this.store, this.server, seller, told, changed, () => this.gone());
    });
    till.amountOnly = this.amountOnly;
    return till;
  }

  private gone(): Problem {
    const title = this.say(
      'اعتباری که برای این صندوق کنار گذاشته بود دیگر بس نیست. مبلغ خرج را دوباره ببینید.',
      'What was set apart for this till is no longer enough. Look at what is spent again.',
    );
    return { status: 409, code: 'till.allowance-gone', title, errors: [], body: {} };
  }

  /** What every call says of the connection and of this device. */
  private watch(answer: Answer<unknown>): void {
    if (answer.kind === 'lost') {
      this.online = false;
      return;
    }

    const came = !this.online;
    this.online = true;
    this.heardAt = Date.now();
    if (came) this.sender.run();
    if (answer.kind !== 'refused') return;
    if (answer.problem.code === 'till.unpaired') void this.shutOut();
    if (answer.problem.code === 'till.nobody' && this.stage === 'open') this.lock();
  }

  private lock(): void {
    this.stage = 'locked';
    this.cashier = null;
    this.till = null;
  }

  /** It is no till's any longer: it forgets what it knew, but for sales that have not come in. */
  private async shutOut(): Promise<void> {
    if (this.stage === 'unpaired') return;
    this.stage = 'unpaired';
    this.view = null;
    this.lock();
    this.stage = 'unpaired';
    await this.store.wipe();
  }

  private async hear(): Promise<void> {
    if (this.stage === 'unpaired') return;
    const why = this.refused.map(({ sale, fate }) => `${sale.number}: ${fate?.kind === 'refused' ? fate.says : ''}`);
    const answer = await this.server.heard(this.waiting, why);
    if (answer.kind === 'ok') this.clockAhead = answer.value.clockAhead;
  }

  /** Something was kept or came in: said here and in the other tabs. */
  async changed(): Promise<void> {
    await this.read();
    this.tabs?.postMessage('changed');
  }

  private async read(): Promise<void> {
    this.known = await this.store.all();
  }
}
