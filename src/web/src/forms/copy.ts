import { pageOf } from '../page';
import { toast } from './toast';

/** `data-copy="text"`, or `data-copy="#selector"` for what another element holds. */
export async function copy(button: HTMLElement): Promise<void> {
  const { words } = pageOf(document.documentElement);
  const text = wanted(button);
  const done = await put(text);
  if (done) toast(words.say('رونوشت برداشته شد.', 'Copied.'));
  else
    toast(
      words.say('مرورگر اجازهٔ رونوشت نداد؛ متن را خودتان بردارید.', 'The browser did not allow it; copy by hand.'),
      'wrong',
    );
}

function wanted(button: HTMLElement): string {
  const said = button.dataset['copy']!;
  if (!said.startsWith('#')) return said;
  const source = document.querySelector<HTMLInputElement>(said);
  return source?.value ?? source?.textContent?.trim() ?? '';
}

/** The clipboard needs https; a shop's own network often has none, where the old command still works. */
async function put(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'sr-only';
    // Inside of an open dialog, because the rest of the page cannot be focused then.
    const home = document.querySelector('dialog[open]') ?? document.body;
    const before = document.activeElement;
    home.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    if (before instanceof HTMLElement) before.focus();
    return done;
  }
}
