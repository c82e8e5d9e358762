import { cpSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const at = (path: string): string => resolve(import.meta.dirname, path);

/** Native code and packages that read their own files at run time stay outside the bundles; everything else becomes one file per program. */
const OUTSIDE = ['electron', 'better-sqlite3-multiple-ciphers', 'node-hid', 'serialport', /^node:/];

/** The oldest runtimes the program meets (docs/adr/0001): main and device-host run inside Electron 33, the page in its Chromium. */
const OLDEST = { node: 'node20.18', page: 'chrome130' };

const PROGRAMS = {
  main: 'electron/main/main.ts',
  'store-host': 'native-bridges/store-host/store-host.ts',
  'seal-worker': 'native-bridges/store-host/seal-worker.ts',
  'receipt-worker': 'native-bridges/store-host/receipt-worker.ts',
  'device-host': 'native-bridges/device-host/device-host.ts',
  'image-worker': 'native-bridges/device-host/image-worker.ts',
  'practice-centre': 'native-bridges/practice-centre/practice-centre.ts',
};

const programs = (input: Record<string, string>) => ({
  target: OLDEST.node,
  externalizeDeps: false,
  rollupOptions: {
    input: Object.fromEntries(Object.entries(input).map(([name, path]) => [name, at(path)])),
    external: OUTSIDE,
    output: { format: 'cjs' as const, entryFileNames: '[name].cjs', chunkFileNames: 'chunk-[hash].cjs' },
  },
});

/** Receipts embed Be Vietnam Pro; a bundle can't carry a font file, so it lies beside it in out/main/fonts. */
const FONT_DIR = 'node_modules/@expo-google-fonts/be-vietnam-pro';
const FONTS = ['400Regular', '500Medium', '600SemiBold', '700Bold'].map((weight) => `${FONT_DIR}/${weight}/BeVietnamPro_${weight}.ttf`);
const receiptFonts: Plugin = {
  name: 'receipt-fonts',
  writeBundle({ dir = 'out/main' }) {
    const target = join(dir, 'fonts');
    mkdirSync(target, { recursive: true });
    for (const font of FONTS) cpSync(at(font), join(target, font.slice(font.lastIndexOf('/') + 1)));
  },
};

/** JPEG 2000 is WebAssembly, which a bundle can't carry either: it lies beside the image worker. */
const codecs: Plugin = {
  name: 'codecs',
  writeBundle({ dir = 'out/main' }) {
    mkdirSync(dir, { recursive: true });
    cpSync(at('node_modules/@cornerstonejs/codec-openjpeg/dist/openjpegwasm.wasm'), join(dir, 'openjpegwasm.wasm'));
  },
};

/** The face detector's models and WebAssembly, which its worker in the page asks for when the first portrait is taken. */
const MODELS = ['blazeface', 'facemesh', 'iris'].flatMap((name) => [`${name}.json`, `${name}.bin`]).map((name) => `node_modules/@vladmandic/human/models/${name}`);
const DETECTOR = [...MODELS, ...['tfjs-backend-wasm.wasm', 'tfjs-backend-wasm-simd.wasm'].map((name) => `node_modules/@tensorflow/tfjs-backend-wasm/dist/${name}`)];
const faceDetector: Plugin = {
  name: 'face-detector',
  writeBundle({ dir = 'out/renderer' }) {
    mkdirSync(join(dir, 'face'), { recursive: true });
    for (const file of DETECTOR) cpSync(at(file), join(dir, 'face', file.slice(file.lastIndexOf('/') + 1)));
  },
};

/** Three builds: main with the hosts and their workers (Node), preload (sandboxed, CommonJS), renderer (page). */
export default defineConfig({
  main: { plugins: [receiptFonts, codecs], build: { outDir: 'out/main', ...programs(PROGRAMS) } },
  preload: { build: { outDir: 'out/preload', ...programs({ preload: 'electron/preload/preload.ts' }) } },
  renderer: {
    root: at('renderer'),
    plugins: [react(), faceDetector],
    worker: { format: 'es' },
    build: { target: OLDEST.page, outDir: at('out/renderer'), assetsInlineLimit: 0, minify: true, rollupOptions: { input: { index: at('renderer/index.html'), citizen: at('renderer/citizen.html') } } },
  },
});
