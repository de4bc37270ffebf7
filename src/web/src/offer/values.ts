import type { Page } from '../page';
import type { Unit } from './contract';

/**
 * What was typed or ticked, by the argument's name. An argument of several controls has a key for each, as `within` and
 * `within/days`; a list of items has rows.
 */
export interface Values {
  [name: string]: string | string[] | Row[];
}

/** One item of a list. */
export interface Row {
  key: number;
  values: Values;
}

/** What reading and writing needs to know. */
export interface Desk {
  page: Page;
  units: Unit[];
}

/** Sentences by the pointer of the document. */
export type Faults = Map<string, string>;

/** Where something is written: its pointer in the document, and where it is told that it cannot be read. */
export interface Place {
  at: string;
  desk: Desk;
  faults: Faults;
}

export const below = (place: Place, name: string | number): Place => ({ ...place, at: `${place.at}/${name}` });

let keys = 0;
export const newKey = (): number => ++keys;

export function text(values: Values, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value : '';
}

export function list(values: Values, name: string): string[] {
  const value = values[name];
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
}

/** The rows themselves, so that typing in one of them is seen. */
export function rows(values: Values, name: string): Row[] {
  const value = values[name];
  return Array.isArray(value) && typeof value[0] !== 'string' ? (value as Row[]) : [];
}
