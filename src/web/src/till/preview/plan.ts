/**
 * The programme as the server tells it to a till that goes on without network: offers in tie order, with every question
 * that does not hang on the basket answered. Money in the smallest unit, quantities in thousandths, percentages in
 * hundredths of a percent.
 */
export interface Plan {
  version: number;
  /** When it was told, and until when it is known which offers are on. Milliseconds. */
  at: number;
  until: number;
  maxDiscount: number;
  maxBasketDiscount: number;
  units: PlanUnit[];
  rules: PlanRule[];
  /** What each tier makes of what rules bring: times in hundredths. */
  tiers: Record<string, { unit: number; times: number }[]>;
  offers: PlanOffer[];
  /** Goods of which it counts how much of them a member bought before. */
  bought: Goods[];
  /** Prices and titles of what offers give for free. */
  prices: Record<string, number>;
  titles: Record<string, string>;
  /** Titles of offers and rules that only Vafa itself can check. */
  unchecked: string[];
}

export interface PlanUnit {
  code: string;
  /** What one counts, in ten-thousandths of the smallest money unit. */
  worth: number;
  maySpend: boolean;
  /** The most that rules bring in one sale; null: without end. */
  most: number | null;
}

export interface PlanRule {
  unit: number;
  when: Condition | null;
  perAmount: number | null;
  earn: number;
  /** Only full steps of the amount earn. */
  step: boolean;
  perVisit: number;
  share: number | null;
}

export interface PlanOffer {
  code: string;
  title: string;
  /** Its number in the programme. */
  index: number;
  /** From when to when it is on; null: all the time. */
  open: [number, number][] | null;
  when: Condition | null;
  /** Its condition in words. */
  needs: string | null;
  give: Effect[];
  /** Places of the offers that it does not go with. */
  conflicts: number[];
  membersOnly: boolean;
  maxValue: number | null;
  /** How often a member may have it in its period. */
  perMember: number | null;
  /** What is left of its uses and of its budget. */
  uses: number | null;
  budget: number | null;
}

export interface Goods {
  on: 'basket' | 'group' | 'product' | 'brand';
  in: string[];
}

export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  /** Settled by the moment and the place. */
  | { is: boolean }
  /** A question about the member, by its number. */
  | { asked: number }
  | { total: number; over: boolean }
  | { pieces: number }
  | { paid: string[] }
  /** Never bought before, and in the basket. */
  | { first: number; goods: Goods }
  | { nth: number; goods: Goods; every: number }
  | { goods: Goods; quantity: number | null; amount: number | null };

interface Told {
  word: string;
  sentence: string;
}

export type Off = Told &
  (
    | { off: 'percent'; percent: number; goods: Goods; lineOf: number | null; max: number | null }
    | { off: 'amount'; amount: number; goods: Goods; each: 'sale' | 'line' | 'piece' }
    | { off: 'price'; price: number; goods: Goods; quantity: number | null }
    | { off: 'item'; cheapest: boolean; percent: number; pieces: number; goods: Goods }
    | { off: 'step'; every: number; percent: number; goods: Goods; times: number | null }
    | { off: 'stamps'; every: number; percent: number; goods: Goods; bought: number }
    | { off: 'free'; product: string; quantity: number }
    | { off: 'nothing' }
  );

export type Earn = Told & { unit: number } & (
    | { earn: 'amount'; amount: number }
    | { earn: 'back'; percent: number; max: number | null }
    | { earn: 'times'; times: number; rule?: number }
  );

export type Vow = Told & { promise: number; reward: boolean; membersOnly: boolean };

export type Effect = Off | Earn | Vow;

/** What is known of a member: the answers to the plan's questions. */
export interface Standing {
  answers: string;
  /** Thousandths of each goods of the plan that he bought before. */
  bought: number[];
  /** Places of offers that are held back from him. */
  heldOut: number[];
  isHeldOut: boolean;
  used: { offer: number; times: number }[];
  rooms: { unit: number; room: number }[];
  tiers: string[];
}
