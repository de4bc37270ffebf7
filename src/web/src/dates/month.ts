import type { Calendar } from '../page';
import { addMonths, dayNumber, dayOf, daysInMonth, weekdayIndex } from './calendar';

/** How one month lies in the grid, and where a key leads in it. */
export interface Month {
  calendar: Calendar;
  weekStart: number;
  /** In a page from right to left the next day is at the left. */
  rightToLeft: boolean;
}

/** The weeks of the month that this day is in; null where another month's day would be. */
export function weeks({ calendar, weekStart }: Month, number: number): (number | null)[][] {
  const { year, month } = dayOf(calendar, number);
  const first = dayNumber(calendar, { year, month, day: 1 });
  const length = daysInMonth(calendar, year, month);
  const before = weekdayIndex(first, weekStart);
  return Array.from({ length: Math.ceil((before + length) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const day = week * 7 + weekday - before;
      return day >= 0 && day < length ? first + day : null;
    }),
  );
}

/** The day a key leads to; null when the key is none of the grid's. */
export function led({ calendar, weekStart, rightToLeft }: Month, number: number, key: string, shift: boolean) {
  const forward = rightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const weekday = weekdayIndex(number, weekStart);
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      return number + (key === forward ? 1 : -1);
    case 'ArrowUp':
      return number - 7;
    case 'ArrowDown':
      return number + 7;
    case 'Home':
      return number - weekday;
    case 'End':
      return number + 6 - weekday;
    case 'PageUp':
      return addMonths(calendar, number, shift ? -12 : -1);
    case 'PageDown':
      return addMonths(calendar, number, shift ? 12 : 1);
    default:
      return null;
  }
}
