import { newKey } from '../api';
import { after } from './after';
import { ask } from './dialog';
import { faultsOf } from './problems';
import { lostSentence, signIn, target, type Desk } from './send';
import { toast } from './toast';

/** One act of one button: `data-call="POST /api/v1/offers/x/pause"`, with `data-body`, `data-confirm`, `data-then`. */
export class Calling {
  private busy = false;
  private key = newKey();

  constructor(
    private readonly button: HTMLElement,
    private readonly desk: Desk,
  ) {}

  async run(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const { confirm, confirmYes, danger } = this.button.dataset;
    if (confirm !== undefined) {
      const yes = confirmYes ?? this.button.textContent?.trim();
      const act = () => this.act();
      const done = await ask({ sentence: confirm, yes, danger: danger !== undefined, act }, this.desk.page.words);
      this.busy = false;
      if (done) this.finish();
      return;
    }

    this.button.ariaBusy = 'true';
    const fault = await this.act();
    this.button.ariaBusy = null;
    this.busy = false;
    if (fault === null) this.finish();
    else toast(fault, 'wrong');
  }

  private answer: unknown;

  /** Sends; a sentence when it was not done. */
  private async act(): Promise<string | null> {
    const { call, body } = this.button.dataset;
    const { method, path } = target(call!);
    const sent = body ?? (method === 'POST' ? '{}' : undefined);
    const answer = await this.desk.api.call(path, {
      method,
      ...(sent === undefined ? {} : { body: sent }),
      ...(method === 'POST' ? { key: this.key } : {}),
    });
    if (answer.kind === 'lost' || answer.kind === 'aborted') return lostSentence(this.desk.page);
    this.key = newKey();
    if (answer.kind === 'ok') {
      this.answer = answer.value;
      return null;
    }

    if (answer.problem.status === 401) signIn(this.desk);
    return faultsOf(answer.problem, pointer => pointer)
      .map(fault => fault.sentence)
      .join(' ');
  }

  private finish(): void {
    this.button.dispatchEvent(new CustomEvent('vafa-sent', { bubbles: true, detail: this.answer }));
    const leaves = after(this.button.dataset, this.answer, this.desk.page, this.desk.way);
    if (leaves) this.busy = true;
  }
}
