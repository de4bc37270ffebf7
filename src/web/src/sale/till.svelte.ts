import type { Answer } from '../api';
import { Words } from '../words';
import { ByHand } from './byhand.svelte';
import type { Club, Line, Member, Place, Receipt } from './contract';
import type { Counter } from './counter';
import { Customer } from './customer.svelte';
import type { Delivery, Fate } from './delivery';
import { Enrolment } from './enrolment.svelte';
import { Extras } from './extras.svelte';
import { type Entry, lineAmount, route } from './entry';
import { Finder } from './finder.svelte';
import { type Body, Quotes } from './quotes.svelte';
import { Search } from './search';
import { Standing } from './standing.svelte';
import { RECEIPT_STAYS, type Step } from './step';
import { Texts } from './texts';
import type { Approvers } from './word';

/** One sale at the till: what was typed, what it comes to, whether it is written. */
export class Till {
  readonly words: Words;
  readonly texts: Texts;
  readonly finder: Finder;
  readonly quotes: Quotes;
  readonly customer: Customer;
  readonly enrolment: Enrolment;
  readonly place: Standing;
  readonly byHand: ByHand;
  readonly extras = new Extras(what => this.change(what));
  readonly search = new Search(this);
  step = $state<Step>('entry');
  typed = $state('');
  said = $state<string[]>([]);
  lines = $state<Line[]>([]);
  looking = $state(false);
  receipt = $state<Receipt | null>(null);
  /** The sale is on this device only, as yet. */
  kept = $state(false);
  /** One amount is the whole sale: Enter after it goes on to pay. */
  amountOnly = $state(false);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly delivery: Delivery;

  constructor(
    readonly club: Club,
    readonly counter: Counter,
    deliveryOf: (told: (fate: Fate) => void) => Delivery,
  ) {
    this.words = new Words(club.writing);
    this.place = new Standing(club.places);
    this.texts = new Texts(this.words, club);
    this.finder = new Finder(counter);
    this.enrolment = new Enrolment(counter);
    this.quotes = new Quotes(
      counter,
      () => this.basket,
      problem => (this.said = this.texts.problem(problem)),
    );
    this.customer = new Customer(counter, club, this.texts, () => this.changed());
    this.delivery = deliveryOf(fate => this.told(fate));
    this.byHand = new ByHand(this);
    const left = this.delivery.left();
    if (left !== null) {
      this.step = 'unsure';
      void this.delivery.deliver(left);
    }
  }

  get member(): Member | null {
    return this.customer.member;
  }

  /** What the sale comes to, as far as it is known. */
  get quote(): Receipt | null {
    return this.quotes.latest;
  }

  /** Goods at hand stand there to be chosen from. */
  get showsGoods(): boolean {
    const goods = !this.amountOnly && !this.closed && this.typed === '';
    return goods && (this.counter.favourites?.items.length ?? 0) > 0;
  }

  /** Its id at the server, where that is known before. */
  get id(): string {
    return this.delivery.sale;
  }

  get managers(): Approvers | null {
    return this.counter.managers;
  }

  get entry(): Entry {
    return route(this.typed, this.words.scale);
  }

  get total(): number {
    return this.lines.reduce((sum, line) => sum + lineAmount(line.quantity, line.unitPrice), 0);
  }

  /** The sale is on its way or written: nothing may change under it. */
  get closed(): boolean {
    return this.step === 'sending' || this.step === 'unsure' || this.step === 'done';
  }

  get mayRecord(): boolean {
    const priced = this.quotes.latest !== null && !this.quotes.busy;
    const agreed = !this.place.mustChoose && !this.byHand.isMissingWord;
    return priced && this.lines.length > 0 && !this.closed && agreed;
  }

  private get basket(): Body {
    return {
      ...(this.member ? { member: this.customer.said! } : {}),
      ...this.place.said,
      ...(this.club.cashier ? { cashier: this.club.cashier } : {}),
      lines: this.lines.map(line => ({ ...line })),
      ...this.extras.said(this.total),
      ...this.byHand.part,
    };
  }

  type(text: string): void {
    // On a number pad «+» is the key for three zeros.
    this.typed = text.replace(/^(.*\d)\+$/, '$1000');
    this.said = [];
    const entry = this.entry;
    if (entry.kind === 'search') this.finder.look(entry.text);
    else this.finder.clear();
  }

