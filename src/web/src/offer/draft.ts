import { latin } from '../digits';
import type { Json, OfferDocument, Seed } from './contract';
import { nextDay, startOf } from './instants';
import { shown, typedNumber } from './numbers';
import { close, open, withUsual, type Part } from './parts';
import { closeSpan, openSpan, type SpanDraft } from './spans';
import { newKey, type Desk, type Faults } from './values';
import { plain } from './vocabulary';

/** All that the form shows of an offer, as it is typed. */
export interface Draft {
  titleFa: string;
  titleEn: string;
  state: string;
  gives: Part[];
  conditions: Part[];
  fromDay: string;
  toDay: string;
  weekdays: string[];
  hours: { key: number; from: string; to: string }[];
  budget: string;
  uses: string;
  perPeriod: SpanDraft;
  perBranch: SpanDraft;
  perUses: string;
  perEvery: string;
  maxValue: string;
  group: string;
  combine: boolean;
  notWith: string[];
  priority: string;
  holdout: string;
}

export interface Built {
  document: OfferDocument;
  faults: Faults;
}

/**
 * Opens a document for the form. `whole` says that the form shows all of it: written back at once it would be the same
 * document. Of any other it only changes title, schedule, limits and state.
 */
export function openDraft(seed: Seed, desk: Desk): { draft: Draft; whole: boolean } {
  const document = seed.document ?? {};
  const { gives, conditions, said } = openParts(document, seed, desk);
  const { schedule, limits } = document;
  const draft: Draft = {
    titleFa: document.title?.fa ?? '',
    titleEn: document.title?.en ?? '',
    state: document.state ?? 'draft',
    gives,
    conditions,
    fromDay: seed.fromDay ?? '',
    toDay: seed.toDay ?? '',
    weekdays: [...(schedule?.weekdays ?? [])],
    hours: (schedule?.hours ?? []).map(range => {
      const [from = '', to = ''] = range.split('-');
      return { key: newKey(), from: desk.page.words.script(from), to: desk.page.words.script(to) };
    }),
    budget: shown(limits?.budget, 'money', desk),
    uses: shown(limits?.uses, 'whole', desk),
    perPeriod: openSpan(limits?.perPeriod, 'day', desk),
    perBranch: openSpan(limits?.perBranch, 'ever', desk),
    perUses: shown(limits?.perMember?.uses, 'whole', desk),
    perEvery: limits?.perMember?.every ?? 'ever',
    maxValue: shown(limits?.maxValue, 'money', desk),
    group: document.group ?? 'main',
    combine: document.combine ?? false,
    notWith: [...(document.notWith ?? [])],
    priority: shown(document.priority || undefined, 'whole', desk),
    holdout: shown(document.holdout || undefined, 'percent', desk),
  };
  const whole = said !== null && (seed.document === null || same(build(draft, seed, desk, true).document, said));
  return { draft, whole };
}

interface Opened {
  gives: Part[];
  conditions: Part[];
  /** The document with the choices that its words leave out; null when it has words that the form does not show. */
  said: OfferDocument | null;
}

function openParts(document: OfferDocument, seed: Seed, desk: Desk): Opened {
  const [effects, vocabulary] = [plain(seed.effects), plain(seed.conditions)];
  const trees = conditionsOf(document);
  const gives = (document.give ?? []).map(json => open(json, effects, desk));
  const conditions = trees.map(json => open(json, vocabulary, desk));
  if ([...gives, ...conditions].includes(null)) return { gives: [], conditions: [], said: null };
  const said = { ...document, give: (document.give ?? []).map(json => withUsual(json, effects)) };
  const usual = trees.map(json => withUsual(json, vocabulary));
  if (document.when) said.when = document.when['all'] ? { all: usual } : usual[0]!;
  return { gives: gives as Part[], conditions: conditions as Part[], said };
}

/** The conditions that must all hold. */
function conditionsOf({ when }: OfferDocument): Json[] {
  return when ? ((when['all'] as Json[] | undefined) ?? [when]) : [];
}

