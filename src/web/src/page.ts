import { Words } from './words';

export type Calendar = 'jalali' | 'gregorian';

/** How a page is written: what `<html>` says of its language, money and calendar. */
export interface Page {
  words: Words;
  calendar: Calendar;
  /** The club's business day, ISO. */
  today: string;
  /** First day of a week as `Date.getUTCDay` counts: 6 is Saturday. */
  weekStart: number;
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** Reads `lang`, `data-money-scale`, `data-currency`, `data-calendar`, `data-week-starts` and `data-today`. */
export function pageOf(root: HTMLElement): Page {
  const { moneyScale = '10', currency, calendar, weekStarts = 'saturday', today } = root.dataset;
  const scale = Number(moneyScale);
  const weekStart = WEEKDAYS.indexOf(weekStarts.toLowerCase());
  return {
    words: new Words({
      persian: root.lang !== 'en',
      currency: currency ?? (scale === 100 ? '' : 'IRR'),
      toman: scale === 10,
    }),
    calendar: calendar === 'gregorian' ? 'gregorian' : 'jalali',
    today: today ?? new Date().toISOString().slice(0, 10),
    weekStart: weekStart < 0 ? 6 : weekStart,
  };
}
