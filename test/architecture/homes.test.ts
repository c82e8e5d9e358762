import { expect, it } from 'vitest';
import { hasDefaultExport, scanImports } from './import-scan.ts';
import { PROGRAM_FILES, read, SOURCE_FILES } from './source-tree.ts';

const importers = (spec: string, name?: string): readonly string[] =>
  PROGRAM_FILES.filter((file) => scanImports(file, read(file)).some((one) => one.spec === spec && !one.typeOnly && (name === undefined || one.names.includes(name))));

const mentions = (pattern: RegExp): readonly string[] => PROGRAM_FILES.filter((file) => pattern.test(read(file)));

/** Dangerous doors have one home each, so that one file tells everything about them. */
it.each([
  ['ipcMain', 'electron/main/'],
  ['ipcRenderer', 'electron/preload/'],
  ['contextBridge', 'electron/preload/'],
  ['shell', 'electron/main/security/'],
  ['safeStorage', 'electron/main/'],
  ['protocol', 'electron/main/protocol/'],
])('%s is imported by one file under %s', (name, home) => {
  const files = importers('electron', name);
  expect(files).toHaveLength(1);
  expect(files[0]).toMatch(new RegExp(`^${home}`));
});

it('shell.openExternal is called in one file', () => {
  expect(mentions(/openExternal\s*\(/)).toHaveLength(1);
});

it.each([
  ['node-hid', 'native-bridges/transports/'],
  ['serialport', 'native-bridges/transports/'],
  ['better-sqlite3-multiple-ciphers', 'native-bridges/store-host/'],
  ['pdfkit', 'native-bridges/store-host/receipts/'],
])('%s stays below %s', (spec, home) => {
  expect(importers(spec).filter((file) => !file.startsWith(home))).toEqual([]);
});

it.each([
  ['markup from strings', /innerHTML|outerHTML|insertAdjacentHTML|document\.write\(/],
  ['code from strings', /\beval\(|new Function\(/],
  ['node or Electron switched on in a page', /nodeIntegration: true|contextIsolation: false|sandbox: false|webSecurity: false|webviewTag: true/],
  ['images changed by nativeImage', /nativeImage/],
])('no %s', (_what, pattern) => {
  expect(mentions(pattern)).toEqual([]);
});

it.each(SOURCE_FILES)('%s has no default export', (file) => {
  expect(hasDefaultExport(file, read(file))).toBe(false);
});
