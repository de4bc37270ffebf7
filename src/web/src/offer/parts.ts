import { read, type As } from '../forms/read';
import type { Page } from '../page';
import type { Json, Unit } from './contract';
import { argsOf, type Arg, type Word } from './words';

/** What was typed or ticked, by the argument's name; a bound and a window take two. */
export type Values = Record<string, string | string[]>;

/** A condition or an effect of the form. */
export interface Part {
  key: number;
  word: string;
  values: Values;
}

/** What reading and writing a part needs to know. */
export interface Desk {
  page: Page;
  units: Unit[];
}

export type Faults = Map<string, string>;

let keys = 0;
export const newKey = (): number => ++keys;

export const text = (values: Values, name: string): string => String(values[name] ?? '');
export const list = (values: Values, name: string): string[] => {
  const value = values[name];
  return Array.isArray(value) ? value : [];
};

/** A new part with what its word begins with. */
export function begin(word: Word, desk: Desk): Part {
  const values: Values = {};
  for (const arg of word.args) {
    if (arg.as === 'unit') values[arg.name] = desk.units[0]?.code ?? '';
    else if (arg.as === 'bound') values['bound'] = 'atLeast';
    else if (arg.start !== undefined) values[arg.name] = desk.page.words.script(arg.start);
  }

  if (values['on'] !== undefined) values['on'] = 'basket';
  return { key: newKey(), word: word.word, values };
}

/** Whether an amount of this part is written as money. */
export function isMoney(values: Values, desk: Desk): boolean {
  return desk.units.find(u => u.code === text(values, 'unit'))?.money === true;
}

export function kindOf(arg: Arg, values: Values, desk: Desk): As {
  if (arg.as === 'amount') return isMoney(values, desk) ? 'money' : 'whole';
  if (arg.as === 'bound') return arg.of ?? 'whole';
  return arg.as === 'percent' || arg.as === 'money' || arg.as === 'decimal' || arg.as === 'whole' ? arg.as : 'text';
}

/** Reads a part of a document; null when it is of a word that the form does not have. */
export function open(json: Json, vocabulary: Word[], desk: Desk): Part | null {
  const [[name, said] = ['', undefined], ...more] = Object.entries(json);
  const word = vocabulary.find(w => w.word === name);
  if (!word || more.length > 0) return null;
  const part: Part = { key: newKey(), word: word.word, values: {} };
  if (word.bare) return said === true ? part : null;
  const given = said as Json;
  if (given['unit'] !== undefined) part.values['unit'] = String(given['unit']);
  for (const arg of word.args) openArg(arg, given, part.values, desk);
  return part;
}

function openArg(arg: Arg, given: Json, values: Values, desk: Desk): void {
  const value = given[arg.name];
  if (arg.as === 'bound') {
    values['bound'] = given['moreThan'] === undefined ? 'atLeast' : 'moreThan';
    values['boundValue'] = shown(given['moreThan'] ?? given['atLeast'], kindOf(arg, values, desk), desk);
  } else if (arg.as === 'window') {
    const days = (value as { days?: number } | undefined)?.days;
    values['within'] = days === undefined ? String(value ?? '') : 'days';
    values['withinDays'] = days === undefined ? '' : desk.page.words.number(days);
  } else if (arg.as === 'codes' || arg.as === 'tags') {
    if (Array.isArray(value)) values[arg.name] = value.map(String);
  } else if (arg.as === 'confirm') {
    values['confirm'] = value === true ? 'true' : '';
  } else if (value !== undefined && value !== null) {
    values[arg.name] = shown(value, kindOf(arg, values, desk), desk);
  }
}

/** A number as it is typed. */
export function shown(value: unknown, as: As, { page }: Desk): string {
  if (value === undefined || value === null) return '';
  if (as === 'money') return page.words.moneyDigits(Number(value));
  return typeof value === 'number' ? page.words.number(value) : String(value);
}

/** Writes a part as it stands in a document; what cannot be read is told at its pointer. */
export function close(part: Part, vocabulary: Word[], at: string, desk: Desk, faults: Faults): Json {
  const word = vocabulary.find(w => w.word === part.word)!;
  if (word.bare) return { [word.word]: true };
  const json: Json = {};
  const base = `${at}/${word.word}`;
  const number = (typed: string, as: As, name: string): void => {
    const value = typedNumber(typed, as, `${base}/${name}`, desk, faults);
    if (value !== undefined) json[name] = value;
  };
  for (const arg of argsOf(word, withPercent(part.values))) {
    const typed = text(part.values, arg.name).trim();
    if (arg.as === 'bound')
      number(text(part.values, 'boundValue').trim(), arg.of ?? 'whole', text(part.values, 'bound'));
    else if (arg.as === 'window') closeWindow(part.values, base, json, desk, faults);
    else if (arg.as === 'codes' || arg.as === 'tags') {
      if (list(part.values, arg.name).length > 0) json[arg.name] = [...list(part.values, arg.name)];
    } else if (arg.as === 'confirm') {
      if (typed === 'true') json['confirm'] = true;
    } else if (arg.as === 'unit' || arg.as === 'text') {
      if (typed !== '') json[arg.name] = typed;
    } else number(typed, kindOf(arg, part.values, desk), arg.name);
  }

  return { [word.word]: json };
}

/** The typed percentage as a number, by which the form knows that it must be confirmed. */
export function withPercent(values: Values): Values {
  const typed = read('percent', text(values, 'percent').trim() || '0', PLAIN);
  return { ...values, percentNumber: 'value' in typed ? String(typed.value) : '0' };
}

// Reading a percentage says its sentence in the reader's language; here only the number counts.
const PLAIN = { words: { say: (fa: string) => fa, script: (t: string) => t } } as unknown as Page;

function closeWindow(values: Values, base: string, json: Json, desk: Desk, faults: Faults): void {
  const within = text(values, 'within');
  if (within === 'days') {
    const days = typedNumber(text(values, 'withinDays').trim(), 'whole', `${base}/within/days`, desk, faults);
    json['within'] = days === undefined ? {} : { days };
  } else if (within !== '') json['within'] = within;
}

/** A typed number; undefined when nothing or nothing readable is there. */
export function typedNumber(typed: string, as: As, pointer: string, { page }: Desk, faults: Faults): unknown {
  if (typed === '') return undefined;
  const reading = read(as, typed, page);
  if ('wrong' in reading) {
    faults.set(pointer, reading.wrong);
    return undefined;
  }

  return reading.value;
}
