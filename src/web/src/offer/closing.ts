import type { Json, WordArgument } from './contract';
import { kindOf, typedDecimal, typedNumber } from './numbers';
import { below, list, rows, text, type Place, type Values } from './values';
import { isBound, shownArgs } from './vocabulary';
import { readEnd, readValue } from './written';

/** More places no decimal of a document has. */
const PLACES = 3;

/** The arguments as they stand in a document; what cannot be read is told at its place. */
export function closeArgs(args: WordArgument[], values: Values, place: Place): Json {
  const json: Json = {};
  for (const arg of shownArgs(args, values)) {
    const name = isBound(arg) ? text(values, arg.name) : arg.name;
    const value = closeArg(arg, args, values, below(place, name));
    if (value !== undefined) json[name] = value;
  }

  return json;
}

/** What the argument says; undefined when it says nothing. */
function closeArg(arg: WordArgument, args: WordArgument[], values: Values, place: Place): unknown {
  const typed = text(values, isBound(arg) ? `${arg.name}/value` : arg.name).trim();
  switch (arg.as) {
    case 'unit':
    case 'choice':
    case 'code':
      return typed || undefined;
    case 'confirm':
      return typed === 'true' || undefined;
    case 'codes':
      return filled(list(values, arg.name));
    case 'values': {
      const said = filled(list(values, arg.name).map(readValue));
      return said?.length === 1 && text(values, `${arg.name}/list`) === '' ? said[0] : said;
    }
    case 'end':
      return typed === '' ? undefined : readEnd(typed);
    case 'date':
      return typedNumber(typed, 'date', place);
    case 'text':
      return closeText(values, arg.name);
    case 'window':
      return closeWindow(typed, text(values, `${arg.name}/days`).trim(), place);
    case 'items':
      return rows(values, arg.name).map((row, i) => closeArgs(arg.each ?? [], row.values, below(place, i)));
    case 'decimal':
      return typedDecimal(typed, arg.decimals ?? PLACES, place);
    default:
      return typedNumber(typed, kindOf(arg, args, values, place.desk), place);
  }
}

function closeText(values: Values, name: string): Json | undefined {
  const said = ['fa', 'en'].map(language => [language, text(values, `${name}/${language}`).trim()]);
  const json = Object.fromEntries(said.filter(([, typed]) => typed !== '')) as Json;
  return Object.keys(json).length > 0 ? json : undefined;
}

function closeWindow(within: string, typedDays: string, place: Place): unknown {
  if (within !== 'days') return within || undefined;
  const days = typedNumber(typedDays, 'whole', below(place, 'days'));
  // Without its number it is sent all the same, so that the server asks for it.
  return days === undefined ? {} : { days };
}

const filled = <T>(items: T[]): T[] | undefined => (items.length > 0 ? items : undefined);
