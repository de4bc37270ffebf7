import { describe, expect, it } from 'vitest';
import { Words } from './words';

const fa = new Words({ persian: true, currency: 'IRR', toman: true });
const en = new Words({ persian: false, currency: 'IRR', toman: false });

describe('Money', () => {
  it('is shown in toman with Persian digits and separators', () => {
    expect(fa.money(800_000)).toBe('۸۰٬۰۰۰ تومان');
    expect(fa.money(0)).toBe('۰ تومان');
  });

  it('shows a rial that is no whole toman as a decimal', () => {
    expect(fa.moneyDigits(12_345)).toBe('۱٬۲۳۴٫۵');
  });

  it('is shown in rial or in another currency when the club says so', () => {
    expect(en.money(800_000)).toBe('800,000 rial');
    expect(new Words({ persian: false, currency: 'EUR', toman: false }).money(1250)).toBe('12.50 EUR');
  });
});

describe('A number', () => {
  it('keeps up to three decimals', () => {
    expect(fa.number(1.25)).toBe('۱٫۲۵');
    expect(en.number(1234567)).toBe('1,234,567');
  });
});
