import { describe, expect, it } from 'vitest';
import { pageIn } from '../page.sample';
import { choose } from './arguments';
import { begin, close, untouched, type Part } from './parts';
import { list, rows, text, type Faults } from './values';
import { conditions, effects, units } from './vocabulary.sample';
import { byKind, plain, shownArgs } from './vocabulary';

const desk = { page: pageIn('fa'), units };
const all = [...effects, ...conditions];
const named = (name: string) => all.find(({ word }) => word === name)!;
const fresh = (name: string) => begin(named(name), desk);

function said(part: Part): { said: unknown; faults: Faults } {
  const faults: Faults = new Map();
  return { said: close(part, all, { at: '/give/0', desk, faults })[part.word], faults };
}

const shown = ({ word, values }: Part) => shownArgs(named(word).args, values).map(arg => arg.from ?? arg.name);

describe('a new part', () => {
  it('begins with the start of each argument in the reader’s digits, the first unit and the usual choices', () => {
    expect(fresh('quantityStep').values).toEqual({ on: 'basket', every: '۲', percent: '۵۰' });
    expect(fresh('gift').values).toEqual({ unit: 'points', expiresAfterDays: '۳۰' });
    expect(fresh('discountAmount').values).toEqual({ on: 'basket', each: 'sale' });
    expect(said(fresh('pointsMultiplier')).said).toEqual({ times: 2, unit: 'points' });
  });

  it('leaves a choice open that has no usual word', () => {
    const part = fresh('fixedPrice');
    expect([text(part.values, 'on'), shown(part)]).toEqual(['', ['price', 'on', 'quantity']]);
    expect(said(part).said).toEqual({});
  });

  it('has as many items as there must be', () => {
    const items = rows(fresh('bundle').values, 'items');
    expect(items.map(row => row.values)).toEqual([
      { on: '', quantity: '۱' },
      { on: '', quantity: '۱' },
    ]);
    expect(untouched('bundle', all, desk)).toEqual({ items: [{ quantity: 1 }, { quantity: 1 }] });
  });
});

describe('an argument that hangs on a choice', () => {
  it('is shown and sent only while its word is chosen, and begins anew with another', () => {
    const part = fresh('discountPercent');
    const { args } = named('discountPercent');
    const on = args.find(({ name }) => name === 'on')!;
    expect(shown(part)).toEqual(['percent', 'on', 'lineQuantity', 'max']);
    choose(on, 'productGroup', { args, values: part.values }, desk);
    part.values['in'] = ['coffee'];
    expect(shown(part)).toEqual(['percent', 'on', 'productGroup', 'lineQuantity', 'max']);
    expect(said(part).said).toEqual({ on: 'productGroup', in: ['coffee'] });
    choose(on, 'brand', { args, values: part.values }, desk);
    expect([shown(part)[2], list(part.values, 'in')]).toEqual(['brand', []]);
    choose(on, 'basket', { args, values: part.values }, desk);
    expect(said(part).said).toEqual({ on: 'basket' });
  });

  it('asks to confirm only a percentage of over 100', () => {
    const part = fresh('creditPercent');
    part.values['confirm'] = 'true';
    for (const [typed, asks] of [
      ['۱۰۰', false],
      ['۱۰۰٫۰۱٪', true],
      ['صد', false],
      ['', false],
    ] as const) {
      part.values['percent'] = typed;
      expect(shown(part).includes('confirm'), typed).toBe(asks);
    }

    part.values['percent'] = '150';
    expect(said(part).said).toEqual({ percent: 150, unit: 'points', confirm: true });
  });
});

describe('what is typed', () => {
  it('is an amount of money where the unit is', () => {
    const part = fresh('points');
    part.values['amount'] = '۱۲٬۰۰۰';
    expect(said(part).said).toEqual({ amount: 12_000, unit: 'points' });
    part.values['unit'] = 'credit';
    expect(said(part).said).toEqual({ amount: 120_000, unit: 'credit' });
  });

  it('is a text in the languages that are filled', () => {
    const part = fresh('message');
    expect(said(part).said).toEqual({});
    part.values['text/fa'] = ' سلام ';
    part.values['text/en'] = ' ';
    expect(said(part).said).toEqual({ text: { fa: 'سلام' } });
  });

  it('is told at its place where it cannot be read', () => {
    const bundle = fresh('bundle');
    rows(bundle.values, 'items')[1]!.values['quantity'] = 'دو';
    expect([...said(bundle).faults.keys()]).toEqual(['/give/0/bundle/items/1/quantity']);
    const visits = fresh('visits');
    Object.assign(visits.values, { bound: 'moreThan', 'bound/value': '۱٫۵', within: 'days', 'within/days': 'سی' });
    expect([...said(visits).faults.keys()]).toEqual(['/give/0/visits/moreThan', '/give/0/visits/within/days']);
    const joined = fresh('joined');
    Object.assign(joined.values, { from: 'فردا', to: '1405/01/01' });
    expect([...said(joined).faults.keys()]).toEqual(['/give/0/joined/from']);
    expect(said(joined).said).toEqual({ to: '2026-03-21' });
  });

  it('has no more decimals than its argument', () => {
    const part = fresh('pointsMultiplier');
    part.values['times'] = '۱٫۲۵۰';
    expect(said(part).said).toEqual({ times: 1.25, unit: 'points' });
    part.values['times'] = '۱٫۲۵۵';
    expect([...said(part).faults]).toEqual([['/give/0/pointsMultiplier/times', 'حداکثر ۲ رقم اعشار می‌پذیرد.']]);
  });
});

describe('the words that may be chosen', () => {
  it('stand by what they are about and leave out conditions over conditions', () => {
    const kinds = byKind(plain(conditions));
    expect(kinds.map(({ label }) => label?.[1])).toEqual([
      'This sale',
      'Earlier purchases',
      'The member',
      'When and where',
    ]);
    expect(kinds.flatMap(({ words }) => words).map(({ word }) => word)).not.toContain('any');
    expect(byKind(effects).map(({ label }) => label?.[0])).toEqual(['تخفیف', 'امتیاز و اعتبار', 'پاداش']);
  });
});
