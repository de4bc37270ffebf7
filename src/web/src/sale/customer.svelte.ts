import type { Club, Member, Way } from './contract';
import type { Counter, Joining } from './counter';
import type { Texts } from './texts';
import { Giving } from './giving.svelte';
import { Turning } from './turning.svelte';

/** Who buys, with what a cashier is asked about him. */
export class Customer {
  member = $state<Member | null>(null);
  /** His way on each ladder; null while it is asked for. */
  ways = $state<Way[] | null>(null);
  readonly turning: Turning;
  readonly giving: Giving;
  /** Of one who could not be asked for: he joins if he is no member yet. */
  joining = $state(false);

  /** @param changed what he owns has changed beside the sale. */
  constructor(
    private readonly counter: Counter,
    private readonly club: Club,
    texts: Texts,
    private readonly changed: () => void,
  ) {
    this.turning = new Turning(counter, texts, member => this.freshen(member));
    this.giving = new Giving(counter, texts, club.mayLet, member => this.freshen(member));
  }

  /** How a sale names him. */
  get said(): { id: string } | { mobile: string } | null {
    if (!this.member) return null;
    return this.member.unasked ? { mobile: this.member.unasked } : { id: this.member.id };
  }

  get joins(): Joining | null {
    return this.member?.unasked && this.joining ? { mobile: this.member.unasked } : null;
  }

  take(member: Member | null): void {
    this.member = member;
    this.joining = false;
    this.ways = this.club.ladders > 0 && !member?.unasked ? null : [];
    this.turning.leave();
    this.giving.forget();
    this.turning.done = '';
    if (member && this.ways === null) void this.ask(member);
  }

  /** A sale goes on without it where it can't be had. */
  private async ask(member: Member): Promise<void> {
    const answer = await this.counter.ways(member);
    if (this.member?.id === member.id) this.ways = answer.kind === 'ok' ? answer.value : [];
  }

  /** Reads his wallets anew. */
  private async freshen(id: string): Promise<void> {
    const answer = await this.counter.member(id);
    if (answer.kind === 'ok' && this.member?.id === id) {
      this.member = answer.value;
      this.changed();
    }
  }
}
