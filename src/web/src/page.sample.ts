import type { Page } from './page';
import { Words } from './words';

/** A page for tests, on 4 Azar 1405. */
export function pageIn(language: 'fa' | 'en', currency = 'IRR', toman = true): Page {
  const words = new Words({ persian: language === 'fa', currency, toman });
  return { words, calendar: 'jalali', today: '2026-11-25', weekStart: 6 };
}
