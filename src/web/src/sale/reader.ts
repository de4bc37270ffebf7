import { latin } from '../digits';

/** No finger is as fast; a reader of barcodes or cards types so. */
const FASTEST = 30;
/** Two keys may fall together; so many in a row do not. The shortest barcode has eight. */
const FEWEST = 8;

/** A key as the page hears it. */
export interface Key {
  readonly key: string;
  readonly timeStamp: number;
}

/** Tells what a reader typed from what fingers did: keys within 30 ms of each other, with Enter behind them. */
export class Reader {
  private text = '';
  private last = -Infinity;

  /** What was read, when this key ends it; null otherwise. */
  hear({ key, timeStamp }: Key): string | null {
    const fast = timeStamp - this.last <= FASTEST;
    this.last = timeStamp;
    if (key === 'Enter') {
      const read = fast && this.text.length >= FEWEST ? this.text : null;
      this.text = '';
      return read === null ? null : latin(read).trim();
    }

    if (key.length !== 1) {
      // A reader holds Shift for capitals; every other key is a finger's.
      if (key !== 'Shift') this.text = '';
      return null;
    }

    this.text = fast ? this.text + key : key;
    return null;
  }
}

/** What a field holds without what a reader typed at its end. */
export function withoutRead(value: string, read: string): string {
  return latin(value).endsWith(read) ? value.slice(0, value.length - read.length) : value;
}
