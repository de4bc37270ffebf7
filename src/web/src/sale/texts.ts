import { type Problem, sentences } from '../api';
import type { Words } from '../words';
import { fromIso } from '../dates/calendar';
import { dayAndMonth } from '../dates/names';
import type { Club, Member, Turns } from './contract';

/** Every sentence of the till, in the reader's language. */
export class Texts {
  constructor(
    private readonly words: Words,
    private readonly club: Club,
  ) {}

  say(fa: string, en: string): string {
    return this.words.say(fa, en);
  }

  title(title: { fa?: string; en?: string } | string | undefined): string {
    if (typeof title === 'string') return title;
    return (this.words.persian ? (title?.fa ?? title?.en) : (title?.en ?? title?.fa)) ?? '';
  }

  name(member: Member): string {
    const name = [member.firstName, member.lastName].filter(Boolean).join(' ');
    if (member.unasked) return this.mobile(member.unasked);
    return name || this.say('عضو بی‌نام', 'Member without a name');
  }

  unit(code: string): string {
    return this.club.units.find(unit => unit.code === code)?.title ?? code;
  }

  /** «۵٬۰۰۰ تومان اعتبار»، «۱۲ امتیاز». */
  amount(code: string, amount: number): string {
    return `${this.amountDigits(code, amount)} ${this.unit(code)}`;
  }

  /** The amount without the unit's name: money units are written as money. */
  amountDigits(code: string, amount: number): string {
    return this.isMoney(code) ? this.words.money(amount) : this.words.number(amount);
  }

  /** «۴۰٬۰۰۰ تومان تا ۱۲ آذر»؛ what is counted is named, as «۲۰ تا» would be twenty of it. */
  ends(code: string, amount: number, lastDay: string): string {
    const day = dayAndMonth({ words: this.words }, this.club.calendar, fromIso(lastDay) ?? 0);
    const much = this.isMoney(code) ? this.words.money(amount) : this.amount(code, amount);
    return this.say(`${much} تا ${day}`, `${much} until ${day}`);
  }

  /** What a unit turns into. */
  into(code: string): Turns | null {
    return this.club.units.find(unit => unit.code === code)?.into ?? null;
  }

  /** Of how many of a unit one is shown: 10 rial are a toman. */
  scaleOf(code: string): number {
    return this.isMoney(code) ? this.words.scale : 1;
  }

  /** An amount of a unit as it is typed. */
  typed(code: string, amount: number): string {
    return this.words.number(amount / this.scaleOf(code));
  }

  turning(from: string, to: string): string {
    return this.say(`تبدیل ${this.unit(from)} به ${this.unit(to)}`, `${this.unit(from)} into ${this.unit(to)}`);
  }

  eachStep(from: string, { to, per, gives }: Turns): string {
    const [each, becomes] = [this.amount(from, per), this.amount(to, gives)];
    return this.say(`هر ${each}، ${becomes} می‌شود.`, `Each ${each} becomes ${becomes}.`);
  }

  most(code: string, amount: number): string {
    return this.say(`تا ${this.amount(code, amount)}`, `up to ${this.amount(code, amount)}`);
  }

  fullSteps(code: string, per: number): string {
    const step = this.amount(code, per);
    return this.say(`تنها مضرب‌های ${step} تبدیل می‌شود.`, `Only multiples of ${step} can be turned.`);
  }

  becomes(code: string, amount: number): string {
    return this.say(`${this.amount(code, amount)} می‌شود.`, `It becomes ${this.amount(code, amount)}.`);
  }

  turned(from: string, amount: number, to: string, becomes: number): string {
    const [gone, come] = [this.amount(from, amount), this.amount(to, becomes)];
    return this.say(`${gone}، ${come} شد.`, `${gone} became ${come}.`);
  }

  get turnUnsure(): string {
    return this.say(
      'به سرور وفا نرسیدیم و نمی‌دانیم تبدیل شد یا نه. دوباره بزنید؛ دو بار تبدیل نمی‌شود.',
      'Vafa could not be reached, so it is unknown whether it was turned. Press again; nothing is turned twice.',
    );
  }

