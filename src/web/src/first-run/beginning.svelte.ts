import { newKey, sentences, type Api, type Problem } from '../api';
import type { Words } from '../words';
import { Dress } from '../colour';
import type { Swatch } from './contract';
import type { FirstRun, FirstSale, Trade } from './contract';

export const STEPS = 4;

/** What the club begins with while its owner says it, step by step. */
export class Beginning {
  step = $state(0);
  name = $state('');
  colour = $state('');
  tradeCode = $state('');
  showToman = $state(true);
  calendar = $state('jalali');
  weekStartsOn = $state('saturday');
  dayStartsAt = $state('00:00');
  timeZone = $state('Asia/Tehran');
  offers = $state<string[]>([]);
  trades = $state<Trade[]>([]);
  /** loading · ready · begun (somebody was here before) · lost (Vafa was not reached) */
  stage = $state<'loading' | 'ready' | 'begun' | 'lost'>('loading');
  sale = $state<FirstSale | null>(null);
  sending = $state(false);
  wrong = $state<string[]>([]);
  nameMissing = $state(false);
  readonly trade = $derived(this.trades.find(trade => trade.code === this.tradeCode) ?? null);

  private asked: AbortController | null = null;
  /** One act has one key, so that a second press after a lost answer begins nothing twice. */
  private readonly key = newKey();

  constructor(
    readonly words: Words,
    private readonly api: Api,
    private readonly leave: (address: string) => void,
    readonly colours: Swatch[] = [],
    private readonly dress = new Dress(),
  ) {}

  async open(): Promise<void> {
    this.stage = 'loading';
    const answer = await this.api.call<FirstRun>('/first-run');
    if (answer.kind !== 'ok') {
      this.stage = 'lost';
      return;
    }

    this.trades = answer.value.trades;
    this.stage = answer.value.untouched ? 'ready' : 'begun';
    const first = this.trades[0];
    if (first) this.choose(first);
  }

  /** The page and the card wear it at once. */
  paint(colour: string): void {
    this.colour = colour;
    this.dress.try(colour);
  }

  choose(trade: Trade): void {
    this.tradeCode = trade.code;
    this.offers = trade.offers.slice(0, 1).map(offer => offer.code);
    void this.preview();
  }

  turn(offer: string, on: boolean): void {
    this.offers = on ? [...this.offers, offer] : this.offers.filter(code => code !== offer);
    void this.preview();
  }

  /** 500,000 toman, decided by the same rules as a real sale. */
  async preview(): Promise<void> {
    this.asked?.abort();
    this.asked = new AbortController();
    const body = { trade: this.tradeCode, amount: 5_000_000, offers: this.offers, showToman: this.showToman };
    const answer = await this.api.call<FirstSale>('/first-run/preview', {
      method: 'POST',
      body,
      signal: this.asked.signal,
    });
    if (answer.kind === 'ok') this.sale = answer.value;
  }

  back(): void {
    this.wrong = [];
    this.step = Math.max(0, this.step - 1);
  }

  onward(): void {
    this.wrong = [];
    this.nameMissing = this.step === 0 && this.name.trim() === '';
    if (this.nameMissing || this.sending) return;
    if (this.step < STEPS - 1) this.step += 1;
    else void this.begin();
  }

  private async begin(): Promise<void> {
    this.sending = true;
    const body = {
      name: this.name.trim(),
      ...(this.colour ? { colour: this.colour } : {}),
      trade: this.tradeCode,
      offers: this.offers,
      currency: 'IRR',
      showToman: this.showToman,
      calendar: this.calendar,
      weekStartsOn: this.weekStartsOn,
      dayStartsAt: this.dayStartsAt,
      timeZone: this.timeZone,
      language: this.words.persian ? 'fa' : 'en',
    };
    const answer = await this.api.call('/first-run', { method: 'POST', body, key: this.key });
    if (answer.kind === 'ok') {
      this.leave('/sale');
      return;
    }

    this.sending = false;
    if (answer.kind === 'refused') this.refused(answer.problem);
    else {
      this.wrong = [
        this.words.say(
          'به سرور وفا نرسیدیم. چیزی که نوشته‌اید سر جایش است؛ دوباره بزنید.',
          'Vafa could not be reached. What you wrote is kept; press again.',
        ),
      ];
    }
  }

  /** Leads to the step whose field was refused. */
  private refused(problem: Problem): void {
    this.wrong = sentences(problem);
    const pointer = problem.errors[0]?.pointer ?? '';
    if (pointer === '/name') this.step = 0;
    else if (pointer === '/trade') this.step = 1;
    else if (pointer !== '' && !pointer.startsWith('/offers')) this.step = 2;
  }
}
