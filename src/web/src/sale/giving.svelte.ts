import { newKey, sentences } from '../api';
import { latin } from '../digits';
import type { Counter } from './counter';
import type { Texts } from './texts';

/** Points or credit that a cashier gives or takes by hand, with a manager's word where he needs one. */
export class Giving {
  /** The member whose wallet it is; null while nothing is asked. */
  member = $state<string | null>(null);
  unit = $state('');
  typed = $state('');
  takes = $state(false);
  reason = $state('');
  manager = $state('');
  pin = $state('');
  said = $state('');
  busy = $state(false);
  /** What was given last. */
  done = $state('');
  private key = newKey();

  constructor(
    private readonly counter: Counter,
    private readonly texts: Texts,
    private readonly mayLet: boolean,
    private readonly given: (member: string) => Promise<void>,
  ) {}

  get needsManager(): boolean {
    return !this.mayLet;
  }

  start(member: string, unit: string): void {
    this.member = member;
    this.unit = unit;
    this.manager = this.counter.managers?.people[0]?.user ?? '';
    this.typed = this.reason = this.pin = this.said = this.done = '';
    this.takes = false;
    this.key = newKey();
  }

  leave(): void {
    this.member = null;
    this.pin = '';
  }

  /** Another one buys. */
  forget(): void {
    this.leave();
    this.done = '';
  }

  async send(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.said = (await this.ask()) ?? '';
    this.busy = false;
    this.pin = '';
  }

  /** What stands in the way; null when it is done. */
  private async ask(): Promise<string | null> {
    const { texts, counter, member, unit } = this;
    const digits = latin(this.typed).replace(/[,\s]/g, '');
    const amount = Number(digits) * texts.scaleOf(unit) * (this.takes ? -1 : 1);
    if (!/^\d+$/.test(digits) || amount === 0 || !Number.isSafeInteger(amount)) {
      return texts.say('بنویسید چقدر.', 'Write how much.');
    }

    const reason = this.reason.trim();
    if (reason === '') return texts.say('بنویسید چرا.', 'Say why.');
    const { managers } = counter;
    if (!counter.give || member === null || managers?.online === false) return this.lost;
    let approval: string | undefined;
    if (this.needsManager) {
      const word = await managers?.ask({ kind: 'points', subject: member, user: this.manager, pin: latin(this.pin) });
      if (word?.kind === 'refused') return sentences(word.problem).join(' ');
      if (word?.kind !== 'ok') return this.lost;
      approval = word.value.approval;
    }

    const body = { unit, amount, reason, ...(approval ? { approval } : {}) };
    const answer = await counter.give(member, body, this.key);
    if (answer.kind === 'ok') {
      const much = texts.amount(unit, Math.abs(amount));
      this.done =
        answer.value.state === 'waiting'
          ? texts.say(`${much} تا تأیید نفر دوم می‌ماند.`, `${much} waits for a second person.`)
          : this.takes
            ? texts.say(`${much} کم شد.`, `${much} was taken.`)
            : texts.say(`${much} داده شد.`, `${much} was given.`);
      this.leave();
      await this.given(member);
      return null;
    }

    if (answer.kind !== 'refused') return this.lost;
    this.key = newKey();
    return texts.problem(answer.problem).join(' ');
  }

  private get lost(): string {
    return this.texts.say(
      'به سرور وفا نرسیدیم؛ این کار شبکه می‌خواهد. دوباره بزنید، دو بار داده نمی‌شود.',
      'Vafa could not be reached; this needs the network. Press again: nothing is given twice.',
    );
  }
}
