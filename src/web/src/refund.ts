import { Api, newKey, sentences } from './api';
import { latin } from './digits';

/** The refund form of a sale: what came back and why, sent under one key until an answer comes. */
function arm(form: HTMLFormElement): void {
  const api = new Api(document.documentElement.lang);
  const told = form.querySelector<HTMLElement>('[role=alert]')!;
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]')!;
  let key = newKey();
  // A changed form is another refund.
  form.addEventListener('input', () => (key = newKey()));
  form.addEventListener('submit', event => {
    event.preventDefault();
    if (button.ariaBusy === 'true') return;
    button.ariaBusy = 'true';
    told.hidden = true;
    void send();
  });

  async function send(): Promise<void> {
    const answer = await api.call(`/purchases/${form.dataset['refund']}/refunds`, {
      method: 'POST',
      key,
      body: refundBody(form),
    });
    button.ariaBusy = null;
    if (answer.kind === 'ok') {
      location.reload();
      return;
    }

    if (answer.kind === 'refused') key = newKey();
    told.querySelector('span')!.textContent =
      answer.kind === 'refused' ? sentences(answer.problem).join(' ') : (form.dataset['lost'] ?? '');
    told.hidden = false;
  }
}

/** Lines with a quantity; none at all means the whole of what is left. */
function refundBody(form: HTMLFormElement): { reason: string; lines?: { line: number; quantity: number }[] } {
  const lines = [...form.querySelectorAll<HTMLInputElement>('input[data-line]')]
    .map(input => ({ line: Number(input.dataset['line']), quantity: Number(latin(input.value.trim())) }))
    .filter(line => line.quantity !== 0);
  const reason = (form.elements.namedItem('reason') as HTMLInputElement).value;
  return lines.length > 0 ? { reason, lines } : { reason };
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-refund]')) arm(form);