  /** «ساعت ۱۴:۰۵»; of another day with its date. */
  moment(at: number, now = Date.now()): string {
    const zone = { timeZone: this.club.days.zone };
    const dayOf = (of: number) => new Intl.DateTimeFormat('en-CA', zone).format(new Date(of));
    const clock = { ...zone, hour: '2-digit', minute: '2-digit' } as const;
    const hour = this.words.script(new Intl.DateTimeFormat('en-GB', clock).format(new Date(at)));
    if (dayOf(at) === dayOf(now)) return this.say(`ساعت ${hour}`, hour);
    const day = dayAndMonth({ words: this.words }, this.club.calendar, fromIso(dayOf(at)) ?? 0);
    return this.say(`${day} ساعت ${hour}`, `${day}, ${hour}`);
  }

  highest(tier: string): string {
    return this.say(`${tier} بالاترین سطح است.`, `${tier} is the highest tier.`);
  }

  isMoney(code: string): boolean {
    return this.club.units.find(unit => unit.code === code)?.money ?? false;
  }

  /** As people dial it: ۰۹۱۲ ۱۲۳ ۴۵۶۷. */
  mobile(e164: string | undefined): string {
    if (!e164) return '';
    if (e164.includes('•')) return this.words.script(e164);
    const local = '0' + e164.replace(/^\+98/, '').replace(/^0/, '');
    return this.words.script(`${local.slice(0, 4)} ${local.slice(4, 7)} ${local.slice(7)}`);
  }

  mobileUnfinished(digits: number): string {
    return this.say(
      `شمارهٔ موبایل ۱۱ رقم دارد؛ تا اینجا ${this.words.number(digits)} رقم است.`,
      `A mobile number has 11 digits; this has ${digits}.`,
    );
  }

  nothingFound(text: string): string {
    return this.say(`کالا یا عضوی با «${text}» پیدا نشد.`, `No product or member was found for “${text}”.`);
  }

  nobodyFound(digits: string): string {
    return this.say(
      `عضوی با ${this.words.script(digits)} پیدا نشد؛ همهٔ شمارهٔ موبایل را بزنید.`,
      `Nobody was found by ${digits}; type the whole mobile number.`,
    );
  }

  noPrice(name: string): string {
    return this.say(`«${name}» قیمت ندارد؛ مبلغ آن را بزنید.`, `“${name}” has no price; type its amount.`);
  }

  unknownBarcode(sku: string): string {
    return this.say(
      `بارکد ${this.words.script(sku)} شناخته نیست؛ مبلغ کالا را بزنید.`,
      `Barcode ${sku} is not known; type the amount.`,
    );
  }

  /** The example is isolated from left to right, or its sides would change places. */
  get howToAdd(): string {
    return this.say(
      'مبلغ را بزنید، مثلاً ۸۰۰۰۰؛ سه‌تا از یک چیز: \u2066۳*۴۵۰۰۰\u2069.',
      'Type an amount, such as 80000; three of one thing: 3*45000.',
    );
  }

  get amountTooMuch(): string {
    return this.say('این مبلغ بیش از اندازه بزرگ است.', 'This amount is too large.');
  }

  get placeMissing(): string {
    return this.say('نخست بگویید این دستگاه در کدام شعبه است.', 'First say where this device stands.');
  }

  get basketEmpty(): string {
    return this.say('هنوز چیزی در سبد نیست؛ مبلغ را بزنید.', 'The basket is still empty; type an amount.');
  }

  private get changed(): string {
    return this.say(
      'مبلغ از لحظه‌ای که دیدید تغییر کرد و چیزی ثبت نشد. مبلغ تازه را ببینید و دوباره ثبت کنید.',
      'The price changed after you saw it, and nothing was recorded. Look at the new price and record again.',
    );
  }

  get notReached(): string {
    return this.say('به سرور وفا نرسیدیم؛ دوباره Enter بزنید.', 'Vafa could not be reached; press Enter again.');
  }

  /** What a refusal says: the server's own sentences, or what to do when the sign-in is over or the price changed. */
  problem(problem: Problem): string[] {
    if (problem.code === 'purchase.changed') return [this.changed];
    return problem.status === 401 ? [this.signedOut] : sentences(problem);
  }

  private get signedOut(): string {
    return this.say(
      'ورود شما به پایان رسیده است. در یک برگهٔ دیگر وارد شوید و برگردید.',
      'Your sign-in has ended. Sign in on another tab and come back.',
    );
  }
}
