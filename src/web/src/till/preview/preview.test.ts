import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Preview, preview } from './preview';
import type { Plan, Standing } from './plan';
import { Said } from './said';

/** A sale that Vafa decided, with what a till was told of it; one in each line. */
interface Case {
  plan: Plan;
  member: Standing | null;
  lines: { sku: string | null; group: string | null; brand: string | null; thousandths: number; amount: number }[];
  paid: string[];
  at: number;
  expect: {
    lines: number[];
    earned: Record<string, number>;
    gifts: string[];
    given: string[];
    /** Null where some distance is the member's own, which a till does not know. */
    near: string[] | null;
    exact: boolean;
  };
}

const file = process.env.VAFA_OFFLINE_CASES ?? '../../tests/Vafa.Core.Tests/Offers/Approved/offline.jsonl';
const cases = readFileSync(file, 'utf8').trim().split('\n');

describe('What a till works out without Vafa', () => {
  it.each(cases.map((line, at) => [at + 1, line] as const))('is what Vafa decides, case %i', (_, line) => {
    const sale = JSON.parse(line) as Case;
    const found = preview(sale.plan, {
      at: sale.at,
      paid: sale.paid,
      member: sale.member,
      lines: sale.lines.map(l => ({ ...l, thousandths: BigInt(l.thousandths), amount: BigInt(l.amount) })),
      less: () => 0n,
      since: { uses: () => 0, worth: () => 0, had: () => 0 },
    });
    const { exact, ...expected } = sale.expect;
    if (!exact) return;
    const { near, ...rest } = told(sale.plan, found);
    expect(rest).toEqual({ ...expected, near: undefined });
    if (expected.near) expect(near).toEqual(expected.near);
  });
});

function told(plan: Plan, found: Preview): Omit<Case['expect'], 'exact'> {
  const code = (place: number) => plan.offers[place]!.code;
  const said = new Said({ persian: false, currency: 'IRR', toman: false });
  return {
    lines: found.lines.map(Number),
    earned: Object.fromEntries([...found.earned].map(([unit, amount]) => [plan.units[unit]!.code, Number(amount)])),
    gifts: found.gifts.map(gift => `${code(gift.place)} ${gift.product} ${gift.thousandths}`),
    given: found.given.map(given => `${code(given.place)} ${given.effect} ${given.value}`),
    near: found.near.map(near => `${code(near.place)} ${said.distance(near)}`),
  };
}
