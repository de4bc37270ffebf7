import { expect, it } from 'vitest';
import { pageIn } from '../page.sample';
import { begin } from './parts';
import { isOf, isOfWord, type Stand } from './places';
import { rows } from './values';
import { shownArgs } from './vocabulary';
import { conditions, effects, units } from './vocabulary.sample';

const desk = { page: pageIn('fa'), units };

function stand(name: string, base: string): Stand {
  const word = [...effects, ...conditions].find(w => w.word === name)!;
  return { args: word.args, values: begin(word, desk).values, at: `${base}/${name}` };
}

/** Whose field says what is wrong there: names of arguments, or the word itself. */
function saidAt(on: Stand, pointer: string): string[] {
  const fields = shownArgs(on.args, on.values).filter(arg => isOf(arg, on, pointer));
  return [...fields.map(arg => arg.name), ...(isOfWord(on, pointer) ? ['the word'] : [])];
}

it('is said at the argument’s field, also what lies below it', () => {
  const discount = stand('discountPercent', '/give/0');
  expect(saidAt(discount, '/give/0/discountPercent/percent')).toEqual(['percent']);
  expect(saidAt(discount, '/give/1/discountPercent/percent')).toEqual([]);
  const visits = stand('visits', '/when');
  expect(saidAt(visits, '/when/visits/within/days')).toEqual(['within']);
  const text = stand('message', '/give/0');
  expect(saidAt(text, '/give/0/message/text/fa')).toEqual(['text']);
});

it('is said at a bound for either end and for the word itself', () => {
  const visits = stand('visits', '/when/all/1');
  for (const pointer of ['/atLeast', '/moreThan', '']) {
    expect(saidAt(visits, `/when/all/1/visits${pointer}`), pointer).toEqual(['bound']);
  }

  // An argument that is called like an end is none.
  expect(saidAt(stand('spent', '/when'), '/when/spent/atLeast')).toEqual(['atLeast']);
});

it('is said at the choice where what is missed only comes with it', () => {
  const price = stand('fixedPrice', '/give/0');
  expect(saidAt(price, '/give/0/fixedPrice/in')).toEqual(['on']);
  price.values['on'] = 'brand';
  expect(saidAt(price, '/give/0/fixedPrice/in/3')).toEqual(['in']);
});

it('is said of the word where no field of it is meant', () => {
  expect(saidAt(stand('bundlePrice', '/give/0'), '/give/0/bundlePrice')).toEqual(['the word']);
  expect(saidAt(stand('joined', '/when'), '/when/joined')).toEqual(['the word']);
  expect(saidAt(stand('joined', '/when'), '/when/joined/of')).toEqual(['the word']);
});

it('is said in the row of a list of items', () => {
  const bundle = stand('bundle', '/when/all/1');
  const [items] = bundle.args;
  const row = { args: items!.each!, values: rows(bundle.values, 'items')[0]!.values, at: `${bundle.at}/items/0` };
  row.values['on'] = 'product';
  expect(saidAt(row, '/when/all/1/bundle/items/0/in')).toEqual(['in']);
  expect(saidAt(row, '/when/all/1/bundle/items/1/in')).toEqual([]);
});
