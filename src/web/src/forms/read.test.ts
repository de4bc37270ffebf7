import { expect, test } from 'vitest';
import { pageIn } from '../page.sample';
import { listIn, read } from './read';

const fa = pageIn('fa');

test('money is typed in the shown unit, in any digits and with separators', () => {
  expect(read('money', '80,000', fa)).toEqual({ value: 800_000 });
  expect(read('money', '۸۰٬۰۰۰', fa)).toEqual({ value: 800_000 });
  expect(read('money', '٨٠٠٠٠٫٥', fa)).toEqual({ value: 800_005 });
  expect(read('money', '-۱۲۰۰', fa)).toEqual({ value: -12_000 });
  expect(read('money', '12.5', pageIn('en', 'EUR'))).toEqual({ value: 1250 });
  expect(read('money', '12', pageIn('en', 'IRR', false))).toEqual({ value: 12 });
});

test('money finer than a rial, too large or unreadable is refused in the reader’s language', () => {
  expect(read('money', '12.55', fa)).toHaveProperty('wrong', 'این مبلغ از کوچک‌ترین واحد پول باشگاه خردتر است.');
  expect(read('money', '9999999999999999', fa)).toHaveProperty('wrong');
  expect(read('money', 'ده', fa)).toHaveProperty('wrong', 'این باید مبلغ باشد، مثلاً ۸۰٬۰۰۰.');
  expect(read('money', 'ten', pageIn('en'))).toHaveProperty('wrong', 'This must be an amount, as 80,000.');
});

test('what one is worth may be finer than a rial, by four decimals of it', () => {
  expect(read('worth', '۵۰', fa)).toEqual({ value: 500 });
  expect(read('worth', '۰٫۰۱', fa)).toEqual({ value: 0.1 });
  expect(read('worth', '1,200.12345', fa)).toEqual({ value: 12_001.2345 });
  expect(read('worth', '0.000001', fa)).toHaveProperty('wrong', 'این مبلغ بیش از اندازه خرد است.');
  expect(read('worth', '0.005', pageIn('en', 'EUR'))).toEqual({ value: 0.5 });
  expect(read('worth', 'پنجاه', fa)).toHaveProperty('wrong');
});

test('a comma that ends no thousand is no separator', () => {
  expect(read('decimal', '1,5', fa)).toHaveProperty('wrong');
  expect(read('whole', '1,500', fa)).toEqual({ value: 1500 });
});

test('whole numbers, decimals and percentages are read as they are written by hand', () => {
  expect(read('whole', '۱۲', fa)).toEqual({ value: 12 });
  expect(read('whole', '12.0', fa)).toEqual({ value: 12 });
  expect(read('whole', '1.5', fa)).toHaveProperty('wrong');
  expect(read('decimal', '۱٫۵', fa)).toEqual({ value: 1.5 });
  expect(read('decimal', '۱۲/۵', fa)).toEqual({ value: 12.5 });
  expect(read('decimal', '0.1', fa)).toEqual({ value: 0.1 });
  expect(read('decimal', '-0', fa)).toEqual({ value: 0 });
  expect(read('percent', '۷٫۵٪', fa)).toEqual({ value: 7.5 });
  expect(read('percent', '7.555', fa)).toHaveProperty('wrong');
});

test('a date is sent as ISO and what is none says how to write one', () => {
  expect(read('date', '۱۴۰۵/۹/۴', fa)).toEqual({ value: '2026-11-25' });
  expect(read('date', '2026-11-25', fa)).toEqual({ value: '2026-11-25' });
  expect(read('date', '۱۴۰۴/۱۲/۳۰', fa)).toHaveProperty('wrong', 'این تاریخ خوانده نشد؛ مثلاً ۱۴۰۵/۰۹/۰۴.');
});

test('whole numbers stand between commas of either script', () => {
  expect(read('wholes', '۳۰، ۷,1', fa)).toEqual({ value: [30, 7, 1] });
  expect(read('wholes', '۳۰ روز', fa)).toHaveProperty('wrong', 'عددها را با ویرگول بنویسید: ۳۰، ۷، ۱.');
});

test('a list is parted by commas of either script, each part once', () => {
  expect(listIn('قهوه، کیک,چای ، قهوه,')).toEqual(['قهوه', 'کیک', 'چای']);
});

test('JSON is read or refused', () => {
  expect(read('json', '{"a":[1]}', fa)).toEqual({ value: { a: [1] } });
  expect(read('json', '{a}', fa)).toHaveProperty('wrong');
});
