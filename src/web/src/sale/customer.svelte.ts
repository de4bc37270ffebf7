import type { Api } from '../api';
import type { Club, Member, Way } from './contract';
import type { Texts } from './texts';
import { Turning } from './turning.svelte';

/** Who buys, with what a cashier is asked about him. */
export class Customer {
  member = $state<Member | null>(null);
  /** His way on each ladder; null while it is asked for. */
  ways = $state<Way[] | null>(null);
  readonly turning: Turning;

  /** @param changed what he owns has changed beside the sale. */
  constructor(
    private readonly api: Api,
    private readonly club: Club,
    texts: Texts,
    private readonly changed: () => void,
  ) {
    this.turning = new Turning(api, texts, member => this.freshen(member));
  }

  take(member: Member | null): void {
    this.member = member;
    this.ways = this.club.ladders > 0 ? null : [];
    this.turning.leave();
    this.turning.done = '';
    if (member && this.ways === null) void this.ask(member.id);
  }

  /** A sale goes on without it where it can't be had. */
  private async ask(id: string): Promise<void> {
    const answer = await this.api.call<{ items: Way[] }>(`/members/${encodeURIComponent(id)}/tiers`);
    if (this.member?.id === id) this.ways = answer.kind === 'ok' ? answer.value.items : [];
  }

  /** Reads his wallets anew. */
  private async freshen(id: string): Promise<void> {
    const answer = await this.api.call<Member>(`/members/${encodeURIComponent(id)}`);
    if (answer.kind === 'ok' && this.member?.id === id) {
      this.member = answer.value;
      this.changed();
    }
  }
}
