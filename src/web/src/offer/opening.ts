import { usual } from './arguments';
import type { Json, WordArgument } from './contract';
import { kindOf, shown } from './numbers';
import { newKey, type Desk, type Values } from './values';
import { counting, isBound, leads } from './vocabulary';
import { endShown, valueShown } from './written';

/** What is read: the arguments, what the document says of them, and how it is shown. */
interface Source {
  args: WordArgument[];
  given: Json;
  desk: Desk;
}

/** The arguments of a document as they are typed. */
export function openArgs(args: WordArgument[], given: Json, desk: Desk): Values {
  const values: Values = {};
  for (const arg of args.filter(leads)) values[arg.name] = String(given[arg.name] ?? usual(arg));
  for (const arg of counting(args, values)) if (!leads(arg)) openArg(arg, values, { args, given, desk });
  return values;
}

function openArg(arg: WordArgument, values: Values, { args, given, desk }: Source): void {
  const { name } = arg;
  const value = given[name] ?? undefined;
  const as = kindOf(arg, args, values, desk);
  if (isBound(arg)) {
    const more = given['moreThan'] ?? undefined;
    values[name] = more === undefined ? 'atLeast' : 'moreThan';
    values[`${name}/value`] = shown(more ?? given['atLeast'], as, desk);
    return;
  }

  if (value === undefined) return;
  switch (arg.as) {
    case 'window':
      openWindow(name, value, values, desk);
      break;
    case 'codes':
      if (Array.isArray(value)) values[name] = value.map(String);
      break;
    case 'values':
      values[name] = (Array.isArray(value) ? value : [value]).map(item => valueShown(item, desk.page.words));
      // A list of one stays a list.
      if (Array.isArray(value)) values[`${name}/list`] = 'true';
      break;
    case 'text':
      for (const language of ['fa', 'en']) values[`${name}/${language}`] = String((value as Json)[language] ?? '');
      break;
    case 'items':
      if (Array.isArray(value)) values[name] = (value as Json[]).map(item => openRow(arg, item, desk));
      break;
    case 'end':
      values[name] = endShown(value, desk.page);
      break;
    case 'code':
    case 'date':
    case 'confirm':
      values[name] = String(value);
      break;
    default:
      values[name] = shown(value, as, desk);
  }
}

function openWindow(name: string, value: unknown, values: Values, desk: Desk): void {
  const isDays = typeof value === 'object';
  values[name] = isDays ? 'days' : String(value);
  values[`${name}/days`] = isDays ? shown((value as Json)['days'], 'whole', desk) : '';
}

const openRow = (arg: WordArgument, item: Json, desk: Desk) => ({
  key: newKey(),
  values: openArgs(arg.each ?? [], item, desk),
});
