import type { Counter } from './counter';
import type { Member, Product } from './contract';

const SEARCH_AFTER = 150;

/** A thing that typed letters led to. */
export type Found = { kind: 'product'; product: Product } | { kind: 'member'; member: Member };

/** Looks for goods and members while letters are typed. */
export class Finder {
  found = $state<Found[]>([]);
  chosen = $state(0);

  private asked: AbortController | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly counter: Counter) {}

  get choice(): Found | undefined {
    return this.found[this.chosen];
  }

  look(text: string): void {
    this.clear();
    this.timer = setTimeout(() => void this.search(text), SEARCH_AFTER);
  }

  clear(): void {
    clearTimeout(this.timer);
    this.asked?.abort();
    this.found = [];
    this.chosen = 0;
  }

  /** Several members, of whom one is meant. */
  offer(members: Member[]): void {
    this.clear();
    this.found = members.map(member => ({ kind: 'member' as const, member }));
  }

  move(by: number): void {
    if (this.found.length > 0) this.chosen = (this.chosen + by + this.found.length) % this.found.length;
  }

  async search(text: string): Promise<void> {
    this.clear();
    const asked = (this.asked = new AbortController());
    const [products, members] = await Promise.all([
      this.counter.goods(text, asked.signal),
      this.counter.named(text, asked.signal),
    ]);
    if (asked.signal.aborted) return;
    this.found = [
      ...(products.kind === 'ok' ? products.value.map(product => ({ kind: 'product' as const, product })) : []),
      ...(members.kind === 'ok' ? members.value.map(member => ({ kind: 'member' as const, member })) : []),
    ];
  }
}
