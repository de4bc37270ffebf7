/** What `/api/v1/first-run` answers. */
export interface FirstRun {
  untouched: boolean;
  trades: Trade[];
}

/** A ready colour, and its name. */
export interface Swatch {
  colour: string;
  title: string;
}

export interface Trade {
  code: string;
  title: string;
  about: string;
  rules: string[];
  offers: { code: string; title: string; sentence: string }[];
  preview: FirstSale;
}

/** What a first sale of a new member would give. */
export interface FirstSale {
  total: number;
  discount: number;
  payable: number;
  earned: { unit: string; amount: number; text: string; cause: string }[];
  applied: { offer: string; title: string; sentence: string; value: number }[];
  notApplied: { offer: string; title: string; message: string }[];
}
