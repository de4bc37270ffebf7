import { numberIn } from '../forms/read';
import type { Page } from '../page';
import { partOf, thousandths, type Sold } from './sum';

/**
 * `<form data-refund>`: says while quantities are typed what goes back to the customer, also in the question that is
 * asked before it is recorded. Buttons with `data-all="id" data-value` fill a field.
 */
export function refunds(page: Page): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-refund]')) {
    const question = form.dataset['confirm'] ?? '';
    const update = () => tell(form, question, page);
    form.addEventListener('input', update);
    form.addEventListener('click', event => {
      const button = (event.target as Element).closest<HTMLElement>('[data-all]');
      const field = button && document.getElementById(button.dataset['all']!);
      if (!(field instanceof HTMLInputElement)) return;
      field.value = button!.dataset['value']!;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    update();
  }
}

function tell(form: HTMLFormElement, question: string, page: Page): void {
  const sum = form.querySelector<HTMLElement>('[data-refund-sum]')!;
  const back = added([...form.querySelectorAll<HTMLInputElement>('input[data-line]')]);
  sum.hidden = back === null;
  const money = back === null ? page.words.say('مبلغ آن', 'Its price') : page.words.money(Number(back.money));
  form.dataset['confirm'] = question.replace('{back}', money);
  if (back === null) return;
  sum.querySelector('[data-money]')!.textContent = money;
  sum.querySelector('[data-spent-back]')!.textContent = page.words.money(Number(back.spent));
  for (const row of sum.querySelectorAll<HTMLElement>('[data-when-spent]')) row.hidden = back.spent === 0n;
}

/** Empty fields alone mean all that is left; null when something cannot be read, or is more than is left. */
function added(fields: HTMLInputElement[]): { money: bigint; spent: bigint } | null {
  const whole = fields.every(field => field.value.trim() === '');
  let [money, spent, wrong] = [0n, 0n, false];
  for (const field of fields) {
    const line = soldOf(field);
    const left = line.quantity - line.back;
    field.setCustomValidity('');
    if (!whole && field.value.trim() === '') continue;
    const typed = numberIn(field.value.trim());
    // A line of quantity 0 is of imported history; the server judges what is asked of it.
    const quantity = whole || line.quantity === 0n ? left : typed && thousandths(typed, left);
    if (quantity === null) {
      // The form then says its data-wrong at the field.
      field.setCustomValidity('more');
      wrong = true;
      continue;
    }

    const part = partOf(line, quantity);
    [money, spent] = [money + part.money, spent + part.spent];
  }

  return wrong ? null : { money, spent };
}

function soldOf(field: HTMLInputElement): Sold {
  const of = (name: string) => BigInt(field.dataset[name]!);
  return { quantity: of('quantity'), back: of('back'), paid: of('paid'), spent: of('spent') };
}
