import { newKey, type Answer, type Api } from '../api';
import type { Page } from '../page';
import { after, part, reveal, type Way } from './after';
import { bodyOf, type Body } from './body';
import { ask } from './dialog';
import { gather } from './fields';
import { clear, faultsOf, show, tell } from './problems';
import { toast } from './toast';

/** What every act of a page needs. */
export interface Desk {
  page: Page;
  api: Api;
  way: Way;
}

export type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const BASE = '/api/v1';

/** `POST /api/v1/members/{id}` as a method and a path below the API's base. */
export function target(said: string): { method: Method; path: string } {
  const [method = '', address = ''] = said.trim().split(/\s+/);
  return {
    method: method.toUpperCase() as Method,
    path: address.startsWith(BASE) ? address.slice(BASE.length) : address,
  };
}

/** Puts what was typed by hand into the path. */
export function withPath(path: string, values: Map<string, string>): string {
  return path.replace(/\{([\w/.-]+)\}/g, (hole, name: string) => encodeURIComponent(values.get(name) ?? hole));
}

/** The sign-in page that comes back to this one. */
export function signIn({ way }: Desk): void {
  way.go(`/sign-in?back=${encodeURIComponent(location.pathname + location.search)}`);
}

/** `data-within="document"`: what the form says stands below that name in the body. */
function within(name: string | undefined, body: Body): Body {
  if (name === undefined) return body;
  const start = `/${name}`;
  return {
    json: { [name]: body.json },
    nameOf: pointer => body.nameOf(pointer.startsWith(start) ? pointer.slice(start.length) : pointer),
  };
}

/** `data-tell="#there"`: a question; the answer's message is said there, and the form stays as it is. */
function hear(place: string, answer: unknown): void {
  const there = document.querySelector<HTMLElement>(place);
  if (!there) return;
  there.textContent = String(part(answer, 'message') ?? '');
  there.hidden = false;
}

export function lostSentence({ words }: Page): string {
  return words.say(
    'به سرور وفا نرسیدیم و نمی‌دانیم ثبت شد یا نه. دوباره بفرستید؛ اگر ثبت شده باشد دو بار ثبت نمی‌شود.',
    'Vafa could not be reached, so it is unknown whether this was recorded. Send again; nothing is recorded twice.',
  );
}

/** One form that is sent to the API: busy meanwhile, never twice, with one key until an answer comes. */
export class Sending {
  private busy = false;
  /** The body whose answer never came, and its key. */
  private pending: { sent: string; key: string } | null = null;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly desk: Desk,
  ) {}

  /** Reads, asks, sends and shows what came of it. */
  async run(submitter: HTMLElement | null): Promise<void> {
    if (this.busy) return;
    const { form, desk } = this;
    const said = (what: string) => submitter?.dataset[what] ?? form.dataset[what];
    const { method, path } = target(said('send')!);
    const gathered = gather(form, desk.page, method === 'PATCH');
    if (gathered.wrong.size > 0) {
      show(
        form,
        [...gathered.wrong].map(([name, sentence]) => ({ name, sentence })),
      );
      return;
    }

    const { name, value } = submitter instanceof HTMLButtonElement ? submitter : { name: '', value: '' };
    if (name) gathered.leaves.push({ name, value });
    clear(form);
    if (method === 'PATCH' && gathered.leaves.length === 0) {
      toast(desk.page.words.say('چیزی عوض نشده است.', 'Nothing has changed.'));
      return;
    }

    const body = within(said('within'), bodyOf(gathered.leaves));
    const address = withPath(path, gathered.path);
    const question = said('confirm');
    if (question !== undefined) {
      const yes = said('confirmYes') ?? submitter?.textContent?.trim();
      const sure = await ask({ sentence: question, yes, danger: said('danger') !== undefined }, desk.page.words);
      if (!sure) return;
    }

    const release = this.hold(submitter);
    const answer = await this.send(method, address, body.json, said('key') !== undefined);
    if (!this.conclude(answer, body.nameOf, said, submitter)) release();
  }

  private send(method: Method, path: string, body: object, keyed: boolean): Promise<Answer<unknown>> {
    const json = JSON.stringify(body);
    const sent = `${method} ${path} ${json}`;
    if (this.pending?.sent !== sent) this.pending = { sent, key: newKey() };
    const wantsKey = method === 'POST' || keyed;
    return this.desk.api.call(path, {
      method,
      ...(method === 'DELETE' && json === '{}' ? {} : { body: json }),
      ...(wantsKey ? { key: this.pending.key } : {}),
      onlyNew: this.form.dataset['new'] !== undefined,
    });
  }

  /** Whether the page leaves now. */
  private conclude(
    answer: Answer<unknown>,
    nameOf: (pointer: string) => string,
    said: (what: string) => string | undefined,
    submitter: HTMLElement | null,
  ): boolean {
    const { form, desk } = this;
    if (answer.kind === 'lost' || answer.kind === 'aborted') {
      tell(form, lostSentence(desk.page), this.again(submitter));
      return false;
    }

    this.pending = null;
    if (answer.kind === 'refused') {
      if (answer.problem.status === 401) {
        signIn(desk);
        return true;
      }

      show(form, faultsOf(answer.problem, nameOf));
      return false;
    }

    const asks = submitter?.dataset['tell'];
    if (asks !== undefined) {
      hear(asks, answer.value);
      return false;
    }

    form.dispatchEvent(new CustomEvent('vafa-sent', { bubbles: true, detail: answer.value }));
    const result = said('result');
    if (result !== undefined) reveal(result, form, answer.value);
    return after({ then: said('then'), done: said('done') }, answer.value, desk.page, desk.way);
  }

  private again(submitter: HTMLElement | null): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'link';
    button.textContent = this.desk.page.words.say('دوباره بفرست', 'Send again');
    button.addEventListener('click', () => void this.run(submitter));
    return button;
  }

  /** Every button of the form waits; the pressed one shows it. */
  private hold(submitter: HTMLElement | null): () => void {
    this.busy = true;
    const buttons = ([...this.form.elements] as HTMLButtonElement[]).filter(
      e => e.localName === 'button' && !e.disabled,
    );
    const pressed = submitter ?? buttons.find(button => button.type === 'submit');
    const focused = document.activeElement;
    pressed?.setAttribute('aria-busy', 'true');
    for (const button of buttons) {
      button.disabled = true;
      button.dataset['held'] = '';
    }

    return () => {
      this.busy = false;
      pressed?.removeAttribute('aria-busy');
      for (const button of buttons) {
        button.disabled = false;
        delete button.dataset['held'];
      }

      // A disabled button loses the focus; it returns unless a wrong field took it.
      if (focused instanceof HTMLElement && document.activeElement === document.body) focused.focus();
    };
  }
}
