/** A sale on its way, kept over a reload of the page until its fate is known. */
export interface PendingSale {
  key: string;
  body: string;
}

const NAME = 'vafa.sale.pending';

export class Pending {
  read(): PendingSale | null {
    const kept = globalThis.sessionStorage?.getItem(NAME);
    return kept ? (JSON.parse(kept) as PendingSale) : null;
  }

  keep(sale: PendingSale): void {
    globalThis.sessionStorage?.setItem(NAME, JSON.stringify(sale));
  }

  forget(): void {
    globalThis.sessionStorage?.removeItem(NAME);
  }
}
