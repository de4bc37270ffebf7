import { Words, type Writing } from '../../words';
import type { Near } from './preview';

/** How a till says what is missing to an offer: in the words that Vafa uses. */
export class Said {
  private readonly words: Words;

  constructor(writing: Writing) {
    this.words = new Words(writing);
  }

  distance({ missing, measure, over }: Pick<Near, 'missing' | 'measure' | 'over'>): string {
    const { words } = this;
    if (measure === 'quantity') {
      const pieces = words.number(Number(missing) / 1000);
      return words.say(`${pieces} عدد دیگر`, `${pieces} more`);
    }

    const money = words.money(Number(over ? missing - 1n : missing));
    return over ? words.say(`بیش از ${money} دیگر`, `over ${money} more`) : words.say(`${money} دیگر`, `${money} more`);
  }

  message(near: Near, needs: string | null, sentence: string): string {
    const distance = this.distance(near);
    return near.effect === null
      ? this.words.say(`${distance} مانده است. شرط: ${needs}.`, `${distance} to go. It needs: ${needs}.`)
      : this.words.say(`${distance} مانده است تا: ${sentence}.`, `${distance} to go until: ${sentence}.`);
  }
}
