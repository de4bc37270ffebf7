import { expect, test } from 'vitest';
import { bodyOf, replacedWith } from './body';

test('names are pointers into the body', () => {
  const body = bodyOf([
    { name: 'title/fa', value: 'تولد' },
    { name: 'give/0/creditPercent/percent', value: 20 },
    { name: 'give/0/creditPercent/unit', value: 'credit' },
    { name: 'limits/perMember/uses', value: 1 },
  ]);
  expect(body.json).toEqual({
    title: { fa: 'تولد' },
    give: [{ creditPercent: { percent: 20, unit: 'credit' } }],
    limits: { perMember: { uses: 1 } },
  });
});

test('items move up when one before them is not sent, and a fault finds its control again', () => {
  const body = bodyOf([
    { name: 'lines/7/line', value: 7 },
    { name: 'lines/7/quantity', value: 1 },
    { name: 'lines/12/line', value: 12 },
  ]);
  expect(body.json).toEqual({ lines: [{ line: 7, quantity: 1 }, { line: 12 }] });
  expect(body.nameOf('/lines/1/quantity')).toBe('lines/12/quantity');
  expect(body.nameOf('/lines/0')).toBe('lines/7');
  expect(body.nameOf('/elsewhere/3')).toBe('elsewhere/3');
});

test('one control can hold the whole document', () => {
  expect(bodyOf([{ name: '.', value: { title: { fa: 'x' } } }]).json).toEqual({ title: { fa: 'x' } });
});

test('a merge patch replaces a list as one', () => {
  expect(replacedWith('title/fa')).toBe('title/fa');
  expect(replacedWith('give/0/points/amount')).toBe('give');
});
