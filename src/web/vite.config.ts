import { svelte } from '@sveltejs/vite-plugin-svelte';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vitest/config';
import { font } from './font.ts';
import { precompress } from './precompress.ts';
import { sprite } from './sprite.ts';

// What the pages load. Vafa reads dist/.vite/manifest.json once, so every name below carries a hash.
export default defineConfig({
  base: '/dist/',
  publicDir: false,
  plugins: [sprite(), font(), tailwindcss(), svelte(), precompress()],
  build: {
    outDir: '../Vafa/wwwroot/dist',
    emptyOutDir: true,
    manifest: 'manifest.json',
    // Everything is a file of its own: the content security policy allows no data: scripts or fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The drawing of charts, fetched when one is seen: 170 kB on the wire.
    chunkSizeWarningLimit: 620,
    target: 'es2022',
    rolldownOptions: {
      input: {
        main: 'src/main.ts',
        sale: 'src/sale/main.ts',
        firstRun: 'src/first-run/main.ts',
        offer: 'src/offer/main.ts',
        till: 'src/till/main.ts',
        tillWorker: 'src/till/worker.ts',
      },
    },
  },
  test: { environment: 'node', include: ['src/**/*.test.ts'] },
});
