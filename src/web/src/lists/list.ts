import { el } from '../dom';
import type { Page } from '../page';
import { isTyping } from './search';

/** Which rows an act is for: some of this page, or all that the list's filter finds, as its address says it. */
export type Chosen = { ids: string[] } | { filter: string };

/**
 * `<form data-list data-one="عضو">` around a table: a cursor that keys move, rows that can be chosen, and the bar of
 * what may be done with them (`[data-bulk-bar]`, with `[data-bulk-count]` and `[data-bulk-all]` inside).
 */
export class List {
  private at = -1;
  /** All that the filter finds, beyond this page. */
  private everything = false;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly page: Page,
  ) {
    form.addEventListener('change', event => this.changed(event.target as HTMLInputElement));
    document.addEventListener('keydown', event => this.keyed(event));
    form.querySelector('[data-bulk-all]')?.addEventListener('click', () => {
      this.everything = true;
      this.show();
    });
    form.querySelector('[data-bulk-none]')?.addEventListener('click', () => this.chooseAll(false));
    this.show();
  }

  chosen(): Chosen {
    if (!this.everything) return { ids: this.boxes.filter(box => box.checked).map(box => box.value) };
    const filter = new URLSearchParams(location.search);
    for (const name of ['cursor', 'sort', 'columns', 'lang']) filter.delete(name);
    return { filter: filter.toString() };
  }

  private get rows(): HTMLTableRowElement[] {
    return [...this.form.querySelectorAll<HTMLTableRowElement>('tbody tr')];
  }

  private get boxes(): HTMLInputElement[] {
    return [...this.form.querySelectorAll<HTMLInputElement>('tbody input[type=checkbox][data-row]')];
  }

  private get head(): HTMLInputElement | null {
    return this.form.querySelector('thead input[type=checkbox][data-rows]');
  }

  private changed(box: HTMLInputElement): void {
    if (box === this.head) this.chooseAll(box.checked);
    else if (box.dataset['row'] !== undefined) {
      this.everything = false;
      this.show();
    }
  }

  private chooseAll(chosen: boolean): void {
    this.everything = false;
    for (const box of this.boxes) box.checked = chosen;
    this.show();
  }

  private keyed(event: KeyboardEvent): void {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.querySelector('dialog[open]')) return;
    const inside = this.form.contains(event.target as Node) || event.target === document.body;
    if (!inside) return;
    const step = key === 'j' || key === 'ArrowDown' ? 1 : key === 'k' || key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) this.move(step);
    else if (key === 'x' || (key === ' ' && this.onCursor(event.target))) this.toggle();
    else if (key === 'Enter' && this.onCursor(event.target)) this.open();
    else return;
    event.preventDefault();
  }

  /** Space and Enter belong to a focused button or link; else to the row under the cursor. */
  private onCursor(target: EventTarget | null): boolean {
    return this.at >= 0 && !(target as HTMLElement).closest('a, button, summary, input');
  }

  private move(step: number): void {
    const { rows } = this;
    if (rows.length === 0) return;
    rows[this.at]?.classList.remove('row-here');
    this.at = Math.min(Math.max(this.at + step, 0), rows.length - 1);
    const row = rows[this.at]!;
    row.classList.add('row-here');
    row.tabIndex = -1;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  }

  private open(): void {
    this.rows[this.at]?.querySelector<HTMLAnchorElement>('a.row-link, a[href]')?.click();
  }

  private toggle(): void {
    const box = this.rows[this.at]?.querySelector<HTMLInputElement>('input[data-row]');
    if (!box) return;
    box.checked = !box.checked;
    box.dispatchEvent(new Event('change', { bubbles: true }));
  }

  private show(): void {
    const { boxes, head, form } = this;
    const number = boxes.filter(box => box.checked).length;
    if (head) {
      head.checked = number > 0 && number === boxes.length;
      head.indeterminate = number > 0 && number < boxes.length;
    }

    for (const box of boxes) box.closest('tr')?.classList.toggle('row-chosen', box.checked);
    const bar = form.querySelector<HTMLElement>('[data-bulk-bar]');
    if (!bar) return;
    bar.hidden = number === 0;
    const count = bar.querySelector<HTMLElement>('[data-bulk-count]') ?? bar.appendChild(el('span'));
    count.setAttribute('role', 'status');
    count.textContent = this.sentence(number);
    const all = bar.querySelector<HTMLElement>('[data-bulk-all]');
    if (all) all.hidden = this.everything || number < boxes.length;
  }

  private sentence(number: number): string {
    const { words } = this.page;
    const one = this.form.dataset['one'] ?? words.say('ردیف', 'row');
    if (this.everything) return words.say(`هر ${one} که با این صافی می‌خواند`, `Every ${one} that matches this filter`);
    const count = words.number(number);
    return words.say(
      `${count} ${one} انتخاب شده`,
      `${count} ${number === 1 ? one : (this.form.dataset['many'] ?? one)} chosen`,
    );
  }
}
