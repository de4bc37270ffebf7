import type { Known, Store } from './store';

/** What this device sold, as it is kept; other tabs of it sell into the same store. */
export class Sold {
  all = $state.raw<Known[]>([]);
  private readonly tabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('vafa-till') : null;

  constructor(private readonly store: Store) {
    this.tabs?.addEventListener('message', () => void this.read());
  }

  get waiting(): number {
    return this.all.filter(({ fate }) => fate === null || fate.kind === 'concluded').length;
  }

  /** What the server did not take: somebody has to look. */
  get refused(): Known[] {
    return this.all.filter(({ fate }) => fate?.kind === 'refused');
  }

  /** Each refused sale with its reason. */
  get refusedWhy(): string[] {
    return this.refused.map(({ sale, fate }) => `${sale.number}: ${fate?.kind === 'refused' ? fate.says : ''}`);
  }

  /** Something was kept or came in: said here and in the other tabs. */
  async changed(): Promise<void> {
    await this.read();
    this.tabs?.postMessage('changed');
  }

  private async read(): Promise<void> {
    this.all = await this.store.all();
  }
}
