/** The pages that bring a file in: sending it, choosing its columns, the dry run and the run. */
import { newKey, problemOf, sentences } from './api';
import { way } from './forms/after';
import { lostSentence, signIn, type Desk } from './forms/send';
import { filled } from './forms/after';
import type { Page } from './page';

const MEGABYTE = 1024 * 1024;
const EVERY = 1_000;

/** An answer of the API to a call that may take its time. */
interface Told {
  status: number;
  body: unknown;
}

export function armImports(desk: Desk): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-import]')) armUpload(place, desk);
  for (const form of document.querySelectorAll<HTMLFormElement>('form.import-columns')) armColumns(form);
  const check = document.querySelector<HTMLElement>('[data-import-check]');
  if (check) armCheck(check, desk);
  const run = document.querySelector<HTMLElement>('[data-import-run]');
  if (run) follow(run, desk);
}

function armUpload(place: HTMLElement, desk: Desk): void {
  const input = place.querySelector<HTMLInputElement>('input[type=file]')!;
  const drop = place.querySelector<HTMLElement>('.drop')!;
  input.addEventListener('change', () => input.files?.[0] && void upload(place, input.files[0], desk));
  for (const [kind, over] of [
    ['dragenter', true],
    ['dragover', true],
    ['dragleave', false],
    ['drop', false],
  ] as const) {
    drop.addEventListener(kind, event => {
      event.preventDefault();
      drop.classList.toggle('drop-over', over);
      const file = kind === 'drop' ? event.dataTransfer?.files[0] : undefined;
      if (file) void upload(place, file, desk);
    });
  }
}

async function upload(place: HTMLElement, file: File, desk: Desk): Promise<void> {
  const { words } = desk.page;
  const { import: address, then, most } = place.dataset;
  const show = (busy: boolean) => {
    place.querySelector<HTMLElement>('.drop')!.hidden = busy;
    place.querySelector<HTMLElement>('[data-busy]')!.hidden = !busy;
  };
  const fail = (sentence: string) => {
    show(false);
    place.querySelector<HTMLInputElement>('input[type=file]')!.value = '';
    complain(place, sentence);
  };
  if (file.size > Number(most)) {
    const size = words.number(Math.floor(Number(most) / MEGABYTE));
    fail(
      words.say(`این پرونده بیش از ${size} مگابایت است؛ آن را چند تکه کنید.`, `The file is over ${size} MB; split it.`),
    );
    return;
  }

  complain(place, null);
  show(true);
  place.querySelector('[data-name]')!.textContent = file.name;
  const bar = place.querySelector('progress')!;
  const say = place.querySelector('[data-say]')!;
  say.textContent = words.say('فرستاده می‌شود…', 'is being sent…');
  const told = await send(`${address}?name=${encodeURIComponent(file.name)}`, file, share => {
    bar.value = share * 100;
    // The server reads it through before it answers.
    if (share === 1) say.textContent = words.say('خوانده می‌شود…', 'is being read…');
  });
  if (told.status === 201) way.go(filled(then!, told.body, encodeURIComponent));
  else fail(faultOf(told, desk));
}

/** The file itself as the body; only this old way tells how much of it has left. */
function send(address: string, file: File, moved: (share: number) => void): Promise<Told> {
  return new Promise(resolve => {
    const call = new XMLHttpRequest();
    call.open('POST', address);
    call.setRequestHeader('X-Vafa', '1');
    call.setRequestHeader('Accept-Language', document.documentElement.lang);
    call.setRequestHeader('Content-Type', 'application/octet-stream');
    call.upload.addEventListener('progress', e => e.lengthComputable && moved(e.loaded / e.total));
    call.addEventListener('load', () => resolve({ status: call.status, body: parsed(call.responseText) }));
    for (const lost of ['error', 'abort', 'timeout'])
      call.addEventListener(lost, () => resolve({ status: 0, body: null }));
    call.send(file);
  });
}

/** The form sends one object of all columns: by their numbers it would be taken for a list. */
function armColumns(form: HTMLFormElement): void {
  const whole = form.querySelector<HTMLInputElement>('input[name=columns]')!;
  form.addEventListener('change', event => {
    whole.value = JSON.stringify(chosen(form));
    const place = (event.target as Element).parentElement?.querySelector<HTMLElement>('[data-error]');
    if (place) place.hidden = true;
  });
}

/** What each column is to become, by its number; those that nobody wants are left out. */
export function chosen(form: HTMLFormElement): Record<string, string> {
  const columns: Record<string, string> = {};
  for (const select of form.querySelectorAll<HTMLSelectElement>('select[data-column]'))
    if (select.value) columns[select.dataset['column']!] = select.value;
  return columns;
}

function armCheck(place: HTMLElement, desk: Desk): void {
  const run = async () => {
    const show = (busy: boolean) => {
      place.querySelector<HTMLElement>('[data-busy]')!.hidden = !busy;
      place.querySelector<HTMLElement>('[data-again]')!.hidden = busy;
    };
    show(true);
    complain(place, null);
    const told = await post(place.dataset['importCheck']!);
    if (told.status === 200) {
      location.replace(location.pathname);
      return;
    }

    show(false);
    complain(place, faultOf(told, desk));
  };
  place.querySelector('[data-again] button')!.addEventListener('click', () => void run());
  void run();
}

/** No time limit: a long file takes its minutes. */
async function post(address: string): Promise<Told> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: {
        'X-Vafa': '1',
        'Accept-Language': document.documentElement.lang,
        'Content-Type': 'application/json',
        'Idempotency-Key': newKey(),
      },
      body: '{}',
    });
    return { status: response.status, body: parsed(await response.text()) };
  } catch {
    return { status: 0, body: null };
  }
}

/** Asks every second how far it is, and shows the outcome when it is there. */
function follow(place: HTMLElement, { api, page }: Desk): void {
  const ask = async () => {
    const answer = await api.call<{ state: string; done: number }>(
      place.dataset['importRun']!.replace(/^\/api\/v1/, ''),
    );
    if (answer.kind === 'ok' && answer.value.state !== 'running') {
      location.replace(location.pathname);
      return;
    }

    if (answer.kind === 'ok') tellShare(place, answer.value.done, page);
    if (answer.kind !== 'refused') setTimeout(() => void ask(), EVERY);
    else location.reload();
  };
  setTimeout(() => void ask(), EVERY);
}

function tellShare(place: HTMLElement, thousandths: number, { words }: Page): void {
  place.querySelector('progress')!.value = thousandths;
  const percent = words.number(Math.floor(thousandths / 10));
  place.querySelector('[data-percent]')!.textContent = words.say(`${percent}٪`, `${percent}%`);
}

function faultOf({ status, body }: Told, desk: Desk): string {
  if (status === 401) signIn(desk);
  return status === 0 || status >= 500 ? lostSentence(desk.page) : sentences(problemOf(status, body)).join(' ');
}

function complain(place: HTMLElement, sentence: string | null): void {
  const alert = place.querySelector<HTMLElement>('[role=alert]')!;
  alert.hidden = sentence === null;
  place.querySelector('[data-fault]')!.textContent = sentence ?? '';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
