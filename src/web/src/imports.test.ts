// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { nameIn } from './forms/download';
import { chosen } from './imports';

test('columns are sent by their numbers, without those that nobody wants', () => {
  document.body.innerHTML = `<form>
    <select data-column="0"><option value="">—</option><option value="mobile" selected>موبایل</option></select>
    <select data-column="1"><option value="" selected>—</option><option value="card">کارت</option></select>
    <select data-column="12"><option value="wallet:points" selected>امتیاز</option></select></form>`;
  expect(chosen(document.querySelector('form')!)).toEqual({ '0': 'mobile', '12': 'wallet:points' });
});

test('a file keeps the name that the server gave it, in any script', () => {
  expect(nameIn("attachment; filename*=UTF-8''%D8%A7%D8%B9%D8%B6%D8%A7.csv")).toBe('اعضا.csv');
  expect(nameIn('attachment; filename="members.xlsx"')).toBe('members.xlsx');
  expect(nameIn(null)).toBe('file');
});
