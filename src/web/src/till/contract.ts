import type { Club } from '../sale/contract';

/** Who stands at the till. */
export interface Cashier {
  user: string;
  name?: string | null;
  role: string;
  /** His PIN lets a cashier do what needs a manager. */
  approves: boolean;
}

/** Somebody to be chosen before he types his PIN. */
export interface CashierTile {
  user: string;
  name?: string | null;
  hasPin: boolean;
  approves: boolean;
}

/** A QR code: how many squares a side has, and the dark ones as the path of an SVG. */
export interface QrCode {
  side: number;
  path: string;
}

/** What customers join by. */
export interface JoinCodes {
  receipt: QrCode;
  screen: QrCode;
  /** When the screen's one ends, by the server's clock. */
  screenUntil: string;
}

/** What a paired device is told of itself and the club. */
export interface TillView {
  device: string;
  code: string;
  number: number;
  title: string;
  now: string;
  clubName: string;
  colour: string;
  logo?: string | null;
  club: Club;
  cashiers: CashierTile[];
  cashier?: Cashier | null;
  /** Left out while nobody may join by himself. */
  join?: JoinCodes | null;
  /** Members may spend here without network what was set apart for that. */
  spendsOffline?: boolean;
}

export interface Heard {
  now: string;
  /** Seconds by which this device's clock is ahead. */
  clockAhead: number;
}

export interface ListedSale {
  id: string;
  at: string;
  cashier?: string | null;
  reference?: string | null;
  payable: number;
  refunded: number;
}
