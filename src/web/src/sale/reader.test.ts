import { expect, it } from 'vitest';
import { Reader, withoutRead } from './reader';

/** Hears each letter after so many milliseconds, and Enter. */
function typed(reader: Reader, text: string, gap: number, from = 0): string | null {
  let timeStamp = from;
  for (const key of text) reader.hear({ key, timeStamp: (timeStamp += gap) });
  return reader.hear({ key: 'Enter', timeStamp: timeStamp + gap });
}

it('takes what comes within 30 ms for a reader, in whichever digits', () => {
  expect(typed(new Reader(), '6260152301234', 5)).toBe('6260152301234');
  expect(typed(new Reader(), '۶۲۶۰۱۵۲۳', 30)).toBe('62601523');
  expect(typed(new Reader(), 'ABC-1234', 12)).toBe('ABC-1234');
});

it('takes slower keys, few keys and a late Enter for fingers', () => {
  expect(typed(new Reader(), '6260152301234', 31)).toBeNull();
  expect(typed(new Reader(), '8000000', 5)).toBeNull();
  const reader = new Reader();
  for (const [at, key] of [...'6260152301234'].entries()) reader.hear({ key, timeStamp: at });
  expect(reader.hear({ key: 'Enter', timeStamp: 900 })).toBeNull();
});

it('begins anew behind a key that no reader has', () => {
  const reader = new Reader();
  reader.hear({ key: '9', timeStamp: 0 });
  reader.hear({ key: 'Escape', timeStamp: 2 });
  expect(typed(reader, '3*45000', 2, 2)).toBeNull();
  for (const key of ['A', 'Shift', 'B']) reader.hear({ key, timeStamp: 100 });
  expect(typed(reader, '1234567', 2, 100)).toBe('AB1234567');
});

it('does not count what fingers had typed before', () => {
  const reader = new Reader();
  typed(reader, '50', 200);
  reader.hear({ key: '7', timeStamp: 1_000 });
  expect(typed(reader, '6260152301234', 5, 2_000)).toBe('6260152301234');
  expect(withoutRead('۵۰6260152301234', '6260152301234')).toBe('۵۰');
  expect(withoutRead('۵۰', '6260152301234')).toBe('۵۰');
});
