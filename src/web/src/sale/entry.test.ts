import { describe, expect, it } from 'vitest';
import { lineAmount, route } from './entry';

const toman = (typed: string) => route(typed, 10);

describe('What is typed at the till', () => {
  it('is a mobile with 11 digits that start with 09', () => {
    expect(toman('09121234567')).toEqual({ kind: 'mobile', mobile: '09121234567' });
    expect(toman('۰۹۱۲ ۱۲۳ ۴۵۶۷')).toEqual({ kind: 'mobile', mobile: '09121234567' });
    expect(toman('٠٩١٢١٢٣٤٥٦٧')).toEqual({ kind: 'mobile', mobile: '09121234567' });
    expect(toman('+989121234567')).toEqual({ kind: 'mobile', mobile: '09121234567' });
    expect(toman('0098 912 123 4567')).toEqual({ kind: 'mobile', mobile: '09121234567' });
  });

  it('is never an amount when it begins like a mobile', () => {
    expect(toman('0912')).toEqual({ kind: 'mobileUnfinished', digits: 4 });
    expect(toman('091212345678')).toEqual({ kind: 'amount', quantity: 1, unitPrice: 912123456780 });
  });

  it('is a barcode with 13 digits', () => {
    expect(toman('6260152301234')).toEqual({ kind: 'barcode', sku: '6260152301234' });
  });

  it('is an amount otherwise, in the unit the club shows', () => {
    expect(toman('80000')).toEqual({ kind: 'amount', quantity: 1, unitPrice: 800_000 });
    expect(toman('۸۰٬۰۰۰')).toEqual({ kind: 'amount', quantity: 1, unitPrice: 800_000 });
    expect(route('80000', 1)).toEqual({ kind: 'amount', quantity: 1, unitPrice: 80_000 });
    expect(route('12.5', 100)).toEqual({ kind: 'amount', quantity: 1, unitPrice: 1250 });
  });

  it('may say how many', () => {
    expect(toman('۳×۴۵۰۰۰')).toEqual({ kind: 'amount', quantity: 3, unitPrice: 450_000 });
    expect(toman('1.25*80000')).toEqual({ kind: 'amount', quantity: 1.25, unitPrice: 800_000 });
    expect(toman('0*80000')).toEqual({ kind: 'search', text: '0*80000' });
  });

  it('holds 12 digits and says when an amount is past what can be', () => {
    expect(toman('999999999999')).toEqual({ kind: 'amount', quantity: 1, unitPrice: 9_999_999_999_990 });
    expect(toman('1000000000000000')).toEqual({ kind: 'amountTooMuch' });
  });

  it('is no amount below the smallest unit, and nothing when blank', () => {
    expect(toman('0.05')).toEqual({ kind: 'search', text: '0.05' });
    expect(toman('0')).toEqual({ kind: 'search', text: '0' });
    expect(toman('  ')).toEqual({ kind: 'empty' });
  });

  it('is looked for when it has letters', () => {
    expect(toman(' لاته ')).toEqual({ kind: 'search', text: 'لاته' });
  });
});

describe('The amount of a line', () => {
  it('is rounded half up once', () => {
    expect(lineAmount(1.5, 333)).toBe(500);
    expect(lineAmount(0.001, 499)).toBe(0);
    expect(lineAmount(0.001, 500)).toBe(1);
    expect(lineAmount(3, 450_000)).toBe(1_350_000);
  });
});

describe('Somebody who is to be found', () => {
  it('is named by a card, whose check digit is right', () => {
    expect(toman('1234567897')).toEqual({ kind: 'who', typed: '1234567897' });
    expect(toman('1234567890')).toEqual({ kind: 'amount', quantity: 1, unitPrice: 12_345_678_900 });
  });

  it('is named by the last digits of a mobile behind a star', () => {
    expect(toman('*4567')).toEqual({ kind: 'who', typed: '4567' });
    expect(toman('×۱۲۳۴۵۶۷')).toEqual({ kind: 'who', typed: '1234567' });
    expect(toman('*456')).toEqual({ kind: 'search', text: '*456' });
  });
});
