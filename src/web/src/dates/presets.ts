import type { Page } from '../page';
import { addMonths, dayNumber, dayOf, weekdayIndex } from './calendar';
import { today } from './grid';

export interface Span {
  from: number;
  to: number;
}

/** A span by its name: `today`, `yesterday`, `7d`, `week`, `month`, `lastMonth`, `year`, `lastYear`. */
export function spanOf(preset: string, page: Page): Span | null {
  const to = today(page);
  const { year, month } = dayOf(page.calendar, to);
  const monthStart = dayNumber(page.calendar, { year, month, day: 1 });
  const yearStart = dayNumber(page.calendar, { year, month: 1, day: 1 });
  const days = /^(\d{1,4})d$/.exec(preset);
  if (days) return { from: to - Number(days[1]) + 1, to };
  switch (preset) {
    case 'today':
      return { from: to, to };
    case 'yesterday':
      return { from: to - 1, to: to - 1 };
    case 'week':
      return { from: to - weekdayIndex(to, page.weekStart), to };
    case 'month':
      return { from: monthStart, to };
    case 'lastMonth':
      return { from: addMonths(page.calendar, monthStart, -1), to: monthStart - 1 };
    case 'year':
      return { from: yearStart, to };
    case 'lastYear':
      return { from: addMonths(page.calendar, yearStart, -12), to: yearStart - 1 };
    default:
      return null;
  }
}

export function presetName(preset: string, { words }: Page): string {
  const days = /^(\d{1,4})d$/.exec(preset)?.[1];
  if (days) return words.say(`${words.number(Number(days))} روز`, `${days} days`);
  const names: Record<string, [string, string]> = {
    today: ['امروز', 'Today'],
    yesterday: ['دیروز', 'Yesterday'],
    week: ['این هفته', 'This week'],
    month: ['این ماه', 'This month'],
    lastMonth: ['ماه پیش', 'Last month'],
    year: ['امسال', 'This year'],
    lastYear: ['پارسال', 'Last year'],
  };
  const name = names[preset];
  return name ? words.say(...name) : preset;
}
