import { newKey } from '../api';
import { after } from '../forms/after';
import { bodyOf } from '../forms/body';
import { ask } from '../forms/dialog';
import { gather } from '../forms/fields';
import { clear, faultsOf, show, type Fault } from '../forms/problems';
import { lostSentence, signIn, target, type Desk } from '../forms/send';
import { toast } from '../forms/toast';
import type { List } from './list';

/** What a preview answers: the sentence of the dialog, how many are meant, and for how many something changes. */
interface Preview {
  sentence?: string;
  count?: number;
  changed?: number;
}

/**
 * `<button data-bulk="POST /api/v1/…" data-preview="POST /api/v1/…/preview" data-body='{…}'>`, or a form with the same
 * attributes, whose controls join the body: asks the preview what would be done, shows it, and does it when the reader
 * agrees. Both calls get the body with `ids` or `filter`; the act also gets what the preview counted, as `expect`.
 */
export async function bulk(source: HTMLElement, list: List, desk: Desk): Promise<void> {
  if (source.ariaBusy === 'true') return;
  const typed = typedIn(source, desk);
  if (!typed) return;
  source.ariaBusy = 'true';
  const { bulk: act, preview, body: more = '{}', confirm, danger, yes } = source.dataset;
  const body = { ...(JSON.parse(more) as object), ...typed.json, ...list.chosen() };
  let found: Preview = {};
  if (preview !== undefined) {
    const answer = await call<Preview>(desk, preview, body, typed.nameOf);
    if ('faults' in answer) {
      source.ariaBusy = null;
      refuse(source, answer.faults);
      return;
    }

    found = answer.value;
  }

  source.ariaBusy = null;
  const { words } = desk.page;
  if (found.count === 0 || found.changed === 0) {
    const none = found.sentence ?? words.say('هیچ‌کدام از این‌ها را دربر نمی‌گیرد.', 'This would change none.');
    refuse(source, [{ name: '', sentence: none }]);
    return;
  }

  const key = newKey();
  let done: unknown;
  const number = found.count === undefined ? '' : words.number(found.count);
  const sentence = found.sentence ?? confirm?.replace('{count}', number) ?? words.say('انجام شود؟', 'Go on?');
  // One question at a time: the dialog of the form comes back when the reader does not agree.
  const around = source.closest('dialog');
  around?.close();
  const agreed = await ask(
    {
      sentence,
      yes: yes ?? source.textContent?.trim(),
      danger: danger !== undefined,
      act: async () => {
        const sent = found.count === undefined ? body : { ...body, expect: found.count };
        const answer = await call(desk, act!, sent, typed.nameOf, key);
        if ('faults' in answer) return said(answer.faults);
        done = answer.value;
        return null;
      },
    },
    words,
  );
  if (!agreed) around?.showModal();
  else after({ then: source.dataset['then'] ?? '', done: source.dataset['done'] }, done, desk.page, desk.way);
}

/** What a form's controls say; null when something of it cannot be read, which then stands at its field. */
function typedIn(source: HTMLElement, desk: Desk): { json: object; nameOf: (pointer: string) => string } | null {
  if (!(source instanceof HTMLFormElement)) return { json: {}, nameOf: pointer => pointer };
  const gathered = gather(source, desk.page, false);
  clear(source);
  if (gathered.wrong.size === 0) return bodyOf(gathered.leaves);
  show(
    source,
    [...gathered.wrong].map(([name, sentence]) => ({ name, sentence })),
  );
  return null;
}

function refuse(source: HTMLElement, faults: Fault[]): void {
  if (source instanceof HTMLFormElement) show(source, faults);
  else toast(said(faults), 'wrong');
}

function said(faults: Fault[]): string {
  return faults.map(fault => fault.sentence).join(' ');
}

async function call<T>(
  desk: Desk,
  address: string,
  body: object,
  nameOf: (pointer: string) => string,
  key?: string,
): Promise<{ value: T } | { faults: Fault[] }> {
  const { method, path } = target(address);
  const answer = await desk.api.call<T>(path, { method, body: JSON.stringify(body), ...(key ? { key } : {}) });
  if (answer.kind === 'ok') return { value: answer.value };
  if (answer.kind !== 'refused') return { faults: [{ name: '', sentence: lostSentence(desk.page) }] };
  if (answer.problem.status === 401) signIn(desk);
  return { faults: faultsOf(answer.problem, nameOf) };
}
