import { numberIn } from '../forms/read';
import type { OfferWord, WordArgument } from './contract';
import { text, type Values } from './values';

/** A label in Persian and English. */
export type Label = [fa: string, en: string];

/** What words are about, in the order in which they are offered. */
const KINDS: [about: OfferWord['about'], label: Label][] = [
  ['basket', ['این خرید', 'This sale']],
  ['past', ['خریدهای پیشین', 'Earlier purchases']],
  ['member', ['عضو', 'The member']],
  ['occasion', ['زمان و جا', 'When and where']],
  ['discount', ['تخفیف', 'Money off']],
  ['wallet', ['امتیاز و اعتبار', 'Points and credit']],
  ['reward', ['پاداش', 'Rewards']],
];

/** The words that the form can show. Conditions over conditions are a tree; the form only has the outer `all`. */
export function plain(vocabulary: OfferWord[]): OfferWord[] {
  return vocabulary.filter(({ shape }) => shape === 'arguments' || shape === 'onlyTrue');
}

/** The words by what they are about; what is about nothing known stands last, under no label. */
export function byKind(vocabulary: OfferWord[]): { label: Label | null; words: OfferWord[] }[] {
  const known = KINDS.map(([about, label]) => ({ label, words: vocabulary.filter(w => w.about === about) }));
  const other = vocabulary.filter(word => !KINDS.some(([about]) => about === word.about));
  return [...known, { label: null, words: other }].filter(({ words }) => words.length > 0);
}

/** The arguments that count with these values: `in` may stand thrice, for groups, for products and for brands. */
export function counting(args: WordArgument[], values: Values): WordArgument[] {
  return args.filter(({ only }) => !only || only.is.includes(text(values, only.arg)));
}

/** Those of them that the form shows: who gives no more than all of it back has nothing to confirm. */
export function shownArgs(args: WordArgument[], values: Values): WordArgument[] {
  return counting(args, values).filter(arg => arg.as !== 'confirm' || isOverAll(args, values));
}

/**
 * Whether others hang on it: by a choice an argument counts or does not, by the unit an amount is money or not. These
 * are read first, wherever they stand.
 */
export function leads(arg: WordArgument): boolean {
  return arg.as === 'choice' || arg.as === 'unit';
}

export function isBound(arg: WordArgument): boolean {
  return arg.as === 'bound' || arg.as === 'moneyBound';
}

function isOverAll(args: WordArgument[], values: Values): boolean {
  const share = args.find(arg => arg.as === 'percent');
  const number = share ? numberIn(text(values, share.name).replace(/[%٪]/g, '')) : null;
  return number !== null && number.sign === '' && Number(`${number.whole}.${number.fraction || '0'}`) > 100;
}
