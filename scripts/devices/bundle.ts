import { writeFileSync } from 'node:fs';
import { arch, platform, release } from 'node:os';
import { bundleFiles, zipBundle } from '../../native-bridges/kit/diagnostic-bundle/diagnostic-bundle.ts';
import { deskParts } from '../../native-bridges/kit/diagnostic-bundle/desk-parts.ts';
import project from '../../package.json' with { type: 'json' };
import { openDesk, type DeskOptions } from './desk-session.ts';

export type BundleOptions = DeskOptions & { readonly outFile: string; readonly json: boolean };

/** Parts of a bundle that only a running station has. */
const OF_THE_STORE = ['health', 'station', 'settings', 'audit'] as const;

/** The diagnostic bundle of the devices on this machine, without a store. @returns the exit code: 0 written. @throws where the file can't be written */
export async function makeBundle({ outFile, json, ...options }: BundleOptions): Promise<number> {
  const desk = await openDesk(options);
  await desk.settled();
  const { missing, ...parts } = await deskParts(desk.store);
  await desk.close();
  const files = bundleFiles({
    versions: { program: project.version, node: process.versions.node, system: `${platform()} ${release()} ${arch()}`, madeAt: new Date().toISOString() },
    ...parts, missing: { ...missing, ...Object.fromEntries(OF_THE_STORE.map((part) => [part, 'host.not-ready'])) },
  });
  const zip = zipBundle(files);
  writeFileSync(outFile, zip);
  const report = { ok: true, file: outFile, bytes: zip.length, files: files.map(({ name, bytes }) => ({ name, bytes: bytes.length })) };
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : `${outFile} · ${zip.length} bytes · ${files.map(({ name }) => name).join(', ')}\n`);
  return 0;
}
