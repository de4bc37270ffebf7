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
  groups: Choice[];
  branches: Choice[];
  productGroups: Choice[];
  offers: Choice[];
  offerGroups: string[];
}

export interface Choice {
  code: string;
  title: string;
}

export interface Unit extends Choice {
  /** Whether its amounts are written as money. */
  money: boolean;
}

export type Json = Record<string, unknown>;

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
