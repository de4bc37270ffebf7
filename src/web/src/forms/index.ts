import { Api } from '../api';
import { pageOf } from '../page';
import { way } from './after';
import { Calling } from './call';
import { codes } from './code';
import { copy } from './copy';
import { opens } from './dialog';
import { download } from './download';
import { locks } from './lock';
import { forgive } from './problems';
import { drawsCodes } from './qr';
import { Sending, type Desk } from './send';
import { toastKept } from './toast';
import { uploads } from './upload';
import { shows } from './when';

let sendings = new WeakMap<HTMLFormElement, Sending>();
let callings = new WeakMap<HTMLElement, Calling>();

/** Everything that pages send, by listening at the document: what a script adds later works as well. */
export function listen(): Desk {
  const page = pageOf(document.documentElement);
  const desk: Desk = { page, api: new Api(page.words.persian ? 'fa' : 'en'), way };
  // The browser's own bubbles speak its language, not the reader's.
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-send]')) form.noValidate = true;
  document.addEventListener('submit', event => {
    const form = event.target as HTMLFormElement;
    if (form.dataset['send'] === undefined) return;
    event.preventDefault();
    let sending = sendings.get(form);
    if (!sending) sendings.set(form, (sending = new Sending(form, desk)));
    void sending.run(event.submitter);
  });
  for (const kind of ['input', 'change']) {
    document.addEventListener(kind, event => {
      const form = (event.target as Element).closest<HTMLFormElement>('form[data-send]');
      if (form) forgive(form, event.target as Element);
    });
  }

  document.addEventListener('click', event => {
    const button = (event.target as Element).closest<HTMLElement>(
      '[data-call], [data-copy], [data-download], [data-print]',
    );
    if (button?.dataset['call'] !== undefined) press(button, desk);
    else if (button?.dataset['copy'] !== undefined) void copy(button);
    else if (button?.dataset['download'] !== undefined) void download(button, desk);
    else if (button) print();
  });
  opens();
  drawsCodes(desk.api);
  uploads(desk);
  shows();
  codes();
  locks(() => {
    sendings = new WeakMap();
    callings = new WeakMap();
  });
  toastKept();
  return desk;
}

function press(button: HTMLElement, desk: Desk): void {
  let calling = callings.get(button);
  if (!calling) callings.set(button, (calling = new Calling(button, desk)));
  void calling.run();
}
