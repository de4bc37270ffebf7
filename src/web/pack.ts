import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Fonts are packed already. */
const PACKED = /\.(js|css|svg)$/;

/** Writes a packed twin (.br) beside each built file once, so that nobody packs while a page waits. */
export function pack(): Plugin {
  return {
    name: 'vafa-pack',
    writeBundle({ dir }) {
      const folder = `${dir}/assets`;
      for (const file of readdirSync(folder).filter(name => PACKED.test(name))) {
        writeFileSync(`${folder}/${file}.br`, brotliCompressSync(readFileSync(`${folder}/${file}`)));
      }
    },
  };
}
