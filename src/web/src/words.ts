/** How the club shows numbers; comes from the page, so that pages and islands write alike. */
export interface Writing {
  persian: boolean;
  currency: string;
  toman: boolean;
}

/** Writes numbers and money for the reader, and reads the amounts he types. */
export class Words {
  constructor(private readonly writing: Writing) {}

  get persian(): boolean {
    return this.writing.persian;
  }

  say(fa: string, en: string): string {
    return this.writing.persian ? fa : en;
  }

  /** Smallest money units in one that is shown: 10 rial a toman. */
  get scale(): number {
    const { currency, toman } = this.writing;
    return currency === 'IRR' ? (toman ? 10 : 1) : 100;
  }

  get moneyUnit(): string {
    const { currency, toman } = this.writing;
    if (currency !== 'IRR') return currency;
    return toman ? this.say('تومان', 'toman') : this.say('ریال', 'rial');
  }

  number(value: number): string {
    return this.script(new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 }).format(value));
  }

  /** Money without its unit's name; what is no whole unit shows as a decimal. */
  moneyDigits(minor: number): string {
    const whole = minor % this.scale === 0 && this.scale !== 100;
    const fraction = whole ? 0 : this.scale === 100 ? 2 : 1;
    return this.script(
      new Intl.NumberFormat('en-US', { minimumFractionDigits: fraction, maximumFractionDigits: fraction }).format(
        minor / this.scale,
      ),
    );
  }

  money(minor: number): string {
    return `${this.moneyDigits(minor)} ${this.moneyUnit}`;
  }

  /** The text with its digits and separators in the reader's script. */
  script(text: string): string {
    if (!this.writing.persian) return text;
    return text
      .replace(/[0-9]/g, digit => String.fromCharCode(0x06f0 + Number(digit)))
      .replace(/,/g, '٬')
      .replace(/\./g, '٫');
  }
}
