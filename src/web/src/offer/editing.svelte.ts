import { tick } from 'svelte';
import { sentences, type Api, type Problem } from '../api';
import type { Way } from '../forms/after';
import { toastNext } from '../forms/toast';
import type { Choice, OfferShown, OfferWord, Seed, WordArgument } from './contract';
import { build, openDraft, same, valueAt, type Draft } from './draft';
import { typedNumber } from './numbers';
import { begin, untouched, type Part } from './parts';
import { isBelow } from './places';
import { slug } from './slug';
import type { Desk } from './values';
import { plain } from './vocabulary';

const PAUSE = 300;

/** An offer while it is written: its fields, what is wrong with them, and what it would read and do. */
export class Editing {
  draft = $state() as Draft;
  /** Typed by hand; else it is made from the title. */
  typedCode = $state('');
  amount = $state('');
  shown = $state<OfferShown | null>(null);
  /** Sentences by pointer. */
  faults = $state<Record<string, string>>({});
  said = $state('');
  sending = $state(false);
  /** Whether the form shows all of the offer. */
  readonly whole: boolean;
  readonly isNew: boolean;
  /** What may be chosen from. */
  readonly effects: OfferWord[];
  readonly conditions: OfferWord[];
  readonly code = $derived.by(() => this.seed.code ?? (this.typedCode.trim() || this.madeCode()));
  private readonly built = $derived.by(() =>
    build($state.snapshot(this.draft) as Draft, this.seed, this.desk, this.whole),
  );
  private asked: AbortController | null = null;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly seed: Seed,
    readonly desk: Desk,
    readonly api: Api,
    private readonly way: Way,
  ) {
    const { draft, whole } = openDraft(seed, desk);
    this.effects = plain(seed.effects);
    this.conditions = plain(seed.conditions);
    if (whole && draft.gives.length === 0) draft.gives.push(begin(this.effects[0]!, desk));
    this.draft = draft;
    this.whole = whole;
    this.isNew = seed.code === null;
    const { combine, group, notWith, priority, holdout } = draft;
    this.besideIsUsed = combine || group !== 'main' || notWith.length > 0 || priority !== '' || holdout !== '';
    this.amount = desk.page.words.moneyDigits(desk.page.words.scale === 100 ? 10_000 : 5_000_000);
  }

  /** Whether anything of what stands beside other offers was said when the form opened. */
  readonly besideIsUsed: boolean;

  get words() {
    return this.desk.page.words;
  }

  say(fa: string, en: string): string {
    return this.words.say(fa, en);
  }

  /** What may be chosen of an argument's codes; nothing where they are typed. */
  choices({ choices, from }: WordArgument): Choice[] {
    return choices ?? this.seed.codes[from ?? ''] ?? [];
  }

  /** What is wrong at this place of the document or below it. */
  fault(pointer: string): string | undefined {
    return this.faultWhere(at => isBelow(at, pointer));
  }

  faultWhere(isThere: (pointer: string) => boolean): string | undefined {
    const at = Object.keys(this.faults).filter(isThere);
    return at.length > 0 ? [...new Set(at.map(p => this.faults[p]))].join(' ') : undefined;
  }

  /** A field was typed in: what was said of it before is no longer true. */
  forgive(pointer: string): void {
    this.forgiveWhere(at => isBelow(at, pointer));
  }

  forgiveWhere(isThere: (pointer: string) => boolean): void {
    for (const at of Object.keys(this.faults).filter(isThere)) delete this.faults[at];
  }

  add(to: Part[], word: OfferWord): void {
    this.faults = {};
    to.push(begin(word, this.desk));
  }

  remove(from: Part[], index: number): void {
    this.faults = {};
    from.splice(index, 1);
  }

  /** Called whenever anything changed: asks again when the typing pauses. */
  preview(): void {
    const { document } = this.built;
    const amount = typedNumber(this.amount.trim(), 'money', { at: '', desk: this.desk, faults: new Map() });
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.ask(document, amount), PAUSE);
  }

  async save(): Promise<void> {
    if (this.sending) return;
    const { document, faults } = this.built;
    this.said = '';
    this.faults = Object.fromEntries(faults);
    if (faults.size > 0) return this.lead();
    this.sending = true;
    const answer = await this.api.call<{ waits?: object }>(`/offers/${encodeURIComponent(this.code)}`, {
      method: 'PUT',
      body: document,
      onlyNew: this.isNew,
    });
    if (answer.kind === 'ok') {
      toastNext(
        answer.value.waits
          ? this.say('برای تأیید یک همکار فرستاده شد.', 'It waits for a colleague to approve it.')
          : this.say('پیشنهاد ذخیره شد.', 'The offer was saved.'),
      );
      this.way.go(`/offers/${encodeURIComponent(this.code)}`);
      return;
    }

    this.sending = false;
    if (answer.kind === 'refused') return this.refused(answer.problem);
    this.said = this.say(
      'به سرور وفا نرسیدیم. آنچه نوشته‌اید سر جایش است؛ دوباره بزنید.',
      'Vafa could not be reached. What you wrote is kept; press again.',
    );
  }

  private async ask(document: unknown, amount: unknown): Promise<void> {
    this.asked?.abort();
    this.asked = new AbortController();
    const body = { offer: document, ...(typeof amount === 'number' ? { amount } : {}) };
    const answer = await this.api.call<OfferShown>('/offers/preview', {
      method: 'POST',
      body,
      signal: this.asked.signal,
    });
    if (answer.kind !== 'ok') return;
    this.shown = answer.value;
    for (const { pointer, message } of answer.value.faults) {
      // Only what was typed is called wrong meanwhile; what is still empty is not.
      if (this.isTyped(valueAt(document, pointer), pointer)) this.faults[pointer] = message;
    }
  }

  private isTyped(value: unknown, pointer: string): boolean {
    if (typeof value !== 'object') return value !== undefined && value !== '';
    if (value === null || Object.keys(value).length === 0) return false;
    // What a new part begins with nobody typed.
    const begun = untouched(pointer.split('/').at(-1)!, [...this.effects, ...this.conditions], this.desk);
    return begun === undefined || !same(begun, value);
  }

  private refused(problem: Problem): void {
    if (problem.status === 401) {
      this.way.go(`/sign-in?back=${encodeURIComponent(location.pathname + location.search)}`);
      return;
    }

    for (const { pointer, message } of problem.errors) {
      if (pointer && message) this.faults[pointer] = [this.faults[pointer], message].filter(Boolean).join(' ');
    }

    const homeless = problem.errors.length === 0 || problem.errors.some(e => !e.pointer);
    if (homeless) this.said = sentences(problem).join(' ');
    void this.lead();
  }

  /** To the first field that is wrong. */
  private async lead(): Promise<void> {
    await tick();
    document.querySelector<HTMLElement>('vafa-offer [aria-invalid]')?.focus();
  }

  private madeCode(): string {
    const title = this.draft.titleEn.trim() || this.draft.titleFa.trim();
    return slug(
      title,
      this.seed.offers.map(offer => offer.code),
    );
  }
}
