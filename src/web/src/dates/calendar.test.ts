import { expect, test } from 'vitest';
import { addMonths, dayNumber, dayOf, daysInMonth, fromIso, iso, readDay, shortDay, weekdayIndex } from './calendar';

const persian = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
});

test('every day from 1300 to 1500 is the day that the platform calls it', () => {
  const last = dayNumber('jalali', { year: 1500, month: 12, day: 29 });
  for (let number = dayNumber('jalali', { year: 1300, month: 1, day: 1 }); number <= last; number++) {
    const { year, month, day } = dayOf('jalali', number);
    const parts = persian.formatToParts(new Date(number * 86_400_000));
    const [theirMonth, theirDay, theirYear] = ['month', 'day', 'year'].map(type =>
      Number(parts.find(part => part.type === type)!.value),
    );
    if (year !== theirYear || month !== theirMonth || day !== theirDay) {
      expect.fail(`${iso(number)} is ${theirYear}/${theirMonth}/${theirDay}, not ${year}/${month}/${day}`);
    }
    if (dayNumber('jalali', { year, month, day }) !== number) expect.fail(`${iso(number)} does not come back`);
  }
});

test('the 29th of Esfand is followed by Nowruz, or by the 30th in a leap year', () => {
  expect(daysInMonth('jalali', 1403, 12)).toBe(30);
  expect(daysInMonth('jalali', 1404, 12)).toBe(29);
  expect(daysInMonth('jalali', 1404, 6)).toBe(31);
  expect(daysInMonth('gregorian', 2028, 2)).toBe(29);
});

test('a month on from a 31st is the last day of a shorter month', () => {
  const end = readDay('1405/06/31')!;
  expect(shortDay('jalali', addMonths('jalali', end, 1))).toBe('1405/07/30');
  expect(shortDay('jalali', addMonths('jalali', end, 6))).toBe('1405/12/29');
  expect(shortDay('jalali', addMonths('jalali', end, -6))).toBe('1404/12/29');
  expect(shortDay('gregorian', addMonths('gregorian', fromIso('2026-01-31')!, 1))).toBe('2026/02/28');
});

test('a typed day is read in either calendar and any digits', () => {
  for (const typed of ['1405/09/04', '۱۴۰۵/۹/۴', '١٤٠٥-٠٩-٠٤', ' 1405.9.4 ', '2026-11-25', '2026/11/25']) {
    expect(iso(readDay(typed)!), typed).toBe('2026-11-25');
  }
});

test('what is no day is not read', () => {
  for (const typed of ['', '1405', '1405/13/1', '1404/12/30', '2026-02-29', '99/1/1', '1405/1/0', '1550/1/1']) {
    expect(readDay(typed), typed).toBeNull();
  }
});

test('the week begins where the club says', () => {
  const wednesday = fromIso('2026-11-25')!;
  expect(weekdayIndex(wednesday, 6)).toBe(4);
  expect(weekdayIndex(wednesday, 0)).toBe(3);
  expect(weekdayIndex(wednesday, 3)).toBe(0);
});
