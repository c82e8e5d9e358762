import { posix } from 'node:path';
import type { Import } from './import-scan.ts';

type Layer = {
  /** Folders below it. */
  readonly folders: readonly string[];
  /** Packages, by exact name or as `@scope/*`; `node:*` stands for Node's own modules. */
  readonly packages: readonly string[];
  /** Packages it may name in types only: they leave no trace in the bundle. */
  readonly types?: readonly string[];
};

const CORE = 'electron/core';
const CONTRACT = 'electron/contract';
const KIT = 'native-bridges/kit';
/** What the sealed dossier is made of; both the station and the centre need it. Source: docs/dossier-format.md. */
const SEALING = ['fflate', 'canonicalize'];

/** Who may import whom (docs/architecture.md). A layer lists the folders and packages below it; everything else is an error. */
export const LAYERS: Readonly<Record<string, Layer>> = {
  [CORE]: { folders: [], packages: [] },
  [CONTRACT]: { folders: [CORE], packages: ['zod'] },
  'drivers/contract': { folders: [CORE], packages: [] },
  drivers: { folders: [CORE, 'drivers/contract'], packages: [] },
  // A receipt's proof is checked with the certificates of the sealed dossier.
  [KIT]: { folders: [CORE, CONTRACT, 'native-bridges/kit/sealed-dossier'], packages: ['node:*'], types: ['zod'] },
  'native-bridges/kit/images': { folders: [CORE], packages: ['node:*', 'fast-png', 'jpeg-js'] },
  'native-bridges/kit/sealed-dossier': { folders: [CORE, CONTRACT, KIT], packages: ['node:*', 'zod', ...SEALING] },
  'native-bridges/kit/jpeg2000': { folders: [CORE, 'native-bridges/kit/images'], packages: ['node:*', '@cornerstonejs/codec-openjpeg'] },
  'native-bridges/kit/diagnostic-bundle': { folders: [CORE, CONTRACT, KIT], packages: ['node:*', 'fflate'] },
  'native-bridges/transports': { folders: [CORE, 'drivers/contract'], packages: ['node:*', 'node-hid', 'serialport'] },
  'native-bridges/device-host': {
    folders: [CORE, CONTRACT, 'drivers', KIT, 'native-bridges/transports'],
    packages: ['node:*', 'fast-png', 'jpeg-js'],
  },
  'native-bridges/store-host': {
    folders: [CORE, CONTRACT, KIT],
    packages: ['node:*', 'zod', 'better-sqlite3-multiple-ciphers', 'hash-wasm', 'pdfkit', 'qrcode', 'tus-js-client', 'fast-png', 'jpeg-js', ...SEALING],
  },
  'native-bridges/practice-centre': {
    folders: [CORE, CONTRACT, 'drivers/personas', KIT],
    packages: ['node:*', 'zod', 'jpeg-js', '@tus/server', '@tus/file-store', ...SEALING],
  },
  'electron/main': { folders: [CORE, CONTRACT], packages: ['electron', 'node:*', 'zod', 'hash-wasm'] },
  'electron/preload': { folders: [CONTRACT], packages: ['electron'] },
  renderer: {
    folders: [CORE, CONTRACT],
    packages: ['react', 'react-dom', '@mantine/*', '@tanstack/react-virtual', 'i18next', '@fontsource/be-vietnam-pro', 'pdfjs-dist', '@tensorflow/tfjs-core', '@tensorflow/tfjs-converter', '@tensorflow/tfjs-backend-wasm'],
    types: ['zod'],
  },
};

const FOR_TESTS = ['vitest', 'fast-check', 'node:*', '@testing-library/*', 'axe-core', 'jsdom'];

/** The innermost layer a path lies in. */
export function layerOf(path: string): string | undefined {
  return Object.keys(LAYERS).filter((layer) => isBelow(path, layer)).sort((a, b) => b.length - a.length)[0];
}

/** What is wrong with one import, or `undefined`. */
export function faultOf(file: string, one: Import, test: boolean): string | undefined {
  if (one.spec === undefined) return 'imports a computed name';
  const spec = one.spec.replace(/\?.*$/, '');
  const layer = layerOf(file);
  if (layer === undefined) return 'lies in no layer';
  if (spec.startsWith('.')) return faultOfPath(file, layer, posix.normalize(posix.join(posix.dirname(file), spec)), one, test);
  const { packages, types = [] } = LAYERS[layer]!;
  const allowed = [...packages, ...(one.typeOnly || test ? types : []), ...(test ? FOR_TESTS : [])];
  return allowed.some((name) => isPackage(spec, name)) ? undefined : `may not import ${spec}`;
}

function faultOfPath(file: string, layer: string, target: string, one: Import, test: boolean): string | undefined {
  const no = `may not import ${target}`;
  // A test may drive its subject through a harness or from the other end of the port.
  if (test && (isBelow(target, 'test') || isBelow(target, KIT))) return undefined;
  const to = layerOf(target);
  if (to === undefined) return no;
  if (layer === 'electron/preload' && to === CONTRACT) return one.typeOnly || target === 'electron/contract/page.ts' ? undefined : `${no} (types only)`;
  if (layer === 'drivers' && to === 'drivers') return faultBetweenDrivers(file, target, no, test);
  if (to === layer) return undefined;
  return LAYERS[layer]!.folders.some((folder) => isBelow(target, folder)) ? undefined : no;
}

/** A driver knows no other driver; simulators (and tests) may play personas; the catalogue lists them all. */
function faultBetweenDrivers(file: string, target: string, no: string, test: boolean): string | undefined {
  const from = driverOf(file);
  const to = driverOf(target);
  if (from === to || from === 'catalog.ts') return undefined;
  const plays = test || posix.basename(file).includes('simulat') || (from ?? '').startsWith('sim-');
  return to === 'personas' && plays ? undefined : no;
}

const driverOf = (path: string): string | undefined => path.split('/')[1];
const isBelow = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

function isPackage(spec: string, allowed: string): boolean {
  if (allowed === 'node:*') return spec.startsWith('node:');
  if (allowed.endsWith('/*')) return spec.startsWith(allowed.slice(0, -1));
  return spec === allowed || spec.startsWith(`${allowed}/`);
}
