import type { Answer } from '../api';
import type { Approvers, WordAsked } from '../sale/word';
import type { App } from './app.svelte';

/** The managers of this till's branch, whose PINs the server checks. */
export class TillApprovers implements Approvers {
  constructor(private readonly app: App) {}

  get people(): Approvers['people'] {
    return (this.app.view?.cashiers ?? []).filter(tile => tile.approves);
  }

  get online(): boolean {
    return this.app.online;
  }

  ask(word: WordAsked): Promise<Answer<{ approval: string }>> {
    return this.app.server.approve(word);
  }
}
