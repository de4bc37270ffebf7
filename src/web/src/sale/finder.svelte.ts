import type { Api } from '../api';
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

  constructor(private readonly api: Api) {}

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

  move(by: number): void {
    if (this.found.length > 0) this.chosen = (this.chosen + by + this.found.length) % this.found.length;
  }

  async search(text: string): Promise<void> {
    this.clear();
    const asked = (this.asked = new AbortController());
    const q = encodeURIComponent(text);
    const [products, members] = await Promise.all([
      this.api.call<{ items: Product[] }>(`/products?q=${q}&limit=5`, { signal: asked.signal }),
      this.api.call<{ items: Member[] }>(`/members?q=${q}&limit=5`, { signal: asked.signal }),
    ]);
    if (asked.signal.aborted) return;
    this.found = [
      ...(products.kind === 'ok' ? products.value.items.map(product => ({ kind: 'product' as const, product })) : []),
      ...(members.kind === 'ok' ? members.value.items.map(member => ({ kind: 'member' as const, member })) : []),
    ];
  }
}
