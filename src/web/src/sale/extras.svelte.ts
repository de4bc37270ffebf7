/** What belongs to a sale beside its goods: codes the customer names, how he pays, what he chooses of free goods. */
export class Extras {
  codes = $state<string[]>([]);
  /** null: not said. */
  method = $state<string | null>(null);
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
    this.change(() => (this.method = this.method === method ? null : method));
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
      ...(this.method ? { payments: [{ method: this.method, amount: payable }] } : {}),
      ...(chosen.length > 0 ? { choices: chosen } : {}),
    };
  }

  clear(): void {
    this.codes = [];
    this.method = null;
    this.choices = {};
  }
}
