import { describe, expect, it } from 'vitest';
import { Extras } from './extras.svelte';

const extras = () => new Extras(what => what());

describe('How a customer pays', () => {
  it('is not said unless he says it', () => {
    expect(extras().said(1000)).toEqual({});
  });

  it('may be both ways, which come to what is to be paid', () => {
    const both = extras();
    both.split(300);
    expect(both.said(1000).payments).toEqual([
      { method: 'cash', amount: 300 },
      { method: 'card', amount: 700 },
    ]);
    expect(both.said(200).payments).toEqual([{ method: 'cash', amount: 200 }]);
    both.split(0);
    expect(both.said(1000).payments).toEqual([{ method: 'card', amount: 1000 }]);
    both.payBy('cash');
    expect(both.said(1000).payments).toEqual([{ method: 'cash', amount: 1000 }]);
  });
});
