import { newKey } from '../api';
import { after } from '../forms/after';
import { ask } from '../forms/dialog';
import { faultsOf } from '../forms/problems';
import { lostSentence, signIn, target, type Desk } from '../forms/send';
import { toast } from '../forms/toast';
import type { List } from './list';

/** What a preview answers: the sentence of the dialog, and for how many. */
interface Preview {
  sentence?: string;
  count?: number;
}

/**
 * `<button data-bulk="POST /api/v1/…" data-preview="POST /api/v1/…/preview" data-body='{…}'>`: asks the preview what
 * would be done, shows it, and does it when the reader agrees. Both calls get the body with `ids` or `filter`.
 */
export async function bulk(button: HTMLElement, list: List, desk: Desk): Promise<void> {
  if (button.ariaBusy === 'true') return;
  button.ariaBusy = 'true';
  const { bulk: act, preview, body: more = '{}', confirm, danger } = button.dataset;
  const body = JSON.stringify({ ...(JSON.parse(more) as object), ...list.chosen() });
  let found: Preview = {};
  if (preview !== undefined) {
    const answer = await call<Preview>(desk, preview, body);
    if ('fault' in answer) {
      button.ariaBusy = null;
      toast(answer.fault, 'wrong');
      return;
    }

    found = answer.value;
  }

  button.ariaBusy = null;
  const { words } = desk.page;
  const key = newKey();
  let done: unknown;
  const number = found.count === undefined ? '' : words.number(found.count);
  const sentence = found.sentence ?? confirm?.replace('{count}', number) ?? words.say('انجام شود؟', 'Go on?');
  if (found.count === 0) {
    toast(words.say('هیچ‌کدام از این‌ها را دربر نمی‌گیرد.', 'This would change none of them.'), 'wrong');
    return;
  }

  const agreed = await ask(
    {
      sentence,
      yes: button.textContent?.trim(),
      danger: danger !== undefined,
      act: async () => {
        const answer = await call(desk, act!, body, key);
        if ('fault' in answer) return answer.fault;
        done = answer.value;
        return null;
      },
    },
    words,
  );
  if (agreed) after({ then: button.dataset['then'] ?? '', done: button.dataset['done'] }, done, desk.page, desk.way);
}

async function call<T>(
  desk: Desk,
  said: string,
  body: string,
  key?: string,
): Promise<{ value: T } | { fault: string }> {
  const { method, path } = target(said);
  const answer = await desk.api.call<T>(path, { method, body, ...(key ? { key } : {}) });
  if (answer.kind === 'ok') return { value: answer.value };
  if (answer.kind !== 'refused') return { fault: lostSentence(desk.page) };
  if (answer.problem.status === 401) signIn(desk);
  const faults = faultsOf(answer.problem, pointer => pointer);
  return { fault: faults.map(fault => fault.sentence).join(' ') };
}
