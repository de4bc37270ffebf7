import { expect, test } from 'vitest';
import { partOf, thousandths } from './sum';

const line = { quantity: 3000n, back: 0n, paid: 1_000_000n, spent: 10n };

test('three thirds are the whole, each rounded down on the way', () => {
  const parts = [0n, 1000n, 2000n].map(back => partOf({ ...line, back }, 1000n));
  expect(parts.map(p => p.money)).toEqual([333_333n, 333_333n, 333_334n]);
  expect(parts.map(p => p.spent)).toEqual([3n, 3n, 4n]);
});

test('a line without a quantity goes back as one', () => {
  expect(partOf({ ...line, quantity: 0n }, 0n)).toEqual({ money: 1_000_000n, spent: 10n });
});

test.each([
  ['2', '', '', 2000n],
  ['1', '5', '', 1500n],
  ['4', '', '', null],
  ['0', '', '', null],
  ['1', '', '-', null],
  ['1', '0001', '', null],
])('%s.%s is a quantity or not', (whole, fraction, sign, expected) => {
  expect(thousandths({ whole, fraction, sign }, 3000n)).toBe(expected);
});
