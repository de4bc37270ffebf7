import { latin } from '../digits';
import type { Calendar } from '../page';

/** A day of one of the two calendars. */
export interface Day {
  year: number;
  month: number;
  day: number;
}

const MS_A_DAY = 86_400_000;

/** Days in 33 Jalali years, of which 8 are leap; the rule of the server's JalaliDate, official from 1206 to 1501. */
const CYCLE = 33 * 365 + 8;

/** Days from 1970-01-01 back to 1 Farvardin of the year 1 by the 33-year rule. */
const EPOCH = -492_268;

/** A day as its distance from 1970-01-01. */
export function dayNumber(calendar: Calendar, { year, month, day }: Day): number {
  if (calendar === 'gregorian') return Math.round(Date.UTC(year, month - 1, day) / MS_A_DAY);
  return EPOCH + yearStart(year) + monthStart(month) + day - 1;
}

export function dayOf(calendar: Calendar, number: number): Day {
  if (calendar === 'gregorian') {
    const date = new Date(number * MS_A_DAY);
    return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  }

  const since = number - EPOCH;
  let year = Math.floor((since * 33) / CYCLE) + 1;
  while (yearStart(year) > since) year--;
  while (yearStart(year + 1) <= since) year++;
  const rest = since - yearStart(year);
  const month = rest < 186 ? Math.floor(rest / 31) + 1 : Math.floor((rest - 186) / 30) + 7;
  return { year, month, day: rest - monthStart(month) + 1 };
}

/** Days of earlier years. A year is leap when (25 × year + 11) mod 33 < 8; 11 of year 0 are carried over. */
function yearStart(year: number): number {
  return (year - 1) * 365 + Math.floor(((year - 1) * 8 + 29) / 33);
}

function monthStart(month: number): number {
  return month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
}

export function daysInMonth(calendar: Calendar, year: number, month: number): number {
  const next = month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 };
  return dayNumber(calendar, next) - dayNumber(calendar, { year, month, day: 1 });
}

/** The same day some months on; the last of the month when that month is shorter. */
export function addMonths(calendar: Calendar, number: number, months: number): number {
  const { year, month, day } = dayOf(calendar, number);
  const at = year * 12 + month - 1 + months;
  const there = { year: Math.floor(at / 12), month: (((at % 12) + 12) % 12) + 1 };
  return dayNumber(calendar, { ...there, day: Math.min(day, daysInMonth(calendar, there.year, there.month)) });
}

/** Days since the week began. 1970-01-01 was a Thursday. */
export function weekdayIndex(number: number, weekStart: number): number {
  return (((number + 4 - weekStart) % 7) + 7) % 7;
}

export function iso(number: number): string {
  return new Date(number * MS_A_DAY).toISOString().slice(0, 10);
}

/** The day number of an ISO date; null when it is none. */
export function fromIso(text: string): number | null {
  return /^\d{4}-\d\d-\d\d$/.test(text) ? real('gregorian', text.split('-').map(Number)) : null;
}

/**
 * The day that was typed: year, month and day in any digits between / - . or spaces. Years from 1200 to 1500 are
 * Jalali and years from 1600 on Gregorian whatever the page's calendar; nobody means year 1405 of the other one.
 */
export function readDay(typed: string): number | null {
  const parts = /^(\d{4})[/\-. ](\d{1,2})[/\-. ](\d{1,2})$/.exec(latin(typed).trim());
  if (!parts) return null;
  const numbers = parts.slice(1).map(Number);
  const year = numbers[0]!;
  if (year >= 1200 && year <= 1500) return real('jalali', numbers);
  return year >= 1600 && year <= 2200 ? real('gregorian', numbers) : null;
}

function real(calendar: Calendar, [year = 0, month = 0, day = 0]: number[]): number | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(calendar, year, month)) return null;
  return dayNumber(calendar, { year, month, day });
}

/** `1405/09/04`, as it is typed and shown in a field, in Latin digits. */
export function shortDay(calendar: Calendar, number: number): string {
  const { year, month, day } = dayOf(calendar, number);
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('/');
}
