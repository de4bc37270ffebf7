/** What the page gives the form of an offer to begin with (`ReadOfferForm`). */
export interface Seed {
  /** Of the offer that is changed; null for a new one. */
  code: string | null;
  document: OfferDocument | null;
  /** Business day of the start, and the last one, ISO. */
  fromDay: string | null;
  toDay: string | null;
  zone: string;
  dayStartsAt: string;
  units: Unit[];
  offers: Choice[];
  offerGroups: string[];
  /** The vocabulary, from which the form of each word is made. */
  effects: OfferWord[];
  conditions: OfferWord[];
  /** What may be ticked, by the kind of code that an argument names; codes of another kind are typed. */
  codes: Record<string, Choice[]>;
  /** The given members that the offer names. */
  members: Member[];
}

/** A member as the list of members answers. */
export interface Member {
  id: string;
  firstName?: string | null;
  lastName?: string | null;
  mobile?: string | null;
  card?: string;
}

/** One word of the vocabulary (`OfferWord`), told in the reader's language. */
export interface OfferWord {
  word: string;
  title: string;
  /** One sentence of what it does. */
  meaning: string;
  about: 'basket' | 'past' | 'member' | 'occasion' | 'logic' | 'discount' | 'wallet' | 'reward';
  /** What stands behind it in the document. */
  shape: 'arguments' | 'onlyTrue' | 'conditions' | 'condition';
  args: WordArgument[];
}

/** One argument of a word, and so one field of its form. */
export interface WordArgument {
  name: string;
  as: ArgumentKind;
  label: string;
  optional?: boolean;
  /** As the document writes it; of texts `max` is the longest, of items the two are how many. */
  min?: number;
  max?: number;
  /** Places of a decimal. */
  decimals?: number;
  /** What a new one begins with, in Latin digits. */
  start?: string;
  /** What its codes are codes of: a key of `Seed.codes`. */
  from?: string;
  /** Its closed list; `code` is the word in the document, the first being the usual one. */
  choices?: Choice[];
  /** It is only shown and sent while another argument has one of these words. */
  only?: { arg: string; is: string[] };
  /** The arguments of each item. */
  each?: WordArgument[];
}

export type ArgumentKind =
  | 'percent'
  | 'money'
  | 'whole'
  | 'decimal'
  | 'amount'
  | 'unit'
  | 'codes'
  | 'code'
  | 'text'
  | 'choice'
  | 'bound'
  | 'moneyBound'
  | 'window'
  | 'date'
  | 'confirm'
  | 'values'
  | 'end'
  | 'items';

export interface Choice {
  code: string;
  title: string;
}

export interface Unit extends Choice {
  /** Whether its amounts are written as money. */
  money: boolean;
}

export type Json = Record<string, unknown>;

/** Uses, budget or both, in each period. */
export interface Span {
  every?: string;
  uses?: number | null;
  budget?: number | null;
}

/** An offer as the API reads and writes it. */
export interface OfferDocument extends Json {
  title?: { fa?: string; en?: string };
  give?: Json[];
  when?: Json | null;
  schedule?: { from?: string | null; to?: string | null; weekdays?: string[] | null; hours?: string[] | null } | null;
  limits?: {
    budget?: number | null;
    uses?: number | null;
    perMember?: { uses: number; every?: string } | null;
    perPeriod?: Span | null;
    perBranch?: Span | null;
    maxValue?: number | null;
  } | null;
  group?: string | null;
  combine?: boolean;
  notWith?: string[];
  priority?: number;
  state?: string;
  holdout?: number;
}

/** What `POST /offers/preview` says of an offer that is being written. */
export interface OfferShown {
  /** Left out while something is wrong. */
  sentence?: string;
  gives: string[];
  when: string[];
  /** When it is on; left out of the answer when that is always. */
  schedule?: string;
  warnings: string[];
  faults: { pointer: string; message: string }[];
  /** Left out where it hangs on which goods are bought. */
  sale?: { discount: number; earned: string[]; not?: string };
}
