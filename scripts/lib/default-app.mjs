/**
 * What Electron's own download does when it is given a folder on its command line, for the registry runtime:
 * the first argument without a dash is the application. Source: Electron's default_app/main.ts.
 */
export const DEFAULT_APP_SOURCE = `'use strict';
const { app } = require('electron');
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

const target = process.argv.slice(1).find((arg) => !arg.startsWith('-'));
if (target === undefined) {
  process.stderr.write('usage: electron FOLDER [options]\\n');
  process.exit(1);
}
const folder = resolve(target);
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
process.defaultApp = true;
app.setAppPath(folder);
app.setName(manifest.productName ?? manifest.name);
if (manifest.version !== undefined) app.setVersion(manifest.version);
require(join(folder, manifest.main ?? 'index.js'));
`;
