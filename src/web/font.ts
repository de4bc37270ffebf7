import { readFileSync, writeFileSync } from 'node:fs';
import subset from 'subset-font';
import type { Plugin } from 'vite';

const WHOLE = new URL('./node_modules/vazirmatn/fonts/webfonts/Vazirmatn[wght].woff2', import.meta.url);
const CUT = new URL('./src/vazirmatn.woff2', import.meta.url);

/** What is written here: Latin with its accents, Arabic with the letters of Persian, punctuation, money, signs. */
const LETTERS: [number, number][] = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x600, 0x6ff],
  [0x2000, 0x206f],
  [0x20a0, 0x20cf],
  [0x2122, 0x2122],
  [0x2190, 0x2199],
  [0x2212, 0x2212],
  [0xfb50, 0xfdff],
  [0xfe70, 0xfeff],
];

/** The house's two weights and what lies between. */
const WEIGHTS = { wght: { min: 400, max: 650 } };

/**
 * Writes src/vazirmatn.woff2 before each build: the letters and weights that pages use, 67 kB of the whole font's 111,
 * so that a first view stays small also where browsers take no brotli.
 */
export function font(): Plugin {
  return {
    name: 'vafa-font',
    apply: 'build',
    async buildStart() {
      const letters = LETTERS.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
      const cut = await subset(readFileSync(WHOLE), String.fromCodePoint(...letters), {
        targetFormat: 'woff2',
        variationAxes: WEIGHTS,
      });
      writeFileSync(CUT, cut);
    },
  };
}
