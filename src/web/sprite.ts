import { readFileSync, writeFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import icons from './icons.json' with { type: 'json' };

/** Our word for an icon → the sprite's symbol, taken from lucide-static. */
function symbol([name, drawing]: [string, string]): string {
  const svg = readFileSync(new URL(`./node_modules/lucide-static/icons/${drawing}.svg`, import.meta.url), 'utf8');
  const inside = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(svg)![1]!.replace(/\s+/g, ' ').trim();
  return `<symbol id="${name}" viewBox="0 0 24 24">${inside}</symbol>`;
}

/** Writes src/icons.svg before each build: only the icons that the pages use, in one file. */
export function sprite(): Plugin {
  return {
    name: 'vafa-sprite',
    buildStart() {
      const symbols = Object.entries(icons).map(symbol).join('\n');
      const text = `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols}\n</svg>\n`;
      writeFileSync(new URL('./src/icons.svg', import.meta.url), text);
    },
  };
}
