import { numberIn, read, type As } from '../forms/read';
import type { WordArgument } from './contract';
import { text, type Desk, type Place, type Values } from './values';
import { numberShown } from './written';

/** How the number of an argument is typed: an amount is money where its unit is. */
export function kindOf(arg: WordArgument, args: WordArgument[], values: Values, desk: Desk): As {
  if (arg.as === 'amount') return isMoney(args, values, desk) ? 'money' : 'whole';
  if (arg.as === 'moneyBound') return 'money';
  return arg.as === 'percent' || arg.as === 'money' || arg.as === 'decimal' ? arg.as : 'whole';
}

/** A number as it is typed. */
export function shown(value: unknown, as: As, { page }: Desk): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'number') return String(value);
  return as === 'money' ? page.words.moneyDigits(value) : numberShown(value, page.words);
}

/** A typed number or day; undefined when nothing or nothing readable is there, which is told at its place. */
export function typedNumber(typed: string, as: As, { at, desk, faults }: Place): unknown {
  if (typed === '') return undefined;
  const reading = read(as, typed, desk.page);
  if ('wrong' in reading) {
    faults.set(at, reading.wrong);
    return undefined;
  }

  return reading.value;
}

/** A typed decimal of at most so many places. */
export function typedDecimal(typed: string, places: number, place: Place): unknown {
  const value = typedNumber(typed, 'decimal', place);
  if (value === undefined || (numberIn(typed)?.fraction.length ?? 0) <= places) return value;
  const { words } = place.desk.page;
  const most = words.number(places);
  place.faults.set(place.at, words.say(`حداکثر ${most} رقم اعشار می‌پذیرد.`, `This takes at most ${most} decimals.`));
  return undefined;
}

/** Whether amounts of these arguments are written as money. */
function isMoney(args: WordArgument[], values: Values, { units }: Desk): boolean {
  const named = args.find(arg => arg.as === 'unit');
  return named !== undefined && units.find(unit => unit.code === text(values, named.name))?.money === true;
}
