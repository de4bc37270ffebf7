import { dayOf, fromIso } from '../dates/calendar';
import { dayAndMonth, longDay, monthAndYear, monthName } from '../dates/names';
import type { Page } from '../page';
import type { Chart } from './data';

/** A value in full, as a tooltip says it. */
export function value(number: number, { measure }: Chart, { words }: Page): string {
  if (measure === 'money') return words.money(number);
  return measure === 'percent' ? words.number(number) + words.say('٪', '%') : words.number(number);
}

/** A value in few letters, for the scale: «۱٫۲ میلیون». */
export function brief(number: number, { measure }: Chart, { words }: Page): string {
  if (measure === 'percent') return words.number(number) + words.say('٪', '%');
  const shown = measure === 'money' ? number / words.scale : number;
  const steps: [number, string, string][] = [
    [1e9, ' میلیارد', 'B'],
    [1e6, ' میلیون', 'M'],
    [1e3, ' هزار', 'k'],
  ];
  const step = steps.find(([size]) => Math.abs(shown) >= size);
  if (!step) return words.number(shown);
  return words.number(Math.round((shown / step[0]) * 100) / 100) + words.say(step[1], step[2]);
}

/** What stands below the chart at one place: «۴ آذر», «آذر». */
export function below(at: string, { axis }: Chart, page: Page): string {
  const day = axis === 'text' ? null : fromIso(at);
  if (day === null) return page.words.script(at);
  if (axis !== 'month') return dayAndMonth(page, page.calendar, day);
  const { month } = dayOf(page.calendar, day);
  return month === 1 ? monthAndYear(page, page.calendar, day) : monthName(page, page.calendar, month);
}

/** The same place in full, as a tooltip heads it. */
export function place(at: string, { axis }: Chart, page: Page): string {
  const day = axis === 'text' ? null : fromIso(at);
  if (day === null) return page.words.script(at);
  return axis === 'month' ? monthAndYear(page, page.calendar, day) : longDay(page, page.calendar, day);
}
