import type { Desk } from '../forms/send';
import { bulk } from './bulk';
import { List } from './list';
import { tabs } from './tabs';

/** What stands in this page: lists with their bulk acts, and tabs. */
export function arm(desk: Desk): void {
  for (const nav of document.querySelectorAll<HTMLElement>('[data-tabs]')) tabs(nav);
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-list]')) {
    const list = new List(form, desk.page);
    // A bulk act that asks something first is a form of its own, in a dialog beside the list.
    document.addEventListener('submit', event => {
      const asked = event.target as HTMLFormElement;
      if (asked.dataset['bulk'] === undefined) return;
      event.preventDefault();
      void bulk(asked, list, desk);
    });
    form.addEventListener('click', event => {
      const button = (event.target as Element).closest<HTMLElement>('[data-bulk]');
      if (!button) return;
      event.preventDefault();
      void bulk(button, list, desk);
    });
    // A changed filter chip, column or sort is a new address.
    form.addEventListener('change', event => {
      if ((event.target as HTMLElement).dataset['goes'] !== undefined) form.requestSubmit();
    });
  }
}
