import { expect, it } from 'vitest';
import type { Receipt } from '../sale/contract';
import { asFact } from './delivery';
import { plain } from './offline';

const line = { quantity: 1, unitPrice: 85_000 };
const spend = [{ unit: 'credit', amount: 30_000 }];
const sold = { id: 'a', lines: [line], spend, expect: { payable: 85_000 } };

it('takes nothing from a wallet that could not be asked for', () => {
  const quote = plain({ lines: [line], spend });
  const fact = asFact(sold, quote, 'mina');
  expect(fact).not.toHaveProperty('spend');
  expect(fact).not.toHaveProperty('expect');
  expect(fact['taken']).toEqual({ discount: 0, payable: 85_000, offers: [] });
});

it('tells what Vafa had agreed to take from it', () => {
  const quote = { ...plain({ lines: [line] }), spent: 30_000, payable: 55_000, offline: false } as Receipt;
  expect(asFact(sold, quote, 'mina')['spend']).toEqual(spend);
});

it('tells what was set apart for it only where credit was taken', () => {
  const allowances = [{ id: 'x', amount: 30_000 }];
  const quote = { ...plain({ lines: [line] }), spent: 30_000, payable: 55_000 } as Receipt;
  expect(asFact({ ...sold, allowances }, quote, 'mina')).toMatchObject({ spend, allowances });
  expect(asFact({ ...sold, allowances }, plain({ lines: [line] }), 'mina')).not.toHaveProperty('allowances');
});
