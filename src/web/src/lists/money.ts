import { latin } from '../digits';
import type { Words } from '../words';

/** What is typed in a money field, with separators in the reader's script, and where the caret stands in it. */
export function grouped(typed: string, caret: number, words: Words): { text: string; caret: number } {
  const kept = (text: string) => latin(text).replace(/[^\d.-]/g, '');
  const plain = kept(typed);
  if (!/^-?\d*\.?\d*$/.test(plain)) return { text: typed, caret };
  const [whole = '', fraction] = plain.split('.');
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : '.' + fraction);
  // The caret stays behind as many digits as before.
  let left = kept(typed.slice(0, caret)).length;
  let at = 0;
  while (at < text.length && left > 0) if (text[at++] !== ',') left--;
  return { text: words.script(text), caret: at };
}

/** A mobile number in the groups it is spoken in: 0912 345 6789. Anything else stays as it is typed. */
export function mobile(typed: string, words: Words): string {
  const digits = latin(typed).replace(/[\s()-]/g, '');
  const parts = /^(?:\+98|0098|0)(9\d{2})(\d{3})(\d{4})$/.exec(digits);
  return parts ? words.script(`0${parts[1]} ${parts[2]} ${parts[3]}`) : typed;
}

/** Groups `data-as=money` while it is typed, and `type=tel` when the field is left. */
export function writesNumbers(words: Words): void {
  const money = (field: HTMLInputElement) => {
    const { text, caret } = grouped(field.value, field.selectionStart ?? field.value.length, words);
    if (text === field.value) return;
    field.value = text;
    if (document.activeElement === field) field.setSelectionRange(caret, caret);
  };
  const isMoney = (target: EventTarget | null): target is HTMLInputElement =>
    target instanceof HTMLInputElement && target.dataset['as'] === 'money' && target.type === 'text';
  for (const field of document.querySelectorAll<HTMLInputElement>('input[data-as=money]'))
    if (isMoney(field)) money(field);
  document.addEventListener('input', event => {
    if (isMoney(event.target) && !(event as InputEvent).isComposing) money(event.target);
  });
  document.addEventListener('focusout', event => {
    const field = event.target;
    if (field instanceof HTMLInputElement && field.type === 'tel') field.value = mobile(field.value, words);
  });
}
