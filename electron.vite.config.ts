import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string): string => resolve(import.meta.dirname, path);

/** Native code and packages that read their own files at run time stay outside the bundles; everything else becomes one file per program. */
const OUTSIDE = ['electron', 'better-sqlite3-multiple-ciphers', 'node-hid', 'serialport', /^node:/];

const programs = (input: Record<string, string>) => ({
  externalizeDeps: false,
  rollupOptions: { input, external: OUTSIDE, output: { format: 'cjs' as const, entryFileNames: '[name].cjs', chunkFileNames: 'chunk-[hash].cjs' } },
});

/** Three builds: main with the hosts and their workers (Node), preload (sandboxed, CommonJS), renderer (page). */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      ...programs({
        main: at('electron/main/main.ts'),
        'store-host': at('native-bridges/store-host/store-host.ts'),
        'seal-worker': at('native-bridges/store-host/seal-worker.ts'),
        'device-host': at('native-bridges/device-host/device-host.ts'),
        'image-worker': at('native-bridges/device-host/image-worker.ts'),
        'practice-centre': at('native-bridges/practice-centre/practice-centre.ts'),
      }),
    },
  },
  preload: { build: { outDir: 'out/preload', ...programs({ preload: at('electron/preload/preload.ts') }) } },
  renderer: {
    root: at('renderer'),
    plugins: [react()],
    build: { outDir: at('out/renderer'), rollupOptions: { input: at('renderer/index.html') } },
  },
});
