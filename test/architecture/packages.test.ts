import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scanImports } from './import-scan.ts';
import { PROGRAM_FILES, read, REPO_DIR } from './source-tree.ts';

type Entry = {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly link?: boolean;
  readonly inBundle?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};
const LOCK = JSON.parse(readFileSync(join(REPO_DIR, 'package-lock.json'), 'utf8')) as { readonly packages: Readonly<Record<string, Entry>> };
const PACKAGES = Object.entries(LOCK.packages).filter(([path]) => path !== '');
const MANIFEST = JSON.parse(read('package.json')) as { readonly dependencies: Record<string, string>; readonly devDependencies: Record<string, string> };

/** Licences that may be in what officers get. Fonts come under the OFL. */
const ALLOWED = new Set(['MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MPL-2.0', '0BSD', 'BlueOak-1.0.0', 'OFL-1.1', 'CC0-1.0', 'Unlicense', 'Python-2.0', 'MIT-0', 'Zlib']);

describe('packages', () => {
  it('are locked with a hash and name no address of their own: they come from the registry that npm is set to', () => {
    const wrong = PACKAGES.filter(([, entry]) => !entry.inBundle && (!entry.integrity?.startsWith('sha512-') || entry.resolved !== undefined));
    expect(wrong.map(([path]) => path)).toEqual([]);
  });

  it('are named with one exact version', () => {
    const versions = Object.entries({ ...MANIFEST.dependencies, ...MANIFEST.devDependencies });
    expect(versions.filter(([, version]) => !/^(npm:[@\w/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('that reach an officer’s machine carry an allowed licence', () => {
    const shipped = closureOf([...Object.keys(MANIFEST.dependencies), ...importedPackages()]);
    expect(shipped.size).toBeGreaterThan(20);
    const wrong = [...shipped].map((path) => [path, licenceOf(path)] as const).filter(([, licence]) => !isAllowed(licence));
    expect(wrong).toEqual([]);
  });

  it.each([['MIT', true], ['(MIT OR GPL-3.0)', true], ['MIT AND OFL-1.1', true], ['GPL-3.0', false], ['MIT AND GPL-3.0', false], ['UNLICENSED', false], ['', false]])(
    'licence %j allowed: %s', (licence, allowed) => {
      expect(isAllowed(licence)).toBe(allowed);
    });
});

/** An SPDX expression of names joined by AND and OR. */
function isAllowed(licence: string): boolean {
  const plain = licence.replace(/[()]/g, '');
  return plain.split(' OR ').some((choice) => choice.split(' AND ').every((name) => ALLOWED.has(name.trim())));
}

/** Packages whose manifest is silent, with the licence read in their own files; a new version has to be read again. */
const READ_BY_HAND: Readonly<Record<string, string>> = { 'png-js@2.0.0': 'MIT', 'combine-errors@3.0.3': 'MIT' };

function licenceOf(path: string): string {
  const entry = LOCK.packages[path];
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  return entry?.license ?? READ_BY_HAND[`${name}@${entry?.version}`] ?? '';
}

/** The page's packages are bundled, so they ship though they are only needed to build. */
function importedPackages(): readonly string[] {
  const names = PROGRAM_FILES.flatMap((file) => scanImports(file, read(file))).filter((one) => !one.typeOnly).map((one) => one.spec ?? '');
  const packages = names.filter((spec) => !spec.startsWith('.') && !spec.startsWith('node:') && spec !== 'electron');
  return packages.map((spec) => spec.split('/').slice(0, spec.startsWith('@') ? 2 : 1).join('/'));
}

function closureOf(roots: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (name: string, from: string): void => {
    const path = locate(name, from);
    if (path === undefined || seen.has(path)) return;
    seen.add(path);
    const { dependencies = {}, optionalDependencies = {} } = LOCK.packages[path]!;
    for (const next of Object.keys({ ...dependencies, ...optionalDependencies })) visit(next, path);
  };
  for (const root of roots) visit(root, '');
  return seen;
}

/** Node's own search: the nearest node_modules upwards. */
function locate(name: string, from: string): string | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0))) {
    const path = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (LOCK.packages[path] !== undefined) return path;
    if (at === '') return undefined;
  }
}
