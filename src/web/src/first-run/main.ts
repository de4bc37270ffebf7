import { mount, unmount } from 'svelte';
import { Api } from '../api';
import { Words, type Writing } from '../words';
import { Beginning } from './beginning.svelte';
import type { Swatch } from './contract';
import FirstRun from './FirstRun.svelte';

/** `<vafa-first-run data-writing='{…}'>`: the four steps of a new club. */
class FirstRunElement extends HTMLElement {
  private running: ReturnType<typeof mount> | null = null;

  connectedCallback(): void {
    const words = new Words(JSON.parse(this.dataset['writing'] ?? '') as Writing);
    const colours = JSON.parse(this.dataset['colours'] ?? '[]') as Swatch[];
    const api = new Api(words.persian ? 'fa' : 'en');
    const beginning = new Beginning(words, api, address => location.assign(address), colours);
    void beginning.open();
    this.replaceChildren();
    this.running = mount(FirstRun, { target: this, props: { beginning } });
  }

  disconnectedCallback(): void {
    if (this.running) void unmount(this.running);
    this.running = null;
  }
}

customElements.define('vafa-first-run', FirstRunElement);
