import type { Page } from '../page';
import { replacedWith, type Leaf } from './body';
import { read, type As } from './read';

/** Native controls, and our own elements that hold a `value`. */
export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement | OwnControl;

/** `<vafa-date>` and `<vafa-tags>`: their value is in the attribute until they live. */
export type OwnControl = HTMLElement & { name?: string; value?: string; initial?: string; fault?(): string | null };

/** All controls of one name: several are a choice of one, or the items of a list. */
export interface Field {
  name: string;
  controls: Control[];
}

export interface Gathered {
  leaves: Leaf[];
  /** Values of the controls that stand in the path. */
  path: Map<string, string>;
  /** Sentences of what could not be read, by name. */
  wrong: Map<string, string>;
}

const OWN = 'vafa-date[name], vafa-tags[name]';
const UNSENT = new Set(['submit', 'button', 'reset', 'image', 'file']);

export function fieldsOf(form: HTMLFormElement): Field[] {
  const fields = new Map<string, Field>();
  const native = [...form.elements].filter(e => !e.closest(OWN)) as Control[];
  for (const control of [...native, ...form.querySelectorAll<OwnControl>(OWN)]) {
    const name = nameOf(control);
    if (name === '' || UNSENT.has((control as HTMLInputElement).type) || isDisabled(control)) continue;
    if (control.dataset['only'] !== undefined) continue;
    const field = fields.get(name) ?? { name, controls: [] };
    field.controls.push(control);
    fields.set(name, field);
  }

  return [...fields.values()];
}

/** Everything a form says; with `changesOnly`, what differs from what the page came with. */
export function gather(form: HTMLFormElement, page: Page, changesOnly: boolean): Gathered {
  const said: Gathered = { leaves: [], path: new Map(), wrong: new Map() };
  const changed = new Set<string>();
  const fields = fieldsOf(form);
  for (const field of fields) {
    const wrong = broken(field, page);
    if (wrong) said.wrong.set(field.name, wrong);
    const now = signed(field, form, valueOf(field, page, false));
    if ('wrong' in now) {
      said.wrong.set(field.name, now.wrong);
    } else if (field.controls[0]!.dataset['path'] !== undefined) {
      said.path.set(field.name, String(now.value ?? ''));
      if (!now.value) said.wrong.set(field.name, wrong ?? missing(page));
    } else {
      const before = changesOnly ? valueOf(field, page, true) : { value: undefined };
      const was = 'wrong' in before ? undefined : before.value;
      const is = now.value === undefined && changesOnly && was !== undefined ? emptied(field) : now.value;
      if (JSON.stringify(is) !== JSON.stringify(was)) changed.add(replacedWith(field.name));
      if (is !== undefined) said.leaves.push({ name: field.name, value: is });
    }
  }

  dropCompanions(said, fields);
  if (changesOnly) said.leaves = said.leaves.filter(leaf => changed.has(replacedWith(leaf.name)));
  return said;
}

/** `data-minus="#take"`: below zero while that box or choice of the form is ticked. */
function signed({ controls }: Field, form: HTMLFormElement, now: { value: unknown } | { wrong: string }): typeof now {
  const { minus } = controls[0]!.dataset;
  const takes = minus !== undefined && form.querySelector<HTMLInputElement>(minus)?.checked;
  return takes && 'value' in now && typeof now.value === 'number' ? { value: -Math.abs(now.value) } : now;
}

/** `data-with="lines/0/quantity"`: what only makes sense beside another value goes when that one is not sent. */
function dropCompanions(said: Gathered, fields: Field[]): void {
  for (const { name, controls } of fields) {
    const companion = controls[0]!.dataset['with'];
    if (companion !== undefined && !said.leaves.some(leaf => leaf.name === companion)) {
      said.leaves = said.leaves.filter(leaf => leaf.name !== name);
    }
  }
}

export function nameOf(control: Element): string {
  return (control as HTMLInputElement).name || (control.getAttribute('name') ?? '');
}

