import type { Calendar, Page } from '../page';
import { dayOf, shortDay, weekdayIndex } from './calendar';

const JALALI_FA = 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند'.split(' ');
const JALALI_EN = 'Farvardin Ordibehesht Khordad Tir Mordad Shahrivar Mehr Aban Azar Dey Bahman Esfand'.split(' ');
const GREGORIAN_FA = 'ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر'.split(' ');
const GREGORIAN_EN = 'January February March April May June July August September October November December'.split(' ');

/** Sunday first, as `Date.getUTCDay` counts. */
const WEEKDAYS_FA = ['یکشنبه', 'دوشنبه', 'سه‌شنبه', 'چهارشنبه', 'پنجشنبه', 'جمعه', 'شنبه'];
const WEEKDAYS_EN = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export function monthName(page: Pick<Page, 'words'>, calendar: Calendar, month: number): string {
  const { persian } = page.words;
  const names = calendar === 'jalali' ? (persian ? JALALI_FA : JALALI_EN) : persian ? GREGORIAN_FA : GREGORIAN_EN;
  return names[month - 1]!;
}

/** Name of a day of the week; 0 is Sunday. */
export function weekdayName(page: Page, weekday: number): string {
  return (page.words.persian ? WEEKDAYS_FA : WEEKDAYS_EN)[weekday]!;
}

/** «ش» or Sat, for the head of a month. */
export function weekdayShort(page: Page, weekday: number): string {
  const name = weekdayName(page, weekday);
  return page.words.persian ? name.slice(0, 1) : name.slice(0, 3);
}

/** «آذر ۱۴۰۵». */
export function monthAndYear(page: Page, calendar: Calendar, number: number): string {
  const { year, month } = dayOf(calendar, number);
  return `${monthName(page, calendar, month)} ${page.words.script(String(year))}`;
}

/** «۴ آذر». */
export function dayAndMonth(page: Pick<Page, 'words'>, calendar: Calendar, number: number): string {
  const { month, day } = dayOf(calendar, number);
  return `${page.words.script(String(day))} ${monthName(page, calendar, month)}`;
}

/** «چهارشنبه ۴ آذر ۱۴۰۵». */
export function longDay(page: Page, calendar: Calendar, number: number): string {
  const { day } = dayOf(calendar, number);
  const weekday = weekdayName(page, weekdayIndex(number, 0));
  return `${weekday} ${page.words.script(String(day))} ${monthAndYear(page, calendar, number)}`;
}

/** «۱۴۰۵/۰۹/۰۴», as a field shows it. */
export function fieldDay(page: Page, calendar: Calendar, number: number): string {
  return page.words.script(shortDay(calendar, number));
}
