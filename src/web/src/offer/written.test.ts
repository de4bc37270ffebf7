import { expect, it } from 'vitest';
import { pageIn } from '../page.sample';
import { codeShown, endShown, readEnd, readValue, split, unquoted, valueShown } from './written';

const fa = pageIn('fa');

it('parts a list at commas of either script, but not within quotes', () => {
  expect(split(' latte، tea,latte,\n"a, b" , 5" pipe,')).toEqual(['latte', 'tea', '"a, b"', '5" pipe']);
  expect(split('"a, b')).toEqual(['"a', 'b']);
  expect(unquoted('"say ""hi"""')).toBe('say "hi"');
  for (const code of ['latte', 'a,b', 'چای، سبز', '"', 'a "b"', '"a"', ' a ']) {
    expect(split(codeShown(code)).map(unquoted), code).toEqual([code]);
  }
});

it('reads a value as yes, no or a number where it is one, else as text', () => {
  const read: [typed: string, value: unknown][] = [
    ['بله', true],
    ['Yes', true],
    ['true', true],
    ['نه', false],
    ['no', false],
    ['false', false],
    ['۱۲', 12],
    ['-1.50', -1.5],
    ['۱۲٬۰۰۰٫۵', 12_000.5],
    ['0', 0],
    ['0912', '0912'],
    ['1/2', '1/2'],
    ['12 34', '12 34'],
    ['+5', '+5'],
    ['12345678901234567890', '12345678901234567890'],
    ['"12"', '12'],
    ['قهوه', 'قهوه'],
    ['2026-03-21', '2026-03-21'],
  ];
  for (const [typed, value] of read) expect(readValue(typed), typed).toBe(value);
});

it('shows a value so that it reads back as it was', () => {
  expect(valueShown(true, fa.words)).toBe('بله');
  expect(valueShown(12_000.5, fa.words)).toBe('۱۲۰۰۰٫۵');
  expect(valueShown('12', fa.words)).toBe('"12"');
  for (const value of [true, false, 0, -3, 0.000_1, 1234.5, '12', '۱۲', 'yes', '', 'a,b', '"', '""', 'a"b', ' a']) {
    for (const { words } of [fa, pageIn('en')]) {
      expect(split(valueShown(value, words)).map(readValue), String(value)).toEqual([value]);
    }
  }
});

it('reads an end of a range as a number or a day in either calendar, and shows the day in the club’s', () => {
  expect(readEnd('۱۲٫۵')).toBe(12.5);
  expect(readEnd('۱۴۰۵/۰۱/۰۱')).toBe('2026-03-21');
  expect(readEnd('2026-03-21')).toBe('2026-03-21');
  expect(readEnd(' ۱۴۰۵/۱۳/۰۱ ')).toBe('1405/13/01');
  expect(endShown('2026-03-21', fa)).toBe('۱۴۰۵/۰۱/۰۱');
  expect(endShown('2026-03-21', { ...pageIn('en'), calendar: 'gregorian' })).toBe('2026/03/21');
  for (const end of [-1.25, 0, 1_000_000, 0.000_01, '2026-03-21', 'neither']) {
    expect(readEnd(endShown(end, fa))).toBe(end);
  }
});
