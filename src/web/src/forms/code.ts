const LETTERS: Record<string, string> = {
  ا: 'a',
  آ: 'a',
  أ: 'a',
  إ: 'e',
  ب: 'b',
  پ: 'p',
  ت: 't',
  ث: 's',
  ج: 'j',
  چ: 'ch',
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ذ: 'z',
  ر: 'r',
  ز: 'z',
  ژ: 'zh',
  س: 's',
  ش: 'sh',
  ص: 's',
  ض: 'z',
  ط: 't',
  ظ: 'z',
  ع: 'a',
  غ: 'gh',
  ف: 'f',
  ق: 'gh',
  ک: 'k',
  ك: 'k',
  گ: 'g',
  ل: 'l',
  م: 'm',
  ن: 'n',
  و: 'o',
  ه: 'h',
  ة: 'h',
  ۀ: 'h',
  ی: 'i',
  ي: 'i',
  ى: 'i',
  ئ: 'i',
  ؤ: 'o',
  ء: '',
};
const LONGEST = 32;

/** A short latin code of a title. Persian writes no short vowels, so «نقره‌ای» is `nghrh-ai`: a name for programs. */
export function codeOf(title: string): string {
  const text = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[۰-۹٠-٩]/g, digit => String(digit.codePointAt(0)! & 15));
  let code = '';
  for (const [i, letter] of [...text].entries()) {
    const first = code === '' || code.endsWith('-');
    if (/[a-z0-9]/.test(letter)) code += letter;
    else if (letter === 'و' && first) code += 'v';
    else if (/[یيى]/.test(letter) && first) code += 'y';
    else if (letter in LETTERS) code += LETTERS[letter];
    else if (/\p{M}/u.test(letter)) continue;
    else if (i > 0 && !first) code += '-';
  }

  return code.slice(0, LONGEST).replace(/-+$/, '');
}

/** The same, and with a number when it is taken. */
export function freeCode(title: string, taken: ReadonlySet<string>, instead: string): string {
  const code = codeOf(title) || instead;
  if (!taken.has(code)) return code;
  for (let number = 2; ; number++) if (!taken.has(`${code}-${number}`)) return `${code}-${number}`;
}

/**
 * `<input name="code" data-code-from="title/en title/fa" data-taken="a b" data-code-else="unit">` follows the first of
 * those fields that says something, until somebody types a code of his own.
 */
export function codes(): void {
  document.addEventListener('input', event => {
    const target = event.target as HTMLInputElement;
    const all = target.form?.querySelectorAll<HTMLInputElement>('input[data-code-from]') ?? [];
    for (const code of all) follow(code, target);
  });
}

function follow(code: HTMLInputElement, target: HTMLInputElement): void {
  if (target === code) {
    // An emptied code follows again.
    code.dataset['own'] = code.value.trim() === '' ? '' : 'yes';
    if (code.dataset['own']) return;
  }

  const names = code.dataset['codeFrom']!.split(' ');
  if (code.dataset['own'] || (target !== code && !names.includes(target.name))) return;
  const title = names.map(name => textIn(target.form!, name)).find(text => codeOf(text) !== '') ?? '';
  const taken = new Set((code.dataset['taken'] ?? '').split(' '));
  const next = title === '' && target === code ? '' : freeCode(title, taken, code.dataset['codeElse'] ?? 'new');
  if (code.value === next) return;
  code.value = next;
  // What was wrong with the code before is no longer said of this one.
  code.dispatchEvent(new Event('change', { bubbles: true }));
}

function textIn(form: HTMLFormElement, name: string): string {
  return ([...form.elements] as HTMLInputElement[]).find(control => control.name === name)?.value.trim() ?? '';
}
