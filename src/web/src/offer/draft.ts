import { latin } from '../digits';
import type { Json, OfferDocument, Seed } from './contract';
import { nextDay, startOf } from './instants';
import { close, newKey, open, shown, typedNumber, type Desk, type Faults, type Part } from './parts';
import { CONDITIONS, EFFECTS } from './words';

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
  const { gives, conditions, known } = openParts(document, desk);
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
    perUses: shown(limits?.perMember?.uses, 'whole', desk),
    perEvery: limits?.perMember?.every ?? 'ever',
    maxValue: shown(limits?.maxValue, 'money', desk),
    group: document.group ?? 'main',
    combine: document.combine ?? false,
    notWith: [...(document.notWith ?? [])],
    priority: shown(document.priority || undefined, 'whole', desk),
    holdout: shown(document.holdout || undefined, 'percent', desk),
  };
  const whole = known && (seed.document === null || same(build(draft, seed, desk, true).document, document));
  return { draft, whole };
}

function openParts(document: OfferDocument, desk: Desk): { gives: Part[]; conditions: Part[]; known: boolean } {
  const trees = document.when ? ((document.when['all'] as Json[] | undefined) ?? [document.when]) : [];
  const gives = (document.give ?? []).map(json => open(json, EFFECTS, desk));
  const conditions = trees.map(json => open(json, CONDITIONS, desk));
  const known = [...gives, ...conditions].every(part => part !== null);
  return known
    ? { gives: gives as Part[], conditions: conditions as Part[], known }
    : { gives: [], conditions: [], known };
}

/** The document that the form says; what it does not show stays as it was. */
export function build(draft: Draft, seed: Seed, desk: Desk, whole: boolean): Built {
  const faults: Faults = new Map();
  const number = (typed: string, as: 'money' | 'whole' | 'percent', pointer: string) =>
    (typedNumber(typed.trim(), as, pointer, desk, faults) as number | undefined) ?? null;
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
      maxValue: number(draft.maxValue, 'money', '/limits/maxValue'),
    },
  };
  if (whole) {
    document.give = draft.gives.map((part, i) => close(part, EFFECTS, `/give/${i}`, desk, faults));
    document.when = when(draft, desk, faults);
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

function when(draft: Draft, desk: Desk, faults: Faults): Json | null {
  const parts = draft.conditions.map((part, i) => close(part, CONDITIONS, conditionAt(draft, i), desk, faults));
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
