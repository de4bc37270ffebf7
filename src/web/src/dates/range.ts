import { el } from '../dom';
import { pageOf } from '../page';
import { fromIso, iso } from './calendar';
import type { DateField } from './field';
import { presetName, spanOf } from './presets';

const USUAL = 'today,7d,30d,month,lastMonth,year';

/**
 * `<vafa-range from to presets="today,7d,month">`: the usual spans as buttons, and two days for any other. It sends
 * `from` and `to` with the filter form it stands in; `name-from` and `name-to` rename them.
 */
export class RangeField extends HTMLElement {
  connectedCallback(): void {
    if (this.firstElementChild?.classList.contains('range')) return;
    const page = pageOf(document.documentElement);
    const { words } = page;
    const from = this.day('from', words.say('از روز', 'From'));
    const to = this.day('to', words.say('تا روز', 'To'));
    const names = (this.getAttribute('presets') ?? USUAL).split(',').map(name => name.trim());
    const buttons = names.flatMap(name => {
      const span = spanOf(name, page);
      if (!span) return [];
      const [first, last] = [iso(span.from), iso(span.to)];
      const here = first === this.getAttribute('from') && last === this.getAttribute('to');
      const button = el('button', { type: 'button', class: 'range-preset', 'aria-pressed': String(here) });
      button.textContent = presetName(name, page);
      button.addEventListener('click', () => {
        [from.value, to.value] = [first, last];
        this.closest('form')?.requestSubmit();
      });
      return [button];
    });
    const label = words.say('بازهٔ زمانی', 'Span of time');
    const days = el('div', { class: 'range-days' }, from, el('span', {}, words.say('تا', 'to')), to);
    this.replaceChildren(
      el(
        'div',
        { class: 'range', role: 'group', 'aria-label': label },
        el('div', { class: 'range-presets' }, ...buttons),
        days,
      ),
    );
    this.addEventListener('change', () => order(from, to));
  }

  private day(which: 'from' | 'to', label: string): DateField {
    const made = document.createElement('vafa-date') as DateField;
    const copied = { name: this.getAttribute(`name-${which}`) ?? which, value: this.getAttribute(which) ?? '' };
    for (const [name, value] of Object.entries({ ...copied, 'aria-label': label })) made.setAttribute(name, value);
    for (const bound of ['min', 'max'])
      if (this.hasAttribute(bound)) made.setAttribute(bound, this.getAttribute(bound)!);
    return made;
  }
}

/** A span that ends before it begins was meant the other way round. */
function order(from: DateField, to: DateField): void {
  const [first, last] = [fromIso(from.value), fromIso(to.value)];
  if (first !== null && last !== null && first > last) [from.value, to.value] = [to.value, from.value];
}
