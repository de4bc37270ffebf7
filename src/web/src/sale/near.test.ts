import { describe, expect, it } from 'vitest';
import type { NotApplied, Receipt } from './contract';
import { near } from './near';

function offer(code: string, missing?: number, measure?: NotApplied['measure']): NotApplied {
  const far = { ...(missing === undefined ? {} : { missing }), ...(measure ? { measure } : {}) };
  return { offer: code, title: code, status: 'notEligible', code: 'offer.condition', message: '', ...far };
}

function told(...notApplied: NotApplied[]): string[] {
  return near({ total: 4_800_000, notApplied } as unknown as Receipt).map(one => one.offer);
}

describe('A near miss', () => {
  it('is money up to the worth of the basket again', () => {
    expect(told(offer('far', 4_800_001, 'money'), offer('near', 4_800_000, 'money'))).toEqual(['near']);
  });

  it('is a few pieces or a visit or two, and never days or a wallet', () => {
    const offers = [
      offer('a', 3, 'quantity'),
      offer('b', 4, 'quantity'),
      offer('c', 2, 'visits'),
      offer('d', 11, 'visits'),
    ];
    expect(told(...offers, offer('e', 1, 'days'), offer('f', 1, 'units'), offer('g'))).toEqual(['a', 'c']);
  });

  it('is told money first, the smaller first, three at most', () => {
    const offers = [offer('visit', 1, 'visits'), offer('more', 900, 'money'), offer('less', 100, 'money')];
    expect(told(...offers, offer('piece', 1, 'quantity'))).toEqual(['less', 'more', 'piece']);
  });
});
