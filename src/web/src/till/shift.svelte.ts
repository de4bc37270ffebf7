import type { Answer } from '../api';
import type { Cashier, CashierTile } from './contract';
import type { Offline, Pins, PinStore } from './pins';

/** What the server does not know yet of who stands here: somebody came, or whoever was here left. */
export type Unsaid = { user: string } | 'left';

/** Whether the server knows who stands here, or could not be told, or says that he may not. */
export type Settled = 'settled' | 'lost' | 'gone';

/** What it says to the server. */
export interface ShiftServer {
  begin(user: string, pin: string): Promise<Answer<Cashier>>;
  end(): Promise<Answer<unknown>>;
}

const UNSAID = 'shift-unsaid';

/** Who takes his place at the till, also while nobody can be asked. */
export class Shift {
  /** What is to be told when the server is reached. */
  unsaid = $state.raw<Unsaid | null>(null);
  /** The PIN of whoever came without network, for as long as this page is open. */
  private pin: string | null = null;
  private settling: Promise<Settled> | null = null;

  constructor(
    private readonly store: PinStore,
    private readonly server: ShiftServer,
    private readonly pins: Pins,
  ) {}

  async open(): Promise<void> {
    this.unsaid = (await this.store.thing<Unsaid>(UNSAID)) ?? null;
  }

  /** By his PIN; without network by what this device knows of it. */
  async begin(tile: CashierTile, pin: string): Promise<{ answer: Answer<Cashier>; offline: Offline | null }> {
    const answer = await this.server.begin(tile.user, pin);
    if (answer.kind === 'ok') {
      await this.pins.learn(answer.value, pin);
      await this.owe(null);
      return { answer, offline: null };
    }

    if (answer.kind === 'refused') {
      if (isOver(answer.problem.code)) await this.pins.forget(tile.user);
      return { answer, offline: null };
    }

    const offline = await this.pins.check(tile.user, pin);
    if (offline.kind === 'right') {
      this.pin = pin;
      await this.owe({ user: tile.user });
    }

    return { answer, offline };
  }

  /** Whoever stands here leaves. */
  async end(): Promise<void> {
    this.pin = null;
    await this.owe('left');
    const answer = await this.server.end();
    if (answer.kind === 'ok') await this.owe(null);
  }

  /**
   * The server is there again: it is told who stands here. Says whether he may stay; where his PIN is another one by
   * now, or this page does not know it any more, he has to type it.
   */
  settle(): Promise<Settled> {
    return (this.settling ??= this.tell().finally(() => (this.settling = null)));
  }

  private async tell(): Promise<Settled> {
    const { unsaid, pin } = this;
    if (unsaid === null) return 'settled';
    if (unsaid !== 'left' && pin !== null) {
      const answer = await this.server.begin(unsaid.user, pin);
      if (answer.kind === 'lost' || answer.kind === 'aborted') return 'lost';
      if (answer.kind === 'ok') {
        await this.pins.learn(answer.value, pin);
        await this.owe(null);
        return 'settled';
      }

      if (isOver(answer.problem.code)) await this.pins.forget(unsaid.user);
    }

    const answer = await this.server.end();
    if (answer.kind !== 'ok') return 'lost';
    await this.owe(null);
    return unsaid === 'left' ? 'settled' : 'gone';
  }

  private async owe(unsaid: Unsaid | null): Promise<void> {
    if (unsaid === null) this.pin = null;
    this.unsaid = unsaid;
    await this.store.setThing(UNSAID, unsaid);
  }
}

/** What this device knew of the PIN holds no longer. */
function isOver(code: string): boolean {
  return code === 'pin.wrong' || code === 'pin.locked' || code === 'till.role' || code === 'till.other-branch';
}
