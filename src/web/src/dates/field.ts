import { drawing, el } from '../dom';
import { pageOf, type Calendar, type Page } from '../page';
import { fromIso, iso, readDay } from './calendar';
import { Grid, today } from './grid';
import { fieldDay } from './names';

const FAR = 1_000_000;

/**
 * `<vafa-date name value min max calendar week-starts required>`: a field to type a day in, and the month to pick one
 * from. Its value is ISO; what cannot be read stays as it was typed. The element's id moves to the text field, so that
 * a label finds it.
 */
export class DateField extends HTMLElement {
  /** What the page came with. */
  initial = '';
  private page!: Page;
  private text!: HTMLInputElement;
  private sent: HTMLInputElement | undefined;
  private grid: Grid | null = null;

  get value(): string {
    return this.sent?.value ?? this.getAttribute('value') ?? '';
  }

  set value(isoDay: string) {
    if (!this.sent) return;
    const day = fromIso(isoDay);
    this.text.value = day === null ? isoDay : fieldDay(this.page, this.calendar, day);
    this.sent.value = isoDay;
  }

  get calendar(): Calendar {
    const said = this.getAttribute('calendar');
    return said === 'jalali' || said === 'gregorian' ? said : this.page.calendar;
  }

  /** Why what is there cannot be sent; null when it can. */
  fault(): string | null {
    const { words } = this.page;
    const day = fromIso(this.value);
    if (day === null) return null;
    const { earliest, latest } = this.bounds();
    const shown = (number: number) => fieldDay(this.page, this.calendar, number);
    if (day < earliest) {
      return words.say(`زودتر از ${shown(earliest)} نمی‌شود.`, `This may not be before ${shown(earliest)}.`);
    }

    return day > latest
      ? words.say(`دیرتر از ${shown(latest)} نمی‌شود.`, `This may not be after ${shown(latest)}.`)
      : null;
  }

  override focus(): void {
    this.text.focus();
  }

  connectedCallback(): void {
    // Moved within the page it is already built.
    if (this.sent) return;
    this.page = pageOf(document.documentElement);
    this.build();
    this.initial = this.getAttribute('value') ?? '';
    this.value = this.initial;
    this.text.addEventListener('input', () => this.typed());
    this.text.addEventListener('change', () => this.settle());
    this.text.addEventListener('keydown', event => {
      if (event.key !== 'ArrowDown' && !(event.key === 'Escape' && this.grid)) return;
      event.preventDefault();
      if (event.key === 'ArrowDown') this.open();
      else this.close(false);
    });
    this.addEventListener('focusout', event => {
      if (!this.contains(event.relatedTarget as Node | null) && event.relatedTarget) this.close(false);
    });
    this.closest('form')?.addEventListener('reset', () => (this.value = this.initial));
  }

  private build(): void {
    const { words } = this.page;
    const sample = fieldDay(this.page, this.calendar, today(this.page));
    this.text = el('input', {
      class: 'input',
      type: 'text',
      id: this.id || undefined,
      inputmode: 'numeric',
      autocomplete: 'off',
      placeholder: sample,
      dir: 'ltr',
      required: this.hasAttribute('required'),
      disabled: this.hasAttribute('disabled'),
      'aria-label': this.getAttribute('aria-label') ?? undefined,
      'aria-describedby': this.getAttribute('aria-describedby') ?? undefined,
    });
    this.removeAttribute('id');
    this.sent = el('input', { type: 'hidden', name: this.getAttribute('name') ?? '' });
    this.sent.disabled = this.text.disabled;
    const label = words.say('باز کردن تقویم', 'Open the calendar');
    const opener = el('button', { type: 'button', class: 'date-open', 'aria-label': label, tabindex: '-1' });
    opener.disabled = this.text.disabled;
    opener.append(drawing('M5 6h14v14H5zM5 10h14M9 3v4M15 3v4'));
    opener.addEventListener('click', () => (this.grid ? this.close(true) : this.open()));
    this.replaceChildren(this.text, opener, this.sent);
  }

  /** Writes what was typed as a date is written here. */
  private settle(): void {
    const typed = this.value;
    this.value = typed;
  }

  private typed(): void {
    if (!this.sent) return;
    const day = readDay(this.text.value);
    this.sent.value = day === null ? this.text.value.trim() : iso(day);
  }

  private bounds(): { earliest: number; latest: number } {
    const bound = (name: string, far: number) => fromIso(this.getAttribute(name) ?? '') ?? far;
    return { earliest: bound('min', -FAR), latest: bound('max', FAR) };
  }

  private open(): void {
    this.close(false);
    const { page, calendar } = this;
    const chosen = fromIso(this.value);
    const bounds = this.bounds();
    const at = Math.min(Math.max(chosen ?? today(page), bounds.earliest), bounds.latest);
    const weekStart = Number(this.getAttribute('week-starts') ?? page.weekStart);
    const rightToLeft = getComputedStyle(this).direction === 'rtl';
    this.grid = new Grid(
      page,
      { calendar, weekStart, rightToLeft },
      { at, chosen, ...bounds },
      day => this.choose(day),
      () => this.close(true),
    );
    this.append(this.grid.element);
    this.keepInside(this.grid.element);
    document.addEventListener('pointerdown', this.outside);
    this.grid.focus();
  }

  /** Turns the month to the side, or above the field, where there is room. */
  private keepInside(month: HTMLElement): void {
    const { left, right, bottom, height } = month.getBoundingClientRect();
    month.classList.toggle('month-other-side', left < 0 || right > document.documentElement.clientWidth);
    month.classList.toggle('month-above', bottom > innerHeight && this.getBoundingClientRect().top > height);
  }

  private readonly outside = (event: Event): void => {
    if (!this.contains(event.target as Node)) this.close(false);
  };

  private choose(day: number): void {
    this.value = iso(day);
    this.close(true);
    for (const kind of ['input', 'change']) this.sent?.dispatchEvent(new Event(kind, { bubbles: true }));
  }

  private close(focus: boolean): void {
    if (!this.grid) return;
    this.grid.element.remove();
    this.grid = null;
    document.removeEventListener('pointerdown', this.outside);
    if (focus) this.text.focus();
  }
}
