import { mount, unmount } from 'svelte';
import { Api } from '../api';
import type { Club } from './contract';
import { OfficeCounter } from './counter';
import { OfficeDelivery } from './delivery';
import Sale from './Sale.svelte';
import { Till } from './till.svelte';

/** `<vafa-sale data-club='{…}'>`: the sale page's island. It uses the page's own style sheet, so it has no shadow. */
class SaleElement extends HTMLElement {
  private running: ReturnType<typeof mount> | null = null;

  connectedCallback(): void {
    const club = JSON.parse(this.dataset['club'] ?? '') as Club;
    const api = new Api(club.writing.persian ? 'fa' : 'en');
    const till = new Till(club, new OfficeCounter(api), told => new OfficeDelivery(api, told));
    // «فروش به او» on a member's page.
    const member = new URLSearchParams(location.search).get('member');
    if (member) void till.search.byId(member);
    this.replaceChildren();
    const context = new Map<string, unknown>([
      ['till', till],
      ['icons', this.dataset['icons'] ?? ''],
    ]);
    this.running = mount(Sale, { target: this, context });
  }

  disconnectedCallback(): void {
    if (this.running) void unmount(this.running);
    this.running = null;
  }
}

customElements.define('vafa-sale', SaleElement);
