// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { codeOf, codes, freeCode } from './code';

test('a title becomes a short latin code', () => {
  expect(codeOf('Gold members')).toBe('gold-members');
  expect(codeOf('مشتری ویژه')).toBe('mshtri-vizhh');
  expect(codeOf('قهوهٔ ترک ۲۵۰ گرمی')).toBe('ghhoh-trk-250-grmi');
  expect(codeOf('نقره‌ای')).toBe('nghrh-ai');
  expect(codeOf('  ✿ ')).toBe('');
  expect(codeOf('ا'.repeat(80))).toHaveLength(32);
});

test('a code that is taken gets a number, and a title without letters a word', () => {
  expect(freeCode('Gold', new Set(['gold', 'gold-2']), 'group')).toBe('gold-3');
  expect(freeCode('✿', new Set(), 'group')).toBe('group');
});

test('the code follows the titles until somebody types his own, and again when it is emptied', () => {
  document.body.innerHTML = `<form><input name="title/fa"><input name="title/en">
    <input name="code" data-code-from="title/en title/fa" data-taken="tlai" data-code-else="group"></form>`;
  codes();
  const [fa, en, code] = ['title/fa', 'title/en', 'code'].map(name =>
    document.querySelector<HTMLInputElement>(`[name="${name}"]`)!,
  ) as [HTMLInputElement, HTMLInputElement, HTMLInputElement];
  const type = (field: HTMLInputElement, text: string) => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  type(fa, 'طلای');
  expect(code.value).toBe('tlai-2');
  type(en, 'Gold');
  expect(code.value).toBe('gold');
  type(code, 'vip');
  type(en, 'Silver');
  expect(code.value).toBe('vip');
  type(code, '');
  type(en, 'Bronze');
  expect(code.value).toBe('bronze');
});
