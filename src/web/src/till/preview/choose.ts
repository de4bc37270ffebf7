import type { Bench, Score } from './bench';
import { takesOff } from './effects';

/** How many combinations are looked at before the best found stands. */
const MOST_LOOKS = 4_000;

interface Best {
  places: number[];
  score: Score;
}

/**
 * Of all combinations that are allowed the one worth most to the customer; ties as Vafa breaks them: discount before
 * credit before points, then the offers that come first.
 */
export function choose(bench: Bench, candidates: number[]): number[] {
  const conflicts = (one: number, other: number) => bench.offer(one).conflicts.includes(other);
  const free = (place: number) => !candidates.some(other => conflicts(place, other));
  const always = candidates.filter(place => free(place) && !bench.offer(place).give.some(takesOff));
  const open = candidates.filter(place => !always.includes(place));
  const reach = new Map(open.map(place => [place, bench.reach(place, bench.evaluate([place]).score)]));
  let looks = 0;
  let best: Best | null = null;

  const look = (places: number[]): Score => {
    looks += 1;
    const all = [...places, ...always].sort((a, b) => a - b);
    const { score, idle } = bench.evaluate(all);
    const giving = all.filter((_, at) => !idle[at]);
    if (best === null || isBetter(score, giving, best)) best = { places: giving, score };
    return score;
  };

  const search = (places: number[], score: Score, rest: number[]): void => {
    for (const [at, place] of rest.entries()) {
      const bound = rest.slice(at).reduce((most, other) => most + reach.get(other)!, score.value + score.slack);
      if (bound < best!.score.value || looks >= MOST_LOOKS) return;
      const longer = [...places, place];
      const next = look(longer);
      search(
        longer,
        next,
        rest.slice(at + 1).filter(other => !conflicts(place, other)),
      );
    }
  };

  search([], look([]), open);
  return best!.places;
}

function isBetter(score: Score, places: number[], than: Best): boolean {
  const [one, other] = [score, than.score];
  for (const by of ['value', 'off', 'credit', 'points'] as const) {
    if (one[by] !== other[by]) return one[by] > other[by];
  }

  const shared = Math.min(places.length, than.places.length);
  for (let at = 0; at < shared; at++) {
    if (places[at] !== than.places[at]) return places[at]! < than.places[at]!;
  }

  return places.length > than.places.length;
}
