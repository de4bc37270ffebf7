import type { Answer } from '../api';

/** What a cashier needs a manager for. */
export type WordKind = 'refund' | 'points' | 'discount';

/** A manager's word, which is good for one thing. */
export interface WordAsked {
  kind: WordKind;
  /** The sale, or the member. */
  subject: string;
  user: string;
  pin: string;
  /** Of a discount: the most that may be taken off. */
  amount?: number;
}

/** Who may let a cashier do what he may not do by himself, and how they are asked for it. */
export interface Approvers {
  readonly people: readonly { user: string; name?: string | null }[];
  /** Nobody can be asked while Vafa is not reached. */
  readonly online: boolean;
  ask(word: WordAsked): Promise<Answer<{ approval: string }>>;
}
