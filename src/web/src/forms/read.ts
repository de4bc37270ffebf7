import { iso, readDay } from '../dates/calendar';
import { latin } from '../digits';
import type { Page } from '../page';

/** What a control's text means. */
export type As =
  | 'text'
  | 'money'
  | 'worth'
  | 'whole'
  | 'decimal'
  | 'percent'
  | 'date'
  | 'yesNo'
  | 'list'
  | 'wholes'
  | 'choice'
  | 'json';

/** What was typed, as the API takes it; or why it cannot be read, in the reader's language. */
export type Reading = { value: unknown } | { wrong: string };

/** The most money one field may hold, in the smallest unit; also keeps every number exact. */
const MOST = 1_000_000_000_000_000;

/** Reads one typed text, which is not empty. */
export function read(as: As, typed: string, page: Page): Reading {
  const say = (fa: string, en: string): Reading => ({ wrong: page.words.say(fa, en) });
  switch (as) {
    case 'money':
      return money(typed, page);
    case 'worth':
      return worth(typed, page);
    case 'whole': {
      const number = numberIn(typed);
      if (!number || Number(number.fraction) !== 0) {
        return say('این باید عددی بی‌اعشار باشد، مثلاً ۱۲.', 'This must be a whole number, as 12.');
      }
      return within(Number(number.sign + number.whole), page);
    }
    case 'decimal': {
      const number = numberIn(typed);
      if (!number) return say('این باید عدد باشد، مثلاً ۱۲ یا ۱٫۵.', 'This must be a number, as 12 or 1.5.');
      return within(plain(number), page);
    }
    case 'percent': {
      const number = numberIn(typed.replace(/[%٪]/g, ''));
      if (!number || number.fraction.length > 2) {
        return say(
          'این باید درصدی با حداکثر دو رقم اعشار باشد، مثلاً ۱۰ یا ۷٫۵.',
          'This must be a percentage of at most two decimals, as 10 or 7.5.',
        );
      }
      return within(plain(number), page);
    }
    case 'date': {
      const day = readDay(typed);
      const example = page.calendar === 'jalali' ? page.words.script('1405/09/04') : '2026/11/25';
      if (day === null)
        return say(`این تاریخ خوانده نشد؛ مثلاً ${example}.`, `This is no date; write it as ${example}.`);
      return { value: iso(day) };
    }
    case 'yesNo':
      return { value: typed === 'true' || typed === 'on' };
    case 'list':
      return { value: listIn(typed) };
    case 'wholes':
      return wholes(typed, page);
    case 'json':
      try {
        return { value: JSON.parse(typed) as unknown };
      } catch (error) {
        const why = error instanceof Error ? ` (${error.message})` : '';
        return say(`این متن، JSON درستی نیست${why}.`, `This is not valid JSON${why}.`);
      }
    case 'text':
    case 'choice':
      return { value: typed };
  }
}

/** Whole numbers between commas; a comma here ends no thousand. */
function wholes(typed: string, page: Page): Reading {
  const numbers = listIn(typed).map(numberIn);
  if (numbers.some(number => !number || Number(number.fraction) !== 0)) {
    const example = page.words.say('۳۰، ۷، ۱', '30, 7, 1');
    return {
      wrong: page.words.say(`عددها را با ویرگول بنویسید: ${example}.`, `Write numbers with commas: ${example}.`),
    };
  }

  return { value: numbers.map(number => Number(number!.sign + number!.whole)) };
}

/** Parts between commas or lines, in any script, each once. */
export function listIn(typed: string): string[] {
  const parts = typed.split(/[,،\n]/).map(part => part.trim());
  return [...new Set(parts.filter(part => part !== ''))];
}

interface Typed {
  sign: '' | '-';
  whole: string;
  fraction: string;
}

/** A number in any digits; separators only where thousands end, because 1,5 would else be 15. */
export function numberIn(typed: string): Typed | null {
  const text = latin(typed)
    .replace(/[−–]/g, '-')
    .replace(/[\s_]/g, '')
    // «۱۲/۵» is how many write a decimal by hand.
    .replace(/^(-?\d+)\/(\d+)$/, '$1.$2');
  const parts = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d+))?$/.exec(text);
  if (!parts || (parts[2] === undefined && parts[3] === undefined)) return null;
  return {
    sign: parts[1] === '-' ? '-' : '',
    whole: (parts[2] ?? '0').replaceAll(',', ''),
    fraction: (parts[3] ?? '').replace(/0+$/, ''),
  };
}

function plain({ sign, whole, fraction }: Typed): number {
  return Number(`${sign}${whole}.${fraction || '0'}`);
}

function within(value: number, { words }: Page): Reading {
  if (Math.abs(value) > MOST)
    return { wrong: words.say('این عدد بیش از اندازه بزرگ است.', 'This number is too large.') };
  return { value: value === 0 ? 0 : value };
}

/** What one of a unit is worth: money that may be finer than the smallest unit, by at most four decimals of it. */
function worth(typed: string, page: Page): Reading {
  const { words } = page;
  const number = numberIn(typed);
  const example = words.script('50');
  if (!number) {
    return { wrong: words.say(`این باید مبلغ باشد، مثلاً ${example}.`, `This must be an amount, as ${example}.`) };
  }

  // The point moves by the digits of the scale, in text: 0.1 × 10 is no sum for binary fractions.
  const places = Math.round(Math.log10(words.scale));
  const digits = number.fraction.padEnd(places, '0');
  const [whole, fraction] = [number.whole + digits.slice(0, places), digits.slice(places)];
  if (fraction.length > 4) {
    return { wrong: words.say('این مبلغ بیش از اندازه خرد است.', 'This amount is too fine.') };
  }

  return within(plain({ sign: number.sign, whole, fraction }), page);
}

/** Money in the unit that is shown, to the smallest unit. */
function money(typed: string, page: Page): Reading {
  const { words } = page;
  const number = numberIn(typed);
  const places = words.scale === 100 ? 2 : words.scale === 10 ? 1 : 0;
  if (!number) {
    const example = words.script('80,000');
    return { wrong: words.say(`این باید مبلغ باشد، مثلاً ${example}.`, `This must be an amount, as ${example}.`) };
  }

  if (number.fraction.length > places) {
    return {
      wrong: words.say(
        `این مبلغ از کوچک‌ترین واحد پول باشگاه خردتر است.`,
        `This amount is finer than the club's smallest money unit.`,
      ),
    };
  }

  return within(Number(number.sign + number.whole + number.fraction.padEnd(places, '0')), page);
}
