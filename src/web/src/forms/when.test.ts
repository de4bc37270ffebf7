// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { arrange } from './when';

test('what only matters with another answer is hidden and not sent without it', () => {
  document.body.innerHTML = `<form><select name="type"><option value="text"><option value="choice"></select>
    <fieldset data-when="type=choice|list"><input name="choices"></fieldset>
    <input type="checkbox" name="maySpend"><fieldset data-when="maySpend=true"><input name="pays"></fieldset></form>`;
  const form = document.querySelector('form')!;
  const [choices, pays] = [...form.querySelectorAll('fieldset')] as [HTMLFieldSetElement, HTMLFieldSetElement];
  arrange(form);
  expect([choices.hidden, choices.disabled, pays.disabled]).toEqual([true, true, true]);
  form.querySelector('select')!.value = 'choice';
  form.querySelector<HTMLInputElement>('[name=maySpend]')!.checked = true;
  arrange(form);
  expect([choices.hidden, choices.disabled, pays.disabled]).toEqual([false, false, false]);
});
