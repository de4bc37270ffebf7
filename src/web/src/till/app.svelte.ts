import type { Answer } from '../api';
import { Till } from '../sale/till.svelte';
import type { Approvers } from '../sale/word';
import type { Cashier, CashierTile, TillView } from './contract';
import { TillDelivery } from './delivery';
import { Goods } from './goods.svelte';
import { Allowances, notEnough } from './allowance';
import { Aside } from './aside.svelte';
import { Mirror } from './mirror';
import { TillApprovers } from './approvers';
import { OfflineCounter } from './offline';
import { type Offline, Pins } from './pins';
import type { Roll } from './preview/roll';
import { Snapshot } from './preview/snapshot';
import { Sender } from './sender';
import { Server } from './server';
import { Shift } from './shift.svelte';
import { Sold } from './sold.svelte';
import type { Store } from './store';

/** Where the device is with itself. */
type Stage =
  | 'starting'
  /** No till knows it, and it has never been one that did. */
  | 'unpaired'
  /** Nobody has said that he stands at it. */
  | 'locked'
  | 'open';

const VIEW = 'view';
const OFFSET = 'clock-offset';
const AMOUNT_ONLY = 'amount-only';
/** Within a minute an open till shows what the office has changed. */
const HEARD_EVERY = 45_000;
const LOOKS_FOR_A_MOMENT = 2_000;
const SNAPSHOT_EVERY = 10 * 60_000;
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
  /** The sale at hand; made anew with the cashier. */
  till = $state.raw<Till | null>(null);
  /** One amount is the whole sale; kept on the device. */
  amountOnly = $state(true);

  /** The screen that the customer looks at. */
  readonly mirror = new Mirror();
  readonly server: Server;
  private readonly snapshot: Snapshot;
  readonly goods: Goods;
  readonly aside: Aside;
  readonly sold: Sold;
  readonly shift: Shift;
  private readonly pins: Pins;
  readonly apart: Allowances;
  private readonly sender: Sender;
  private offset = 0;
  /** What the office has changed meanwhile; it waits for a moment without a sale. */
  private fresh: TillView | null = null;
  /** Counts comings and leavings. */
  private people = 0;

  constructor(
    readonly store: Store,
    roll: Roll,
    language: string,
  ) {
    this.server = new Server(language, answer => this.watch(answer));
    this.snapshot = new Snapshot(roll, store, this.server, () => this.now().getTime());
    const allowed = () => this.view?.spendsOffline === true;
    this.apart = new Allowances(store, this.server, allowed, () => this.now());
    this.sold = new Sold(store);
    this.aside = new Aside(store);
    this.sender = new Sender(store, this.server, () => void this.sold.changed());
    const { server } = this;
    this.goods = new Goods(store, { favourites: () => server.atHand(), page: cursor => server.goodsPage(cursor) });
    this.pins = new Pins(store);
    this.shift = new Shift(store, server, this.pins);
  }

  /** Who may let a cashier do more. */
  readonly managers: Approvers = new TillApprovers(this);

  /** The server is there and knows who stands here: it can be asked while selling. */
  get selling(): boolean {
    return this.online && this.shift.unsaid === null;
  }

  get persian(): boolean {
    return this.view?.club.writing.persian ?? document.documentElement.lang !== 'en';
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
    this.amountOnly = (await this.store.thing<boolean>(AMOUNT_ONLY)) ?? true;
    await Promise.all([this.aside.open(), this.snapshot.open(), this.goods.open(), this.shift.open()]);
    await this.refresh(AbortSignal.timeout(START_WITHIN));
    await this.sold.changed();
    this.sender.start();
    setInterval(() => void this.hear(), HEARD_EVERY);
    setInterval(() => this.freshen(), SNAPSHOT_EVERY);
    setInterval(() => {
      if (this.fresh && this.idle) this.show(this.fresh);
    }, LOOKS_FOR_A_MOMENT);
    addEventListener('online', () => void this.refresh());
    addEventListener('offline', () => (this.online = false));
    void this.store.tidy();
  }

  /** Asks who it is; where nobody answers, it is who it was. */
  async refresh(signal?: AbortSignal): Promise<void> {
    const settled = await this.shift.settle();
    if (settled === 'gone') return this.relieve();
    const [sent, people] = [Date.now(), this.people];
    // While it is not told who stands here, what the server thinks of that is of no use.
    const answer = settled === 'lost' ? { kind: 'lost' as const } : await this.server.till(signal);
    // Somebody came or left while it was asked.
    if (people !== this.people) return;
    if (answer.kind === 'ok') {
      this.offset = Date.parse(answer.value.now) - (sent + Date.now()) / 2;
      this.clockAhead = Math.round(-this.offset / 1000);
      await this.store.setCopy(OFFSET, this.offset);
      await this.store.setCopy(VIEW, answer.value);
      await this.pins.keepOnly(answer.value.cashiers);
      this.take(answer.value);
      if (this.cashier) void this.goods.renew();
      return;
    }

    if (answer.kind === 'refused') return;
    const view = (await this.store.thing<TillView>(VIEW)) ?? this.view;
    if (view) this.take(view);
    else this.stage = 'unpaired';
  }

  /** Nothing is typed, nobody chosen: what the till is made of may change. */
  get idle(): boolean {
    const { till } = this;
    return (
      !till || (till.step === 'entry' && till.lines.length === 0 && till.typed === '' && !till.looking && !till.member)
    );
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

  /** Somebody takes his place; without network by what this device knows of his PIN. */
  async begin(tile: CashierTile, pin: string): Promise<{ answer: Answer<unknown>; offline: Offline | null }> {
    const begun = await this.shift.begin(tile, pin);
    if (begun.answer.kind === 'ok') await this.refresh();
    else if (begun.offline?.kind === 'right') await this.stand(begun.offline.cashier);
    return begun;
  }

  /** Another cashier comes; what waits is sent all the same. */
  async leave(): Promise<void> {
    this.lock();
    if (this.view) await this.store.setThing(VIEW, { ...this.view, cashier: null });
    await this.shift.end();
  }

  /** He stands here though the server has not heard of it. */
  private async stand(cashier: Cashier): Promise<void> {
    const { view } = this;
    if (!view) return;
    this.people++;
    const club = { ...view.club, cashier: cashier.user, mayLet: cashier.approves };
    this.show({ ...view, club, cashier });
    await this.store.setThing(VIEW, this.view);
  }

  /** Whoever stood here without network has to type his PIN; his sale is put aside. */
  private async relieve(): Promise<void> {
    await this.aside.hold(this.till);
    this.lock();
    if (this.view) await this.store.setThing(VIEW, { ...this.view, cashier: null });
    await this.refresh();
  }

  /** Whether one amount is the whole sale here. */
  async sellAmounts(only: boolean): Promise<void> {
    this.amountOnly = only;
    if (this.till) this.till.amountOnly = only;
    await this.store.setThing(AMOUNT_ONLY, only);
  }

  /** A sale at hand goes on as it began; what is new comes after it. */
  private take(view: TillView): void {
    const { join } = view;
    this.mirror.invite(join ? { code: join.screen, until: Date.parse(join.screenUntil) - this.offset } : null);
    if (this.idle) this.show(view);
    else this.fresh = view;
  }

  private show(view: TillView): void {
    const before = this.cashier?.user;
    const changed = JSON.stringify(this.view?.club) !== JSON.stringify(view.club);
    this.fresh = null;
    this.view = view;
    this.cashier = view.cashier ?? null;
    this.stage = this.cashier ? 'open' : 'locked';
    if (!this.cashier) this.till = null;
    else if (!this.till || changed || before !== this.cashier.user) this.till = this.counter(view);
  }

  private counter(view: TillView): Till {
    const counter = new OfflineCounter(this.server, this.snapshot, view, this);
    const seller = () => ({ number: view.number, cashier: this.cashier?.user ?? '', now: () => this.now() });
    const changed = () => void this.sold.changed();
    const till = new Till(view.club, counter, told => {
      return new TillDelivery(this.store, this.server, seller, told, changed, () => notEnough(this));
    });
    till.amountOnly = this.amountOnly;
    this.freshen();
    return till;
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
    if (came) {
      this.sender.run();
      if (this.shift.unsaid !== null) void this.refresh();
      this.freshen();
    }

    if (answer.kind !== 'refused') return;
    if (answer.problem.code === 'till.unpaired') void this.shutOut();
    if (answer.problem.code === 'till.nobody' && this.stage === 'open') this.lock();
  }

  private lock(): void {
    this.people++;
    this.stage = 'locked';
    this.cashier = null;
    this.till = null;
  }

  /** It is no till's any longer: it forgets what it knew, but for sales that have not come in. */
  private async shutOut(): Promise<void> {
    if (this.stage === 'unpaired') return;
    this.stage = 'unpaired';
    this.view = this.fresh = null;
    this.mirror.invite(null);
    this.lock();
    this.stage = 'unpaired';
    this.goods.forget();
    await this.store.wipe();
    await this.snapshot.forget();
  }

  /** What is known without network is brought up to date; only while somebody stands here and Vafa is reached. */
  private freshen(): void {
    if (this.stage === 'open' && this.online) void this.snapshot.refresh();
  }

  private async hear(): Promise<void> {
    if (this.stage === 'unpaired') return;
    const answer = await this.server.heard(this.sold.waiting, this.sold.refusedWhy);
    if (answer.kind === 'ok') this.clockAhead = answer.value.clockAhead;
    await this.refresh();
  }
}
