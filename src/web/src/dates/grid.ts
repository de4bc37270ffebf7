import { dayNumber, dayOf, weekdayIndex } from './calendar';
import { drawing, el } from '../dom';
import type { Page } from '../page';
import { led, weeks, type Month } from './month';
import { longDay, monthAndYear, weekdayName, weekdayShort } from './names';

/** What the grid shows: the day under the cursor and the one that is chosen. */
export interface Shown {
  at: number;
  chosen: number | null;
  earliest: number;
  latest: number;
}

const BACK = 'M15 6l-6 6 6 6';
const ON = 'M9 6l6 6-6 6';

/** The month that opens below a date's field. One day can be reached by Tab, the others by arrows. */
export class Grid {
  readonly element: HTMLElement;
  private shown: Shown;

  constructor(
    private readonly page: Page,
    private readonly month: Month,
    shown: Shown,
    private readonly choose: (number: number) => void,
    private readonly leave: () => void,
  ) {
    this.shown = shown;
    const { words } = page;
    this.element = el('div', { class: 'month', role: 'dialog', 'aria-label': words.say('انتخاب روز', 'Choose a day') });
    this.element.addEventListener('keydown', event => this.keyed(event));
    this.draw(false);
  }

  focus(): void {
    this.element.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }

  private keyed(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.leave();
      return;
    }

    if (!(event.target as HTMLElement).dataset['day']) return;
    const there = led(this.month, this.shown.at, event.key, event.shiftKey);
    if (there === null) return;
    event.preventDefault();
    this.go(there, true);
  }

  private go(there: number, focus: boolean): void {
    const { earliest, latest } = this.shown;
    this.shown = { ...this.shown, at: Math.min(Math.max(there, earliest), latest) };
    this.draw(focus);
  }

  private draw(focus: boolean): void {
    this.element.replaceChildren(this.head(), this.table(), this.foot());
    if (focus) this.focus();
  }

  private head(): HTMLElement {
    const { page, month, shown } = this;
    const step = (key: string, years: boolean, fa: string, en: string, path: string) => {
      const label = page.words.say(fa, en);
      const button = el('button', { type: 'button', class: 'month-step', 'aria-label': label, title: label });
      button.append(drawing(path, true));
      button.addEventListener('click', () => {
        this.go(led(month, this.shown.at, key, years)!, false);
        this.element.querySelector<HTMLElement>(`[aria-label="${label}"]`)?.focus();
      });
      return button;
    };
    return el(
      'div',
      { class: 'month-head' },
      step('PageUp', true, 'سال پیش', 'Year before', 'M11 6l-6 6 6 6M19 6l-6 6 6 6'),
      step('PageUp', false, 'ماه پیش', 'Month before', BACK),
      el('span', { class: 'month-name', 'aria-live': 'polite' }, monthAndYear(page, month.calendar, shown.at)),
      step('PageDown', false, 'ماه بعد', 'Month after', ON),
      step('PageDown', true, 'سال بعد', 'Year after', 'M5 6l6 6-6 6M13 6l6 6-6 6'),
    );
  }

  private table(): HTMLElement {
    const { page, month, shown } = this;
    const names = Array.from({ length: 7 }, (_, at) => (at + month.weekStart) % 7).map(weekday =>
      el('th', { scope: 'col', abbr: weekdayName(page, weekday) }, weekdayShort(page, weekday)),
    );
    const rows = weeks(month, shown.at).map(week => el('tr', {}, ...week.map(day => this.cell(day))));
    return el(
      'table',
      { role: 'grid', 'aria-label': monthAndYear(page, month.calendar, shown.at) },
      el('thead', {}, el('tr', {}, ...names)),
      el('tbody', {}, ...rows),
    );
  }

  private cell(day: number | null): HTMLElement {
    const { page, month, shown } = this;
    if (day === null) return el('td');
    const number = String(dayOf(month.calendar, day).day);
    const button = el(
      'button',
      {
        type: 'button',
        tabindex: day === shown.at ? '0' : '-1',
        'data-day': String(day),
        'aria-label': longDay(page, month.calendar, day),
        'aria-current': day === today(page) && 'date',
        disabled: day < shown.earliest || day > shown.latest,
        class: weekdayIndex(day, 0) === 5 && month.calendar === 'jalali' ? 'month-day month-free' : 'month-day',
      },
      page.words.script(number),
    );
    button.addEventListener('click', () => this.choose(day));
    return el('td', { role: 'gridcell', 'aria-selected': String(day === shown.chosen) }, button);
  }

  private foot(): HTMLElement {
    const { page, shown } = this;
    const button = el('button', { type: 'button', class: 'link text-small' }, page.words.say('امروز', 'Today'));
    const day = today(page);
    button.disabled = day < shown.earliest || day > shown.latest;
    button.addEventListener('click', () => this.choose(day));
    return el('div', { class: 'month-foot' }, button);
  }
}

/** The club's business day. */
export function today(page: Page): number {
  const [year = 1970, month = 1, day = 1] = page.today.split('-').map(Number);
  return dayNumber('gregorian', { year, month, day });
}