  /** Enter in the entry: what was typed goes where it should; nothing typed goes on to paying. */
  async enter(): Promise<void> {
    const entry = this.entry;
    switch (entry.kind) {
      case 'empty':
        return this.goToPay();
      case 'mobile':
        return this.search.mobile(entry.mobile);
      case 'who':
        return this.finder.choice ? this.search.found(entry.typed) : this.search.who(entry.typed);
      case 'barcode':
        return this.search.barcode(entry.sku);
      case 'amount':
        this.add({ quantity: entry.quantity, unitPrice: entry.unitPrice });
        return this.amountOnly ? this.goToPay() : undefined;
      case 'mobileUnfinished':
        this.said = [this.texts.mobileUnfinished(entry.digits)];
        return;
      case 'amountTooMuch':
        this.said = [this.texts.amountTooMuch];
        return;
      case 'search':
        return this.search.found(entry.text);
    }
  }

  /** Escape: one step back, and from the first step the last thing goes. */
  back(): void {
    this.said = [];
    if (this.step === 'enrol' || this.step === 'pay') this.step = 'entry';
    else if (this.step === 'done') this.next();
    else if (this.step !== 'entry') return;
    else if (this.typed !== '') this.type('');
    else if (this.lines.length > 0) this.remove(this.lines.length - 1);
    else this.leaveMember();
  }

  add(line: Line): void {
    if (this.closed) return;
    const same = this.lines.find(other => other.sku !== undefined && other.sku === line.sku);
    if (same && same.unitPrice === line.unitPrice) same.quantity += line.quantity;
    else this.lines.push(line);
    this.type('');
    this.changed();
  }

  remove(index: number): void {
    this.change(() => this.lines.splice(index, 1));
  }

  leaveMember(): void {
    this.change(() => {
      this.customer.take(null);
      this.quotes.wants = {};
    });
  }

  /** Where this device stands; offers may be of one branch, so the price is asked anew. */
  stand(place: Place | null): void {
    this.change(() => {
      this.place.choose(place);
      this.said = [];
      if (place === null && this.step === 'pay') this.step = 'entry';
    });
  }

  /** The member pays with this much of a unit, or with all that may be spent. */
  spend(unit: string, amount: number | 'all'): void {
    this.change(() => {
      if (amount === 0) delete this.quotes.wants[unit];
      else this.quotes.wants[unit] = amount;
    });
  }

  private change(what: () => void): void {
    if (this.closed) return;
    what();
    this.changed();
  }

  /** Takes all of the first unit that may be spent, or takes it back. */
  toggleAll(): void {
    const unit = this.quotes.latest?.maySpend?.find(limit => limit.amount > 0)?.unit;
    if (unit) this.spend(unit, this.quotes.wants[unit] === 'all' ? 0 : 'all');
  }

  /** Sends the sale with the price that was seen. */
  async record(): Promise<void> {
    if (!this.mayRecord || !this.quotes.latest) return;
    const { payable } = this.quotes.latest;
    const body = JSON.stringify({ ...this.quotes.body, ...this.extras.said(payable), expect: { payable } });
    this.step = 'sending';
    this.said = [];
    const agreed = {
      quote: $state.snapshot(this.quotes.latest),
      member: this.member ? this.texts.name(this.member) : null,
      joins: this.customer.joins,
    };
    await this.delivery.send(body, agreed);
  }

  /** The next sale starts, by itself after the receipt or by the first key. */
  next(): void {
    clearTimeout(this.timer);
    this.delivery.renew();
    this.receipt = null;
    this.customer.take(null);
    this.lines = [];
    this.quotes.clear();
    this.extras.clear();
    this.byHand.clear();
    this.step = 'entry';
    this.type('');
  }

  private goToPay(): void {
    if (this.place.mustChoose) this.said = [this.texts.placeMissing];
    else if (this.lines.length === 0) this.said = [this.texts.basketEmpty];
    else this.step = 'pay';
  }

  /** He buys. */
  take(member: Member): void {
    this.customer.take(member);
    this.quotes.wants = {};
    this.step = 'entry';
    this.type('');
    this.changed();
  }

  /** Something of the sale is other than before: its price is asked anew. */
  changed(): void {
    if (this.lines.length === 0 && this.step === 'pay') this.step = 'entry';
    this.quotes.ask();
  }

  private told(fate: Fate): void {
    if (fate.kind === 'recorded' || fate.kind === 'kept') {
      this.kept = fate.kind === 'kept';
      this.receipt = fate.receipt;
      this.step = 'done';
      this.timer = setTimeout(() => this.next(), RECEIPT_STAYS);
    } else if (fate.kind === 'refused') {
      this.step = this.lines.length > 0 ? 'pay' : 'entry';
      this.byHand.forgetWord();
      this.changed();
      this.said = this.texts.problem(fate.problem);
    } else {
      this.step = 'unsure';
      this.said = fate.problem ? this.texts.problem(fate.problem) : [];
    }
  }

  /** Why something could not be had. */
  failed(answer: Answer<unknown>): void {
    if (answer.kind === 'refused') this.said = this.texts.problem(answer.problem);
    else if (answer.kind === 'lost') this.said = [this.texts.notReached];
  }
}
