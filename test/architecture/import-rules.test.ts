import { expect, it } from 'vitest';
import { faultOf } from './import-rules.ts';
import { hasDefaultExport, scanImports } from './import-scan.ts';

const faults = (file: string, text: string, test = false): readonly string[] =>
  scanImports(file, text).flatMap((one) => faultOf(file, one, test) ?? []);

it.each([
  ['electron/core/a.ts', `import { z } from 'zod';`],
  ['electron/core/a.ts', `import { join } from 'node:path';`],
  ['electron/core/a.ts', `import type { Call } from '../contract/call.ts';`],
  ['electron/core/a.ts', `export { z } from 'zod';`],
  ['electron/core/a.ts', `export * from '../main/main.ts';`],
  ['electron/core/a.ts', `import 'node:fs';`],
  ['electron/core/a.ts', `const fs = await import('node:fs');`],
  ['electron/core/a.ts', `const fs = await import(\`node:fs\`);`],
  ['electron/core/a.ts', `const fs = require('node:fs');`],
  ['electron/core/a.ts', `const fs = module.require('node:fs');`],
  ['electron/core/a.ts', `type F = import('node:fs').Stats;`],
  ['electron/core/a.ts', `const name = 'x'; await import(name);`],
  ['electron/contract/a.ts', `import { app } from 'electron';`],
  ['electron/contract/a.ts', `import { page } from '../../renderer/app/a.ts';`],
  ['drivers/contract/a.ts', `import { serve } from '../../native-bridges/kit/serve.ts';`],
  ['drivers/reader/a.ts', `import { b } from '../camera/b.ts';`],
  ['drivers/reader/a.ts', `import { citizens } from '../personas/citizens.ts';`],
  ['drivers/reader/a.ts', `import HID from 'node-hid';`],
  ['native-bridges/kit/a.ts', `import { app } from 'electron';`],
  ['native-bridges/kit/a.ts', `import { unzip } from 'fflate';`],
  ['native-bridges/transports/a.ts', `import { reader } from '../../drivers/reader/reader.ts';`],
  ['native-bridges/device-host/a.ts', `import { openDatabase } from '../store-host/database.ts';`],
  ['native-bridges/device-host/a.ts', `import Database from 'better-sqlite3-multiple-ciphers';`],
  ['native-bridges/device-host/a.ts', `import Database = require('better-sqlite3-multiple-ciphers');`],
  ['native-bridges/device-host/a.ts', `createRequire(import.meta.url)('better-sqlite3-multiple-ciphers');`],
  ['native-bridges/store-host/a.ts', `import { reader } from '../../drivers/catalog.ts';`],
  ['native-bridges/store-host/a.ts', `import { list } from '../transports/hid.ts';`],
  ['native-bridges/practice-centre/a.ts', `import { seal } from '../store-host/sealing/seal.ts';`],
  ['native-bridges/practice-centre/a.ts', `import { reader } from '../../drivers/reader/reader.ts';`],
  ['electron/main/a.ts', `import { serve } from '../../native-bridges/kit/serve.ts';`],
  ['electron/main/a.ts', `import { App } from '../../renderer/app/App.tsx';`],
  ['electron/main/a.ts', `import HID from 'node-hid';`],
  ['electron/preload/a.ts', `import { readFile } from 'node:fs/promises';`],
  ['electron/preload/a.ts', `import { ok } from '../core/result/result.ts';`],
  ['electron/preload/a.ts', `import { HostInit } from '../contract/host.ts';`],
  ['renderer/app/a.tsx', `import { ipcRenderer } from 'electron';`],
  ['renderer/app/a.tsx', `import { reader } from '../../drivers/reader/reader.ts';`],
  ['renderer/app/a.tsx', `import { z } from 'zod';`],
  ['renderer/app/a.tsx', `import 'reactive';`],
  ['renderer/app/a.tsx', `import { it } from 'vitest';`],
  ['elsewhere/a.ts', `import { ok } from '../electron/core/result/result.ts';`],
])('%s refuses %s', (file, text) => {
  expect(faults(file, text)).toHaveLength(1);
});

it.each([
  ['electron/core/a/a.ts', `import { ok } from '../result/result.ts';`],
  ['electron/contract/a.ts', `import { z } from 'zod'; import type { Role } from '../core/access/roles.ts';`],
  ['drivers/sim-camera/a.ts', `import { citizens } from '../personas/citizens.ts';`],
  ['drivers/reader/simulator.ts', `import { citizens } from '../personas/citizens.ts';`],
  ['drivers/catalog.ts', `import { reader } from './reader/reader.ts';`],
  ['native-bridges/transports/hid.ts', `const HID = await import('node-hid');`],
  ['native-bridges/device-host/a.ts', `import { catalog } from '../../drivers/catalog.ts'; import { encode } from 'fast-png';`],
  ['native-bridges/store-host/a.ts', `import { readManifest } from '../kit/sealed-dossier/manifest.ts';`],
  ['native-bridges/practice-centre/a.ts', `import { citizens } from '../../drivers/personas/citizens.ts';`],
  ['electron/preload/a.ts', `import type { Reply } from '../contract/call.ts'; import { ipcRenderer } from 'electron';`],
  ['renderer/app/a.tsx', `import type { z } from 'zod';`],
  ['renderer/app/a.tsx', `import { createRoot } from 'react-dom/client'; import css from './a.css?inline';`],
])('%s allows %s', (file, text) => {
  expect(faults(file, text)).toEqual([]);
});

it('lets tests use the test tools and nothing of another layer', () => {
  expect(faults('electron/core/a.test.ts', `import { it } from 'vitest'; import { readFileSync } from 'node:fs';`, true)).toEqual([]);
  expect(faults('electron/core/a.test.ts', `import { app } from 'electron';`, true)).toHaveLength(1);
});

it.each([`export default 1;`, `const a = 1; export { a as default };`, `export default function f() {}`])('sees the default export in %s', (text) => {
  expect(hasDefaultExport('a.ts', text)).toBe(true);
});

it('takes no named export for a default one', () => {
  expect(hasDefaultExport('a.ts', `export const a = 1; export { b } from './b.ts';`)).toBe(false);
});
