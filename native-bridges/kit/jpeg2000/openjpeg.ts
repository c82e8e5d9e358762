// oxlint-disable-next-line typescript/triple-slash-reference -- the package ships no types, and every folder that reaches this file is checked on its own
/// <reference path="./codec-openjpeg.d.ts" />
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import createOpenJpeg, { type OpenJpeg } from '@cornerstonejs/codec-openjpeg/wasmjs';

const HERE = fileURLToPath(import.meta.url);
/** Beside the bundle when built, in the package when run from source. */
const WASM_FILE = HERE.endsWith('.ts')
  ? join(dirname(HERE), '../../../node_modules/@cornerstonejs/codec-openjpeg/dist/openjpegwasm.wasm')
  : join(dirname(HERE), 'openjpegwasm.wasm');

const silent = (): void => undefined;
let loaded: Promise<OpenJpeg> | undefined;

/** OpenJPEG as WebAssembly, compiled when the first image comes. */
export function openJpeg(): Promise<OpenJpeg> {
  loaded ??= readFile(WASM_FILE).then((wasmBinary) => createOpenJpeg({ wasmBinary, print: silent, printErr: silent }));
  return loaded;
}

/** After a fault inside the module its memory can't be trusted: the next image gets a fresh one. */
export function forgetOpenJpeg(): void {
  loaded = undefined;
}