export function asOf(control: Control): As {
  const said = control.dataset['as'];
  if (said) return said as As;
  if (control.localName === 'vafa-date') return 'date';
  if (control.localName === 'vafa-tags') return 'list';
  const type = (control as HTMLInputElement).type;
  return type === 'checkbox' ? 'yesNo' : type === 'select-multiple' ? 'list' : 'text';
}

/** The field's value; undefined when it says nothing. `initial` asks for what the page came with. */
function valueOf({ controls }: Field, page: Page, initial: boolean): { value: unknown } | { wrong: string } {
  const first = controls[0]!;
  const as = asOf(first);
  if (as === 'yesNo' && isTick(first)) return { value: ticked(first, initial) };
  if (as === 'list' && (isTick(first) || first.localName === 'select')) {
    const chosen = controls.flatMap(control => chosenIn(control, initial));
    return { value: chosen.length > 0 ? chosen : nothing(first, []) };
  }

  const typed = isTick(first)
    ? (controls.find(control => ticked(control, initial)) as HTMLInputElement | undefined)?.value
    : textOf(first, initial);
  const text = (first as HTMLInputElement).type === 'password' ? typed : typed?.trim();
  if (text === undefined || text === '') return { value: nothing(first, isList(as) ? [] : '') };
  return read(as, text, page);
}

/** `data-empty`: what an empty control sends. */
function nothing(control: Control, empty: unknown): unknown {
  const { empty: how = 'omit' } = control.dataset;
  return how === 'null' ? null : how === 'text' ? empty : undefined;
}

/** What tells a merge patch that a value went. */
function emptied({ controls }: Field): unknown {
  return isList(asOf(controls[0]!)) ? [] : null;
}

function isList(as: As): boolean {
  return as === 'list' || as === 'wholes';
}

function isTick(control: Control): control is HTMLInputElement {
  return ['checkbox', 'radio'].includes((control as HTMLInputElement).type);
}

function ticked(control: Control, initial: boolean): boolean {
  const input = control as HTMLInputElement;
  return initial ? input.defaultChecked : input.checked;
}

function chosenIn(control: Control, initial: boolean): string[] {
  if (isTick(control)) return ticked(control, initial) ? [control.value] : [];
  return optionsOf(control as HTMLSelectElement, initial);
}

function optionsOf(select: HTMLSelectElement, initial: boolean): string[] {
  const chosen = [...select.options].filter(option => (initial ? option.hasAttribute('selected') : option.selected));
  // A select that marks none shows its first.
  if (chosen.length === 0 && !select.multiple && select.options[0]) return [select.options[0].value];
  return chosen.map(option => option.value);
}

function textOf(control: Control, initial: boolean): string {
  if (control.localName.startsWith('vafa-')) {
    const own = control as OwnControl;
    return (initial ? own.initial : own.value) ?? own.getAttribute('value') ?? '';
  }

  if (control.localName === 'select') return optionsOf(control as HTMLSelectElement, initial)[0] ?? '';
  const input = control as HTMLInputElement;
  return initial ? (input.dataset['initial'] ?? input.defaultValue) : input.value;
}

function isDisabled(control: Control): boolean {
  return control.matches(':disabled') || control.closest('fieldset:disabled') !== null;
}

function missing({ words }: Page): string {
  return words.say('این را پر کنید.', 'Fill this in.');
}

/** What the markup asks of a control (`required`, `type=email`, `pattern`), said in the reader's language. */
function broken({ controls }: Field, page: Page): string | null {
  for (const control of controls) {
    const own = control.localName.startsWith('vafa-');
    if (own && control.hasAttribute('required') && textOf(control, false).trim() === '') return missing(page);
    const fault = own ? (control as OwnControl).fault?.() : null;
    if (fault) return fault;
    const validity = own ? undefined : ((control as HTMLInputElement).validity as ValidityState | undefined);
    if (!validity || validity.valid) continue;
    if (validity.valueMissing) return control.dataset['missing'] ?? missing(page);
    return (
      control.dataset['wrong'] ?? page.words.say('این درست نیست؛ آن را بررسی کنید.', 'This is not right; check it.')
    );
  }

  return null;
}
