import type { Span } from './contract';
import { shown } from './numbers';
import type { Desk } from './values';

/** A limit in each period, as it is typed. */
export interface SpanDraft {
  every: string;
  uses: string;
  budget: string;
}

export function openSpan(span: Span | null | undefined, every: string, desk: Desk): SpanDraft {
  return {
    every: span?.every ?? every,
    uses: shown(span?.uses, 'whole', desk),
    budget: shown(span?.budget, 'money', desk),
  };
}

/** Nothing typed is no limit. */
export function closeSpan(
  draft: SpanDraft,
  pointer: string,
  number: (typed: string, as: 'money' | 'whole', pointer: string) => number | null,
): Span | null {
  const [uses, budget] = [
    number(draft.uses, 'whole', `${pointer}/uses`),
    number(draft.budget, 'money', `${pointer}/budget`),
  ];
  return draft.uses.trim() === '' && draft.budget.trim() === '' ? null : { every: draft.every, uses, budget };
}
