import { startArgs, usual } from './arguments';
import { closeArgs } from './closing';
import type { Json, OfferWord } from './contract';
import { openArgs } from './opening';
import { below, newKey, type Desk, type Place, type Values } from './values';
import { counting } from './vocabulary';

/** A condition or an effect of the form. */
export interface Part {
  key: number;
  word: string;
  values: Values;
}

/** A new part with what its word begins with. */
export function begin(word: OfferWord, desk: Desk): Part {
  return { key: newKey(), word: word.word, values: startArgs(word.args, desk) };
}

/** Reads a part of a document; null when it is of a word that the form does not have. */
export function open(json: Json, vocabulary: OfferWord[], desk: Desk): Part | null {
  const [[name, said] = ['', undefined], ...more] = Object.entries(json);
  const word = vocabulary.find(w => w.word === name);
  if (!word || more.length > 0) return null;
  if (word.shape === 'onlyTrue') return said === true ? { key: newKey(), word: name, values: {} } : null;
  if (typeof said !== 'object' || said === null) return null;
  return { key: newKey(), word: name, values: openArgs(word.args, said as Json, desk) };
}

/** Writes a part as it stands in a document; what cannot be read is told at its place. */
export function close(part: Part, vocabulary: OfferWord[], place: Place): Json {
  const word = vocabulary.find(w => w.word === part.word)!;
  if (word.shape === 'onlyTrue') return { [word.word]: true };
  return { [word.word]: closeArgs(word.args, part.values, below(place, word.word)) };
}

/** What stands behind a word while nobody has touched its part. */
export function untouched(name: string, vocabulary: OfferWord[], desk: Desk): unknown {
  const word = vocabulary.find(w => w.word === name);
  return word && close(begin(word, desk), vocabulary, { at: '', desk, faults: new Map() })[name];
}

/** A part of a document with the choices that it leaves out: one of before a word had them means the usual ones. */
export function withUsual(json: Json, vocabulary: OfferWord[]): Json {
  const [[name, said] = ['', undefined]] = Object.entries(json);
  const word = vocabulary.find(w => w.word === name);
  if (!word || typeof said !== 'object' || said === null) return json;
  const usually = word.args.filter(arg => arg.as === 'choice' && usual(arg) !== '').map(arg => [arg.name, usual(arg)]);
  const whole = { ...(Object.fromEntries(usually) as Json), ...said } as Json;
  const counts = counting(word.args, whole as Values);
  return { [name]: { ...Object.fromEntries(counts.map(arg => [arg.name, whole[arg.name]])), ...said } };
}
