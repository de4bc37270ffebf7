import { el } from '../dom';
import { after } from './after';
import { lostSentence, signIn, target, type Desk } from './send';
import { sentences } from '../api';

/**
 * `<input type="file" data-upload="PUT /api/v1/club/logo" data-then="" data-done="…">` sends the file as soon as it is
 * chosen. What is wrong with it stands below, in a `[data-error]` of the same field.
 */
export function uploads(desk: Desk): void {
  document.addEventListener('change', event => {
    const input = (event.target as Element).closest<HTMLInputElement>('input[type="file"][data-upload]');
    if (input?.files?.[0]) void upload(input, input.files[0], desk);
  });
}

async function upload(input: HTMLInputElement, file: File, desk: Desk): Promise<void> {
  const { method, path } = target(input.dataset['upload']!);
  tell(input, []);
  input.disabled = true;
  input.setAttribute('aria-busy', 'true');
  const answer = await desk.api.call(path, { method, body: file });
  input.disabled = false;
  input.removeAttribute('aria-busy');
  // The same file, mended, may be chosen again.
  input.value = '';
  if (answer.kind === 'ok') {
    after({ then: input.dataset['then'], done: input.dataset['done'] }, answer.value, desk.page, desk.way);
  } else if (answer.kind === 'refused' && answer.problem.status === 401) signIn(desk);
  else tell(input, answer.kind === 'refused' ? sentences(answer.problem) : [lostSentence(desk.page)]);
}

function tell(input: HTMLInputElement, said: string[]): void {
  const place = input.closest('.field')?.querySelector<HTMLElement>('[data-error]');
  if (!place) return;
  place.replaceChildren(...said.map(sentence => el('span', { class: 'block', role: 'alert' }, sentence)));
  place.hidden = said.length === 0;
  input.toggleAttribute('aria-invalid', said.length > 0);
}
