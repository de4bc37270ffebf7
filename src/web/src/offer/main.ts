import { mount, unmount } from 'svelte';
import { Api } from '../api';
import { way } from '../forms/after';
import { pageOf } from '../page';
import type { Seed } from './contract';
import { Editing } from './editing.svelte';
import OfferForm from './OfferForm.svelte';

/** `<vafa-offer data-seed='{…}'>`: the form of an offer. */
class OfferElement extends HTMLElement {
  private running: ReturnType<typeof mount> | null = null;

  connectedCallback(): void {
    const page = pageOf(document.documentElement);
    // What is null the page leaves out.
    const given = JSON.parse(this.dataset['seed'] ?? '') as Partial<Seed>;
    const seed = { code: null, document: null, fromDay: null, toDay: null, ...given } as Seed;
    const editing = new Editing(seed, { page, units: seed.units }, new Api(page.words.persian ? 'fa' : 'en'), way);
    this.replaceChildren();
    this.running = mount(OfferForm, { target: this, props: { editing } });
  }

  disconnectedCallback(): void {
    if (this.running) void unmount(this.running);
    this.running = null;
  }
}

customElements.define('vafa-offer', OfferElement);