/** The document that the form says; what it does not show stays as it was. */
export function build(draft: Draft, seed: Seed, desk: Desk, whole: boolean): Built {
  const faults: Faults = new Map();
  const number = (typed: string, as: 'money' | 'whole' | 'percent', at: string) =>
    (typedNumber(typed.trim(), as, { at, desk, faults }) as number | undefined) ?? null;
  const perUses = number(draft.perUses, 'whole', '/limits/perMember/uses');
  const title: { fa?: string; en?: string } = {};
  if (draft.titleFa.trim() !== '') title.fa = draft.titleFa.trim();
  if (draft.titleEn.trim() !== '') title.en = draft.titleEn.trim();
  const document: OfferDocument = {
    ...(seed.document ?? {}),
    title,
    state: draft.state,
    schedule: schedule(draft, seed, faults, desk),
    limits: {
      budget: number(draft.budget, 'money', '/limits/budget'),
      uses: number(draft.uses, 'whole', '/limits/uses'),
      perMember: perUses === null ? null : { uses: perUses, every: draft.perEvery },
      perPeriod: closeSpan(draft.perPeriod, '/limits/perPeriod', number),
      perBranch: closeSpan(draft.perBranch, '/limits/perBranch', number),
      maxValue: number(draft.maxValue, 'money', '/limits/maxValue'),
    },
  };
  if (whole) {
    const effects = plain(seed.effects);
    document.give = draft.gives.map((part, i) => close(part, effects, { at: `/give/${i}`, desk, faults }));
    document.when = when(draft, seed, desk, faults);
    document.group = draft.group.trim() || 'main';
    document.combine = draft.combine;
    document.notWith = [...draft.notWith];
    document.priority = number(draft.priority, 'whole', '/priority') ?? 0;
    document.holdout = number(draft.holdout, 'percent', '/holdout') ?? 0;
  }

  return { document, faults };
}

/** Where the condition of that place in the form stands in the document. */
export function conditionAt(draft: Draft, index: number): string {
  return draft.conditions.length === 1 ? '/when' : `/when/all/${index}`;
}

function when(draft: Draft, seed: Seed, desk: Desk, faults: Faults): Json | null {
  const vocabulary = plain(seed.conditions);
  const parts = draft.conditions.map((part, i) => close(part, vocabulary, { at: conditionAt(draft, i), desk, faults }));
  return parts.length > 1 ? { all: parts } : (parts[0] ?? null);
}

/** A day that was not touched keeps its moment, which may lie within a day. */
function schedule(draft: Draft, seed: Seed, faults: Faults, { page }: Desk): NonNullable<OfferDocument['schedule']> {
  const before = seed.document?.schedule;
  const instant = (day: string, was: string | null, kept: string | null | undefined, at: string, isEnd: boolean) => {
    if (day === '') return null;
    if (day === was && kept) return kept;
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) {
      faults.set(at, page.words.say('این تاریخ خوانده نشد.', 'This is no date.'));
      return null;
    }

    return startOf(isEnd ? nextDay(day) : day, seed.dayStartsAt, seed.zone);
  };
  return {
    from: instant(draft.fromDay, seed.fromDay, before?.from, '/schedule/from', false),
    to: instant(draft.toDay, seed.toDay, before?.to, '/schedule/to', true),
    weekdays: draft.weekdays.length > 0 ? [...draft.weekdays] : null,
    hours: draft.hours.length > 0 ? draft.hours.map(({ from, to }) => `${clock(from)}-${clock(to)}`) : null,
  };
}

/** A time of day as the API takes it: «۹» and 9:00 are 09:00; what is none goes as it was typed. */
function clock(typed: string): string {
  const parts = /^(\d{1,2})(?::(\d{2}))?$/.exec(latin(typed).trim());
  return parts ? `${parts[1]!.padStart(2, '0')}:${parts[2] ?? '00'}` : typed.trim();
}

/** Whether two documents say the same; null is as good as left out. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b || (a ?? null) === (b ?? null)) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => same(item, b[i]));
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) return false;
  const [left, right] = [a as Json, b as Json];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every(key => same(left[key], right[key]));
}

/** What stands at a pointer of a document. */
export function valueAt(document: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((at, key) => (at && typeof at === 'object' ? (at as Json)[key] : undefined), document);
}
