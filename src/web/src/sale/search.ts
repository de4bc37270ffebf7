import type { Product } from './contract';
import { route } from './entry';
import type { Till } from './till.svelte';

/** Finds whom and what a cashier means, and brings it into the sale. */
export class Search {
  constructor(private readonly till: Till) {}

  /** Enter in the name field: the guest joins, with a name or without. */
  async enrol(): Promise<void> {
    if (this.till.looking) return;
    this.till.looking = true;
    const answer = await this.till.enrolment.send();
    this.till.looking = false;
    if (answer.kind === 'ok') this.till.take(answer.value);
    else if (answer.kind === 'refused' && answer.problem.code === 'member.mobile-taken') {
      await this.mobile(this.till.enrolment.mobile);
    } else this.till.failed(answer);
  }

  /** Takes what was found by its letters. */
  async found(text: string): Promise<void> {
    if (!this.till.finder.choice) await this.till.finder.search(text);
    const found = this.till.finder.choice;
    if (!found) this.till.said = [this.till.texts.nothingFound(text)];
    else if (found.kind === 'member') this.till.take(found.member);
    else this.add(found.product);
  }

  /** A member chosen on another page. */
  async byId(id: string): Promise<void> {
    const answer = await this.till.counter.member(id);
    if (answer.kind === 'ok' && this.till.step === 'entry') this.till.take(answer.value);
    else this.till.failed(answer);
  }

  /** By the whole mobile; who is no member yet may join. */
  async mobile(mobile: string): Promise<void> {
    if (this.till.looking) return;
    this.till.looking = true;
    const answer = await this.till.counter.find(mobile);
    this.till.looking = false;
    if (answer.kind !== 'ok') return this.till.failed(answer);
    const member = answer.value[0];
    if (member) return this.till.take(member);
    this.till.type('');
    this.till.enrolment.start(mobile);
    this.till.step = 'enrol';
  }

  /** By card or the last digits of a mobile; where several are meant, the cashier chooses. */
  async who(typed: string): Promise<void> {
    if (this.till.looking) return;
    this.till.looking = true;
    const answer = await this.till.counter.find(typed);
    this.till.looking = false;
    if (answer.kind !== 'ok') return this.till.failed(answer);
    const [first, ...others] = answer.value;
    if (!first) this.till.said = [this.till.texts.nobodyFound(typed)];
    else if (others.length === 0) this.till.take(first);
    else this.till.finder.offer(answer.value);
  }

  async barcode(sku: string): Promise<void> {
    const answer = await this.till.counter.product(sku);
    if (answer.kind === 'ok') this.add({ ...answer.value, sku });
    else if (answer.kind === 'refused' && answer.problem.status === 404)
      this.till.said = [this.till.texts.unknownBarcode(sku)];
    else this.till.failed(answer);
  }

  /** What a reader typed: goods by their code, whichever it is, else the member whose card it is. */
  async read(code: string): Promise<void> {
    if (this.till.looking) return;
    const entry = route(code, 1);
    if (entry.kind === 'mobile') return this.mobile(entry.mobile);
    if (entry.kind === 'who') return this.who(entry.typed);
    this.till.looking = true;
    const answer = await this.till.counter.product(code);
    if (answer.kind !== 'refused' || answer.problem.status !== 404) {
      this.till.looking = false;
      if (answer.kind === 'ok') this.add({ ...answer.value, sku: code });
      else this.till.failed(answer);
      return;
    }

    const found = await this.till.counter.find(code);
    this.till.looking = false;
    const [member, ...others] = found.kind === 'ok' ? found.value : [];
    if (member && others.length === 0) this.till.take(member);
    else this.till.said = [this.till.texts.unknownBarcode(code)];
  }

  add(product: Product): void {
    const name = this.till.texts.title(product.title) || product.sku;
    if (typeof product.price === 'number') {
      this.till.add({ sku: product.sku, name, quantity: 1, unitPrice: product.price });
    } else this.till.said = [this.till.texts.noPrice(name)];
  }
}
