import { describe, expect, it } from 'vitest';
import type { Receipt } from './contract';
import { near } from './near';

const offer = (code: string) => ({ offer: code, title: code, status: 'notEligible', code: 'offer.condition' });

describe('What is within reach', () => {
  it('is what the server says, in its order', () => {
    const quote = {
      notApplied: [offer('a'), offer('b'), offer('c')],
      said: { cashier: '', member: [], near: ['c', 'a', 'gone'] },
    };
    expect(near(quote as unknown as Receipt).map(one => one.offer)).toEqual(['c', 'a']);
  });

  it('is nothing where nothing is said', () => {
    expect(near({ notApplied: [offer('a')] } as unknown as Receipt)).toEqual([]);
  });
});
