// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { Api } from '../api';
import type { Way } from './after';
import { pageIn } from '../page.sample';
import { Sending, type Desk } from './send';

interface Sent {
  url: string;
  method: string;
  key: string | null;
  body: unknown;
}

let sent: Sent[];
let went: string[];
let answers: (Response | Error)[];

function desk(): Desk {
  const send = (url: RequestInfo | URL, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    expect(headers.get('X-Vafa')).toBe('1');
    expect(headers.get('Accept-Language')).toBe('fa');
    const body = typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : null;
    sent.push({ url: String(url), method: init.method!, key: headers.get('Idempotency-Key'), body });
    const answer = answers.shift() ?? json(200, { id: 'a b' });
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const way: Way = { go: address => went.push(address), reload: () => went.push('(reload)') };
  return { page: pageIn('fa'), api: new Api('fa', send), way };
}

function json(status: number, value: unknown): Response {
  return new Response(status === 204 ? null : JSON.stringify(value), { status });
}

function form(markup: string): { form: HTMLFormElement; sending: Sending } {
  document.body.innerHTML = markup;
  const made = document.querySelector('form')!;
  return { form: made, sending: new Sending(made, desk()) };
}

function input(name: string): HTMLInputElement {
  return document.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
}

beforeEach(() => {
  sent = [];
  went = [];
  answers = [];
});

test('a ticked minus sends the amount below zero, and what is only of the page stays here', async () => {
  const { form: made, sending } = form(`<form data-send="POST /api/v1/members/7/adjustments">
    <input type="radio" name="way" value="-" id="take" data-only><input type="hidden" name="unit" value="credit">
    <input name="amount" data-as="money" data-minus="#take" value="۵٬۰۰۰"><button type="submit"></button></form>`);
  await sending.run(null);
  made.querySelector<HTMLInputElement>('#take')!.checked = true;
  await sending.run(null);
  expect(sent.map(one => one.body)).toEqual([
    { unit: 'credit', amount: 50_000 },
    { unit: 'credit', amount: -50_000 },
  ]);
});

const MEMBER = `<form data-send="PATCH /api/v1/members/7" data-then="/members/{id}">
  <div class="field"><input name="firstName" value="نگار"><p data-error="firstName" hidden></p></div>
  <input name="email" value="a@b.ir"><input name="spent" data-as="money" value="۸۰٬۰۰۰">
  <input type="checkbox" name="groups" data-as="list" value="staff" checked>
  <input type="checkbox" name="groups" data-as="list" value="vip">
  <select name="gender"><option value="">—</option><option value="female" selected>زن</option></select>
  <input type="checkbox" name="consent/sms"><button type="submit">ذخیره</button></form>`;

test('a patch sends what changed and nothing else', async () => {
  const { sending } = form(MEMBER);
  input('firstName').value = 'سارا';
  input('email').value = '';
  document.querySelector<HTMLInputElement>('[value=vip]')!.checked = true;
  input('consent/sms').checked = true;
  await sending.run(null);
  expect(sent[0]).toMatchObject({
    url: '/api/v1/members/7',
    method: 'PATCH',
    key: null,
    body: { firstName: 'سارا', email: null, groups: ['staff', 'vip'], consent: { sms: true } },
  });
  expect(went).toEqual(['/members/a%20b']);
});

test('a patch without a change is not sent and says so', async () => {
  const { sending } = form(MEMBER);
  await sending.run(null);
  expect(sent).toEqual([]);
  expect(document.querySelector('.toasts')!.textContent).toBe('چیزی عوض نشده است.');
});

test('a code that is typed by hand goes into the path and not into the body', async () => {
  const { sending } = form(`<form data-send="PUT /api/v1/groups/{code}" data-then="">
    <input name="code" data-path value="گروه الف"><input name="title/fa" value="الف"><input name="note"></form>`);
  await sending.run(null);
  expect(sent[0]!.url).toBe('/api/v1/groups/' + encodeURIComponent('گروه الف'));
  expect(sent[0]!.body).toEqual({ title: { fa: 'الف' } });
  expect(went).toEqual(['(reload)']);
});

test('what cannot be read is marked at its field and nothing is sent', async () => {
  const { sending } = form(`<form data-send="POST /api/v1/x"><label><input name="amount" data-as="money" value="ده">
    </label><input name="reason" required></form>`);
  await sending.run(null);
  expect(sent).toEqual([]);
  expect(input('amount').getAttribute('aria-invalid')).toBe('true');
  const place = document.getElementById(input('amount').getAttribute('aria-describedby')!)!;
  expect(place.textContent).toBe('این باید مبلغ باشد، مثلاً ۸۰٬۰۰۰.');
  expect(input('reason').getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(input('amount'));
});

test('a refusal is shown at the longest known part of its pointer, the rest in the alert', async () => {
  const { sending } = form(`<form data-send="POST /api/v1/offers"><div class="field">
    <input name="limits/uses" data-as="whole" value="3"><p data-error="limits" hidden></p></div>
    <div role="alert" hidden><span></span></div><button type="submit">x</button></form>`);
  answers.push(
    json(422, {
      title: 'x',
      code: 'y',
      errors: [
        { pointer: '/limits/perMember', message: 'این سقف درست نیست.' },
        { pointer: '/other', message: 'چیز دیگری هم درست نیست.' },
      ],
    }),
  );
  await sending.run(null);
  expect(document.querySelector('[data-error]')!.textContent).toBe('این سقف درست نیست.');
  expect(document.querySelector('[role=alert]')!.textContent).toBe('چیز دیگری هم درست نیست.');
  expect(document.activeElement).toBe(input('limits/uses'));
  expect(document.querySelector('button')!.disabled).toBe(false);
});

test('a lost answer keeps the key for the same body; a change or an answer brings another', async () => {
  const { form: it, sending } = form(`<form data-send="POST /api/v1/x"><input name="a" value="1">
    <button type="submit">x</button></form>`);
  answers.push(new Error('network'), new Error('network'), json(409, { title: 'نشد', code: 'c', errors: [] }));
  await sending.run(null);
  expect(it.querySelector('[role=alert]')!.textContent).toContain('دو بار ثبت نمی‌شود');
  await sending.run(null);
  input('a').value = '2';
  await sending.run(null);
  expect(it.querySelector('[role=alert]')!.textContent).toBe('نشد');
  await sending.run(null);
  const [first, second, third, fourth] = sent.map(call => call.key);
  expect(first).toBeTruthy();
  expect(second).toBe(first);
  expect(third).not.toBe(second);
  expect(fourth).not.toBe(third);
});

test('a form that is on its way is not sent again', async () => {
  const { sending } = form(`<form data-send="POST /api/v1/x"><input name="a" value="1"></form>`);
  await Promise.all([sending.run(null), sending.run(null)]);
  expect(sent.length).toBe(1);
});

test('who is signed out signs in and comes back', async () => {
  const { sending } = form(`<form data-send="POST /api/v1/x"></form>`);
  answers.push(json(401, { title: 't', code: 'c' }));
  await sending.run(null);
  expect(went[0]).toMatch(/^\/sign-in\?back=/);
});

test('an answer without a body is an answer', async () => {
  const { sending } = form(`<form data-send="DELETE /api/v1/x/1" data-then="/x"></form>`);
  answers.push(json(204, null));
  await sending.run(null);
  expect(went).toEqual(['/x']);
});

test('a secret of the answer is shown once in its place', async () => {
  const { sending } = form(`<form data-send="POST /api/v1/keys" data-result="#new"><input name="name" value="n"></form>
    <template id="new"><code data-fill="key"></code></template>`);
  answers.push(json(201, { key: 'vk_1' }));
  await sending.run(null);
  expect(document.querySelector('code')!.textContent).toBe('vk_1');
  expect(document.querySelector('form')!.hidden).toBe(true);
});

test('a link of the answer becomes a whole address, and a lost secret is said', async () => {
  const markup = `<form data-send="POST /api/v1/staff" data-result="#new"><input name="user" value="mina"></form>
    <div id="new" hidden><p data-if="link"><input id="link" data-fill="link" data-address></p>
    <p data-unless="link" hidden>lost</p></div>`;
  const parts = () => [...document.querySelectorAll('p')].map(p => p.hidden);
  const first = form(markup);
  answers.push(json(201, { link: '/enter/abc' }));
  await first.sending.run(null);
  expect(document.querySelector<HTMLInputElement>('#link')!.value).toBe(new URL('/enter/abc', location.origin).href);
  expect(parts()).toEqual([false, true]);
  const again = form(markup);
  answers.push(json(201, { link: null }));
  await again.sending.run(null);
  expect(parts()).toEqual([true, false]);
});

test('a button may ask with what the form says, and the form stays', async () => {
  const { sending } = form(`<form data-send="PUT /api/v1/ladders/a" data-then="/settings/ladders">
    <input name="tiers/1/title" value="Gold"><p class="field-wrong" data-error="tiers/1/title" hidden></p>
    <div class="notice notice-wrong" hidden><div></div></div>
    <button type="submit" id="ask" data-send="POST /api/v1/ladders/preview" data-within="document"
      data-tell="#told"></button>
    </form><p id="told" hidden></p>`);
  const button = document.querySelector<HTMLElement>('#ask')!;
  answers = [
    json(200, { message: '3 members' }),
    json(422, { status: 422, title: 'no', errors: [{ pointer: '/document/tiers/0/title', message: 'too long' }] }),
  ];
  await sending.run(button);
  expect(sent[0]).toMatchObject({ method: 'POST', body: { document: { tiers: [{ title: 'Gold' }] } } });
  expect(document.querySelector('#told')!.textContent).toBe('3 members');
  expect(document.querySelector<HTMLElement>('#told')!.hidden).toBe(false);
  await sending.run(button);
  expect(document.querySelector('.field-wrong')!.textContent).toBe('too long');
  expect(went).toEqual([]);
});
