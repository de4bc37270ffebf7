// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { gather } from '../forms/fields';
import { pageIn } from '../page.sample';
import type { DateField } from './field';
import './index';

function page(markup: string): DateField {
  Object.assign(document.documentElement.dataset, { today: '2026-11-25', calendar: 'jalali' });
  document.documentElement.lang = 'fa';
  document.body.innerHTML = `<form>${markup}</form>`;
  return document.querySelector('vafa-date')!;
}

const text = (field: DateField) => field.querySelector<HTMLInputElement>('input[type=text]')!;

function press(target: Element, key: string): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

beforeEach(() => (document.body.innerHTML = ''));

test('it shows its day in the club’s calendar and sends it as ISO', () => {
  const field = page('<vafa-date id="b" name="birthDate" value="2026-11-25"></vafa-date>');
  expect(text(field).value).toBe('۱۴۰۵/۰۹/۰۴');
  expect(document.getElementById('b')).toBe(text(field));
  text(field).value = '1405/9/5';
  text(field).dispatchEvent(new Event('input', { bubbles: true }));
  expect(field.value).toBe('2026-11-26');
  const said = gather(document.querySelector('form')!, pageIn('fa'), true);
  expect(said.leaves).toEqual([{ name: 'birthDate', value: '2026-11-26' }]);
});

test('what cannot be read or lies outside is said at the field', () => {
  const field = page('<vafa-date name="until" min="2026-11-20" required></vafa-date>');
  const wrong = () => gather(document.querySelector('form')!, pageIn('fa'), false).wrong.get('until');
  expect(wrong()).toBe('این را پر کنید.');
  text(field).value = 'فردا';
  text(field).dispatchEvent(new Event('input', { bubbles: true }));
  expect(wrong()).toContain('خوانده نشد');
  field.value = '2026-11-19';
  expect(wrong()).toBe('زودتر از ۱۴۰۵/۰۸/۲۹ نمی‌شود.');
});

test('arrows walk over the month, Enter’s click chooses and Escape leaves', () => {
  const field = page('<vafa-date name="day" value="2026-11-25"></vafa-date>');
  press(text(field), 'ArrowDown');
  const cursor = () => field.querySelector<HTMLElement>('[tabindex="0"]')!;
  expect(cursor().getAttribute('aria-label')).toBe('چهارشنبه ۴ آذر ۱۴۰۵');
  expect(cursor().getAttribute('aria-current')).toBe('date');
  press(cursor(), 'ArrowDown');
  press(cursor(), 'PageDown');
  expect(cursor().getAttribute('aria-label')).toBe('جمعه ۱۱ دی ۱۴۰۵');
  cursor().click();
  expect(field.value).toBe('2027-01-01');
  expect(field.querySelector('.month')).toBeNull();
  press(text(field), 'ArrowDown');
  press(cursor(), 'Escape');
  expect(field.querySelector('.month')).toBeNull();
  expect(document.activeElement).toBe(text(field));
});

test('a span that ends before it begins is turned', () => {
  document.body.innerHTML = '<form><vafa-range from="2026-11-25" to="2026-11-25"></vafa-range></form>';
  const [from, to] = document.querySelectorAll<DateField>('vafa-date');
  to!.value = '2026-11-01';
  to!.dispatchEvent(new Event('change', { bubbles: true }));
  expect([from!.value, to!.value]).toEqual(['2026-11-01', '2026-11-25']);
  expect(document.querySelector('[aria-pressed=true]')!.textContent).toBe('امروز');
});
