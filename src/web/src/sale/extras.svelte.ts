/** What belongs to a sale beside its goods: codes the customer names, how he pays, what he chooses of free goods. */
export class Extras {
  codes = $state<string[]>([]);
  /** null: not said. */
  method = $state<string | null>(null);
  /** So much of it in cash, the rest by card; null: all one way. */
  cash = $state<number | null>(null);
  /** The product taken of those an offer gives, by the offer's code. */
  choices = $state<Record<string, string>>({});

  /** @param change does what changes the sale, unless it is closed, and has its price asked anew. */
  constructor(private readonly change: (what: () => void) => void) {}

  /** The customer names a code. */
  name(code: string): void {
    if (!this.codes.includes(code)) this.change(() => this.codes.push(code));
  }

  unname(code: string): void {
    this.change(() => (this.codes = this.codes.filter(other => other !== code)));
  }

  /** He pays this way; said again, it is not said. */
  payBy(method: string): void {
    this.change(() => {
      this.method = this.method === method ? null : method;
      this.cash = null;
    });
  }

  /** He pays this much in cash and the rest by card. */
  split(cash: number | null): void {
    this.change(() => {
      this.method = null;
      this.cash = cash;
    });
  }

  /** Of the products an offer gives he takes this one. */
  choose(offer: string, product: string): void {
    this.change(() => (this.choices[offer] = product));
  }

  /** The part of a body that says them; the amount paid is what is to be paid, as far as it is known. */
  said(payable: number): {
    codes?: string[];
    payments?: { method: string; amount: number }[];
    choices?: { offer: string; product: string }[];
  } {
    const chosen = Object.entries(this.choices).map(([offer, product]) => ({ offer, product }));
    return {
      ...(this.codes.length > 0 ? { codes: [...this.codes] } : {}),
      ...this.paid(payable),
      ...(chosen.length > 0 ? { choices: chosen } : {}),
    };
  }

  /** Both ways only where both have something. */
  private paid(payable: number): { payments?: { method: string; amount: number }[] } {
    if (this.method) return { payments: [{ method: this.method, amount: payable }] };
    if (this.cash === null) return {};
    const cash = Math.min(this.cash, payable);
    const parts = [
      { method: 'cash', amount: cash },
      { method: 'card', amount: payable - cash },
    ].filter(part => part.amount > 0);
    return parts.length > 0 ? { payments: parts } : {};
  }

  clear(): void {
    this.cash = null;
    this.codes = [];
    this.method = null;
    this.choices = {};
  }
}
