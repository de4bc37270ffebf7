// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { Api } from '../api';
import type { Desk } from '../forms/send';
import { pageIn } from '../page.sample';
import { bulk } from './bulk';
import { List } from './list';
import { grouped, mobile } from './money';
import { tabs } from './tabs';
import { TagsField } from './tags';

customElements.define('vafa-tags', TagsField);
const page = pageIn('fa');
const row = (id: string) =>
  `<tr><td><input type="checkbox" data-row value="${id}"></td>` +
  `<td><a class="row-link" href="#${id}">${id}</a></td></tr>`;
let list: List;

function press(key: string): void {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

beforeEach(() => {
  document.body.innerHTML = `<form data-list data-one="عضو"><table><thead><tr><th><input type="checkbox" data-rows></th>
    </tr></thead><tbody>${['a', 'b', 'c'].map(row).join('')}</tbody></table>
    <div data-bulk-bar hidden><span data-bulk-count></span>
      <button type="button" data-bulk-all>همه</button></div></form>`;
  for (const each of document.querySelectorAll('tr')) each.scrollIntoView = () => undefined;
  list = new List(document.querySelector('form')!, page);
});

const bar = () => document.querySelector<HTMLElement>('[data-bulk-bar]')!;
const count = () => document.querySelector('[data-bulk-count]')!.textContent;

test('keys move the cursor and choose rows', () => {
  press('j');
  press('j');
  expect(document.querySelector('.row-here')!.textContent).toBe('b');
  press('x');
  expect(list.chosen()).toEqual({ ids: ['b'] });
  expect(bar().hidden).toBe(false);
  expect(count()).toBe('۱ عضو انتخاب شده');
  press('k');
  press('k');
  expect(document.querySelector('.row-here')!.textContent).toBe('a');
});

test('all of this page, then all that the filter finds', () => {
  const head = document.querySelector<HTMLInputElement>('[data-rows]')!;
  head.checked = true;
  head.dispatchEvent(new Event('change', { bubbles: true }));
  expect(list.chosen()).toEqual({ ids: ['a', 'b', 'c'] });
  document.querySelector<HTMLElement>('[data-bulk-all]')!.click();
  expect(list.chosen()).toEqual({ filter: '' });
  expect(count()).toBe('هر عضو که با این صافی می‌خواند');
});

test('a bulk act shows its preview first and sends when the reader agrees', async () => {
  const sent: [string, unknown][] = [];
  const went: string[] = [];
  const answers = [{ sentence: '۱ عضو برچسب می‌گیرد.', count: 1 }, { changed: 1 }];
  const send = (url: RequestInfo | URL, init: RequestInit = {}) => {
    sent.push([String(url), JSON.parse(init.body as string)]);
    return Promise.resolve(new Response(JSON.stringify(answers.shift()), { status: 200 }));
  };
  const way = { go: (to: string) => went.push(to), reload: () => went.push('(reload)') };
  const desk: Desk = { page, api: new Api('fa', send), way };
  const button = document.createElement('button');
  Object.assign(button.dataset, {
    bulk: 'POST /api/v1/tags',
    preview: 'POST /api/v1/tags/preview',
    body: '{"tag":"vip"}',
  });
  press('j');
  press('x');
  const done = bulk(button, list, desk);
  await new Promise(resolve => setTimeout(resolve, 20));
  expect(document.querySelector('dialog p')!.textContent).toBe('۱ عضو برچسب می‌گیرد.');
  expect(sent.length).toBe(1);
  document.querySelector<HTMLElement>('dialog .btn-primary')!.click();
  await done;
  const body = { tag: 'vip', ids: ['a'] };
  expect(sent).toEqual([
    ['/api/v1/tags/preview', body],
    ['/api/v1/tags', { ...body, expect: 1 }],
  ]);
  expect(went).toEqual(['(reload)']);
});

test('a bulk act that asks first is a form; what is wrong stands at its field', async () => {
  const sent: unknown[] = [];
  const send = (_: RequestInfo | URL, init: RequestInit = {}) => {
    sent.push(JSON.parse(init.body as string));
    const errors = [{ pointer: '/value', message: 'این گروه نیست.' }];
    return Promise.resolve(new Response(JSON.stringify({ status: 422, title: 'x', errors }), { status: 422 }));
  };
  const desk: Desk = { page, api: new Api('fa', send), way: { go: () => undefined, reload: () => undefined } };
  document.body.insertAdjacentHTML(
    'beforeend',
    `<form id="act" data-bulk="POST /api/v1/x" data-preview="POST /api/v1/x/preview" data-body='{"action":"add"}'>
     <input name="value" required><p data-error="value" hidden></p><button type="submit"></button></form>`,
  );
  const form = document.querySelector<HTMLFormElement>('#act')!;
  const place = form.querySelector<HTMLElement>('[data-error]')!;
  press('j');
  press('x');
  await bulk(form, list, desk);
  expect(sent).toEqual([]);
  expect(place.hidden).toBe(false);
  form.querySelector('input')!.value = 'vip';
  await bulk(form, list, desk);
  expect(sent).toEqual([{ action: 'add', value: 'vip', ids: ['a'] }]);
  expect(place.textContent).toBe('این گروه نیست.');
});

test('money is grouped while it is typed and the caret keeps its place', () => {
  expect(grouped('1234', 4, page.words)).toEqual({ text: '۱٬۲۳۴', caret: 5 });
  expect(grouped('۱۲۳٬۴۵', 6, page.words)).toEqual({ text: '۱۲٬۳۴۵', caret: 6 });
  expect(grouped('12345', 1, page.words)).toEqual({ text: '۱۲٬۳۴۵', caret: 1 });
  expect(grouped('1234.5', 6, pageIn('en').words)).toEqual({ text: '1,234.5', caret: 7 });
  expect(grouped('-1000', 5, page.words).text).toBe('-۱٬۰۰۰');
});

test('a mobile number is written as it is spoken', () => {
  expect(mobile('+989121234567', page.words)).toBe('۰۹۱۲ ۱۲۳ ۴۵۶۷');
  expect(mobile('02112345678', page.words)).toBe('02112345678');
});

test('links to places of the page become tabs', () => {
  document.body.innerHTML = `<nav data-tabs><a href="#one">۱</a><a href="#two">۲</a></nav>
    <div id="one"></div><div id="two"></div>`;
  tabs(document.querySelector('nav')!);
  expect(document.getElementById('two')!.hidden).toBe(true);
  document.querySelectorAll('a')[1]!.click();
  expect(document.getElementById('one')!.hidden).toBe(true);
  expect(document.querySelector('[aria-selected=true]')!.textContent).toBe('۲');
});

test('tags are added by comma and taken back one by one', () => {
  document.body.innerHTML = '<form><vafa-tags name="tags" value="قهوه"></vafa-tags></form>';
  const field = document.querySelector<TagsField>('vafa-tags')!;
  const text = field.querySelector<HTMLInputElement>('input[type=text]')!;
  text.value = 'کیک،';
  text.dispatchEvent(new Event('input', { bubbles: true }));
  expect(field.value).toBe('قهوه,کیک');
  text.dispatchEvent(new KeyboardEvent('keydown', { key: 'Backspace', bubbles: true }));
  expect(field.value).toBe('قهوه');
});
