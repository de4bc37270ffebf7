import type { Calendar } from '../page';

/** The shapes of `/api/v1` that the till reads. */
export interface Wallet {
  unit: string;
  balance: number;
  pending: number;
  /** The soonest first. */
  expiring?: { amount: number; at: string }[];
}

export interface Member {
  id: string;
  /** Nobody could be asked who it is: the sale names his mobile, as typed. */
  unasked?: string;
  card: string;
  mobile?: string;
  firstName?: string;
  lastName?: string;
  tier?: string | null;
  /** What is held on each ladder. */
  tiers?: { ladder: string; tier: string | null }[];
  groups: string[];
  visits: number;
  spent: number;
  lastVisit?: string | null;
  wallets: Wallet[];
}

/** A member's way on one ladder, in words. */
export interface Way {
  standing: { ladder: string; tier: string | null; percent?: number };
  title: string | null;
  /** What is missing to the next tier; null at the top. */
  message: string | null;
  /** A fall that is near, and what keeps it off. */
  warning?: string;
}

/** Each full `per` of a unit turns into `gives` of another. */
export interface Turns {
  to: string;
  per: number;
  gives: number;
}

export interface Product {
  sku: string;
  title: { fa?: string; en?: string };
  group?: string;
  brand?: string;
  price?: number;
}

export interface Earned {
  unit: string;
  amount: number;
}

export interface Applied {
  offer: string;
  title: string;
  effect: string;
  sentence: string;
  value: number;
  /** The products the customer may choose from. */
  choices?: { product: string; title: string; chosen: boolean }[];
}

export interface NotApplied {
  offer: string;
  title: string;
  status: 'notChosen' | 'notEligible' | 'usedUp' | 'heldOut';
  code: string;
  message: string;
  missing?: number;
  measure?: 'money' | 'quantity' | 'visits' | 'days' | 'units' | 'tiers';
  distance?: string;
}

export interface Receipt {
  id?: string;
  /** Worked out at the till, without Vafa: offers and earnings are decided when the sale comes in. */
  offline?: boolean;
  /** Of a receipt worked out at the till: when the programme it goes by was told. */
  asOf?: number;
  /** Titles of offers that could not be checked without Vafa. */
  unchecked?: string[];
  programmeVersion?: number;
  reference?: string;
  at?: string;
  cashier?: string;
  payments?: { method: string; amount: number }[];
  refunds?: { at: string; refunded: number; lines?: { line: number; quantity: number }[] }[];
  member?: { id: string } | null;
  lines?: {
    line: number;
    name?: string;
    sku?: string;
    quantity: number;
    unitPrice: number;
    amount: number;
    discount: number;
  }[];
  total: number;
  discount: number;
  /** What of the discount was given by hand. */
  byHand?: { amount: number; reason: string; by?: string; allowedBy?: string; needsManager: boolean };
  spent: number;
  payable: number;
  earned: Earned[];
  /** What caps held back, each with its sentence. */
  capped?: { unit: string; amount: number; message: string }[];
  gifts: { product: string; title: string; quantity: number }[];
  /** What staff give that is no money. */
  rewards?: { offer: string; title: string; text: string }[];
  /** Told briefly: one line for the cashier, and which offers are within reach. */
  said?: { cashier: string; member: string[]; near: string[] };
  applied: Applied[];
  notApplied: NotApplied[];
  wallets?: Wallet[];
  /** How far the member is on each ladder with this sale. */
  tierProgress?: { ladder: string; tier: string | null; percent: number; message: string | null }[];
  /** A tier that this sale reaches; it counts from the next one. */
  reached?: { tier: string; title: string; message: string };
  maySpend?: { unit: string; amount: number }[];
}

/** A branch, at one of its tills where it has some. */
export interface Place {
  branch: string;
  till?: string;
  title: string;
}

/** What the page hands to the island. */
export interface Club {
  writing: { persian: boolean; currency: string; toman: boolean };
  calendar: Calendar;
  /** The club's time zone, and when a business day begins there: «04:00». */
  days: { zone: string; start: string };
  cashier?: string | null;
  /** Percent that cashiers may take off by hand. */
  cashierDiscount: number;
  /** Whoever sells needs nobody for more. */
  mayLet: boolean;
  /** Where this device may stand. */
  places: Place[];
  /**
   * Titles of the units; `money` when one of it counts as one of money, so that it is written as money; `into` where
   * it turns into another one.
   */
  units: { code: string; title: string; money: boolean; into?: Turns | null }[];
  groups: Record<string, string>;
  /** Titles of all tiers by their codes. */
  tiers: Record<string, string>;
  /** How many ladders there are. */
  ladders: number;
}

export interface Line {
  sku?: string;
  name?: string;
  quantity: number;
  unitPrice: number;
}
