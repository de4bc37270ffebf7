import { fromIso, iso, readDay, shortDay } from '../dates/calendar';
import { latin } from '../digits';
import { numberIn } from '../forms/read';
import type { Page } from '../page';
import type { Words } from '../words';

/** A value of a field of the club. */
export type FieldValue = string | number | boolean;

/** More digits than these a number of JavaScript does not keep. */
const EXACT = 15;

const YES = ['بله', 'yes', 'true'];
const NO = ['نه', 'خیر', 'no', 'false'];

/** A number in the reader's script, with all of its decimals. */
export function numberShown(value: number, words: Words, useGrouping = true): string {
  return words.script(new Intl.NumberFormat('en-US', { maximumFractionDigits: 12, useGrouping }).format(value));
}

/** Parts between commas or lines, each once. What stands in quotes is no separator: `"a,b", c` are two. */
export function split(typed: string): string[] {
  const parts = typed.match(/(?:"(?:[^"]|"")*"|[^,،\n])+/g) ?? [];
  return [...new Set(parts.map(part => part.trim()))].filter(part => part !== '');
}

/** A part without the quotes around it. */
export function unquoted(part: string): string {
  const inner = /^"((?:[^"]|"")*)"$/.exec(part)?.[1];
  return inner === undefined ? part : inner.replaceAll('""', '"');
}

/** A code as a part of a list: in quotes where it would else be read as something other. */
export function codeShown(code: string): string {
  const parts = split(code);
  return parts.length === 1 && unquoted(parts[0]!) === code ? code : quoted(code);
}

/** What was typed for a field's value: yes and no, a number, else text; in quotes it is text. */
export function readValue(part: string): FieldValue {
  if (/^".*"$/s.test(part)) return unquoted(part);
  const word = part.toLowerCase();
  if (YES.includes(word)) return true;
  if (NO.includes(word)) return false;
  return plainNumber(part) ?? part;
}

/** The same backwards, so that it reads back as what it is: the text "12" of a document is no number. */
export function valueShown(value: unknown, words: Words): string {
  if (typeof value === 'boolean') return value ? words.say('بله', 'yes') : words.say('نه', 'no');
  if (typeof value === 'number') return numberShown(value, words, false);
  const said = String(value);
  const parts = split(said);
  return parts.length === 1 && readValue(parts[0]!) === said ? said : quoted(said);
}

/** An end of a range: a number, or a day in either calendar, which is sent as ISO; else as it was typed. */
export function readEnd(typed: string): number | string {
  const number = numberIn(typed);
  if (number) return Number(`${number.sign}${number.whole}.${number.fraction || '0'}`);
  const day = readDay(typed);
  return day === null ? latin(typed).trim() : iso(day);
}

/** The same backwards, a day in the club's calendar. */
export function endShown(value: unknown, { words, calendar }: Page): string {
  if (typeof value === 'number') return numberShown(value, words);
  const day = fromIso(String(value));
  return day === null ? String(value) : words.script(shortDay(calendar, day));
}

const quoted = (said: string): string => `"${said.replaceAll('"', '""')}"`;

/** A code such as 0912 or a text such as «۱/۲» is no number, though it may be read as one. */
function plainNumber(part: string): number | null {
  const number = /[\s_/+]/.test(part) ? null : numberIn(part);
  if (!number || String(Number(number.whole)) !== number.whole) return null;
  if (number.whole.length + number.fraction.length > EXACT) return null;
  return Number(`${number.sign}${number.whole}.${number.fraction || '0'}`);
}
