import type { WordArgument } from './contract';
import { text, type Values } from './values';
import { isBound, shownArgs } from './vocabulary';

/** The arguments of a word, or of one item of a list, and where they stand in the document. */
export interface Stand {
  args: WordArgument[];
  values: Values;
  at: string;
}

export function isBelow(pointer: string, at: string): boolean {
  return pointer === at || pointer.startsWith(at + '/');
}

/** Whether what is said of this pointer belongs to the field of the argument. */
export function isOf(arg: WordArgument, { args, values, at }: Stand, pointer: string): boolean {
  // That neither of the two ends stands there is said of the word itself.
  if (isBound(arg)) return pointer === at || ['atLeast', 'moreThan'].some(end => isBelow(pointer, `${at}/${end}`));
  // What only counts once something is chosen is missed where it is chosen.
  const shown = shownArgs(args, values).map(({ name }) => name);
  const hidden = args.filter(({ name, only }) => only?.arg === arg.name && !shown.includes(name));
  return [arg, ...hidden].some(({ name }) => isBelow(pointer, `${at}/${name}`));
}

/** Whether it is said of the word and belongs to none of the fields that it shows. */
export function isOfWord(stand: Stand, pointer: string): boolean {
  return isBelow(pointer, stand.at) && !shownArgs(stand.args, stand.values).some(arg => isOf(arg, stand, pointer));
}

/** Where the number of a bound is written. */
export function endAt(arg: WordArgument, { values, at }: Stand): string {
  return `${at}/${text(values, arg.name)}`;
}
