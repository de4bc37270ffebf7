import type { WordArgument } from './contract';
import { newKey, type Desk, type Row, type Values } from './values';
import { counting, isBound, leads } from './vocabulary';

/** What new arguments begin with. */
export function startArgs(args: WordArgument[], desk: Desk): Values {
  const values: Values = {};
  for (const arg of args.filter(leads)) startArg(arg, values, desk);
  for (const arg of counting(args, values)) if (!leads(arg)) startArg(arg, values, desk);
  return values;
}

/** One more item of a list. */
export function newRow(arg: WordArgument, desk: Desk): Row {
  return { key: newKey(), values: startArgs(arg.each ?? [], desk) };
}

/** Another word of a choice: what hangs on it begins anew. */
export function choose(
  arg: WordArgument,
  word: string,
  into: { args: WordArgument[]; values: Values },
  desk: Desk,
): void {
  const { args, values } = into;
  values[arg.name] = word;
  const hanging = args.filter(other => other.only?.arg === arg.name);
  for (const { name } of hanging) {
    for (const key of Object.keys(values)) if (key === name || key.startsWith(name + '/')) delete values[key];
  }

  for (const other of counting(hanging, values)) startArg(other, values, desk);
}

/** What is meant where the choice is left out; nothing where it may not be. */
export function usual(arg: WordArgument): string {
  return arg.optional ? (arg.choices?.[0]?.code ?? '') : '';
}

function startArg(arg: WordArgument, values: Values, desk: Desk): void {
  const { name, start = '' } = arg;
  if (arg.as === 'unit') values[name] = desk.units[0]?.code ?? '';
  else if (arg.as === 'choice') values[name] = start || usual(arg);
  else if (arg.as === 'items') values[name] = Array.from({ length: arg.min ?? 1 }, () => newRow(arg, desk));
  else if (isBound(arg)) {
    values[name] = 'atLeast';
    values[`${name}/value`] = desk.page.words.script(start);
  } else if (start) values[name] = arg.as === 'code' ? start : desk.page.words.script(start);
}
