import { type Page, pageOf } from '../page';
import { toast, toastNext } from './toast';

/** Takes the reader elsewhere; a test hands in its own. */
export interface Way {
  go(address: string): void;
  reload(): void;
}

export const way: Way = {
  go(address) {
    const there = new URL(address, location.href);
    const same = there.pathname === location.pathname && there.search === location.search;
    location.assign(there);
    // An address that differs in its # alone would not load again.
    if (same) location.reload();
  },
  reload: () => location.reload(),
};

/** A value of the answer by its pointer: `id`, `member/id`. */
export function part(answer: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .reduce<unknown>(
      (at, key) => (at && typeof at === 'object' ? (at as Record<string, unknown>)[key] : undefined),
      answer,
    );
}

/** `/members/{id}` with the answer's values. */
export function filled(template: string, answer: unknown, encode: (text: string) => string): string {
  return template.replace(/\{([\w/.-]+)\}/g, (_, key: string) => {
    const value = part(answer, key);
    return value === undefined || value === null ? '' : encode(String(value));
  });
}

/** What a form's or button's markup says of the time after. */
export interface Said {
  then?: string | undefined;
  done?: string | undefined;
}

/**
 * What follows a success: `data-done` is said, and `data-then` says where to go. Returns whether the page leaves, so
 * that its button stays busy.
 */
export function after({ then, done }: Said, answer: unknown, page: Page, to: Way): boolean {
  const text = done === undefined ? '' : filled(done, answer, value => page.words.script(value));
  if (then === undefined) {
    if (text) toast(text);
    return false;
  }

  if (text) toastNext(text);
  if (then === '') to.reload();
  else to.go(filled(then, answer, encodeURIComponent));
  return true;
}

/** Shows once what only this answer holds, as a new key: `[data-fill]` inside of the place take the answer's parts. */
export function reveal(selector: string, form: HTMLFormElement, answer: unknown): void {
  const place = document.querySelector<HTMLElement>(selector);
  if (!place) return;
  let shown = place;
  if (place instanceof HTMLTemplateElement) {
    shown = document.createElement('div');
    shown.append(place.content.cloneNode(true));
    place.before(shown);
  }

  for (const blank of shown.querySelectorAll<HTMLElement>('[data-fill]')) fill(blank, answer);
  for (const either of shown.querySelectorAll<HTMLElement>('[data-if], [data-unless]')) {
    const { if: key, unless = '' } = either.dataset;
    either.hidden = key === undefined ? part(answer, unless) != null : part(answer, key) == null;
  }

  form.hidden = true;
  shown.hidden = false;
  shown.tabIndex = -1;
  shown.focus();
  shown.dispatchEvent(new CustomEvent('vafa-shown', { bubbles: true }));
}

function fill(blank: HTMLElement, answer: unknown): void {
  const value = part(answer, blank.dataset['fill']!);
  const said = value === undefined || value === null ? '' : String(value);
  // A path becomes what somebody elsewhere can open.
  const text = said !== '' && blank.dataset['address'] !== undefined ? new URL(said, location.origin).href : said;
  if (blank instanceof HTMLInputElement) {
    blank.value = text;
    return;
  }

  if (blank instanceof HTMLAnchorElement) blank.href = text;
  if (blank instanceof HTMLAnchorElement && blank.textContent !== '') return;
  // A number to be read out is written in the reader's digits.
  const isNumber = blank.dataset['digits'] !== undefined;
  blank.textContent = isNumber ? pageOf(document.documentElement).words.script(text) : text;
}
