import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** What gets smaller; a woff2 is compressed by itself. */
const TEXT = /\.(js|css|svg)$/;

/**
 * Writes a .br and a .gz beside every text file once it is built, so that no request costs the work and the best level
 * is affordable. Both, because browsers ask for brotli only over https or of this very machine: a till on the shop's
 * plain http takes gzip.
 */
export function precompress(): Plugin {
  return {
    name: 'vafa-precompress',
    apply: 'build',
    writeBundle({ dir }) {
      const folder = join(dir!, 'assets');
      for (const name of readdirSync(folder).filter(file => TEXT.test(file))) {
        const text = readFileSync(join(folder, name));
        const params = {
          [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
        };
        writeFileSync(join(folder, name + '.br'), brotliCompressSync(text, { params }));
        writeFileSync(join(folder, name + '.gz'), gzipSync(text, { level: constants.Z_BEST_COMPRESSION }));
      }
    },
  };
}
