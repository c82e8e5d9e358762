import { copyFileSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright';
import { loadTrust } from '../dossier/load-trust.ts';
import { checkSealed } from '../../native-bridges/kit/sealed-dossier/check-sealed.ts';

/** What the kernel says about the window's process: the only proof that the sandbox is on. */
export async function sandboxOf(app: ElectronApplication): Promise<{ readonly seccomp: number; readonly uid: number }> {
  const pid = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId());
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const field = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? Number.NaN);
  return { seccomp: field('Seccomp'), uid: field('Uid') };
}

const filesIn = (dir: string, ending: string): readonly string[] => readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending));

/** The one sealed dossier the station keeps, opened with the practice centre's key as the centre would. */
export async function sealedDossier(stationDir: string, outDir: string): Promise<{ readonly id: string; readonly sha256: string; readonly bytes: number }> {
  const [name, ...more] = filesIn(join(stationDir, 'store'), '.p7m');
  if (name === undefined || more.length > 0) throw new Error(`expected one sealed dossier, found ${more.length + (name === undefined ? 0 : 1)}`);
  const path = join(stationDir, 'store', name);
  const bytes = readFileSync(path);
  const verdict = await checkSealed(bytes, loadTrust({ file: path, json: true, keysDir: join(stationDir, 'centre') }));
  if (verdict.dossier === undefined) throw new Error('the sealed dossier does not verify');
  copyFileSync(path, join(outDir, 'dossier.p7m'));
  return { id: verdict.dossier.manifest.dossierId, sha256: name.replace(/^.*\//, '').replace('.p7m', ''), bytes: bytes.length };
}

/** The centre's answers on its disk, the first copied out as its acknowledgement. */
export function centreAnswers(stationDir: string, outDir: string, sealSha256: string): { readonly state: string; readonly accepted: number; readonly duplicates: number } {
  const dir = join(stationDir, 'centre', 'answers');
  const answers = filesIn(dir, '.json').map((name) => JSON.parse(readFileSync(join(dir, name), 'utf8')) as { readonly sealSha256: string; readonly dossierId: string; readonly state: string });
  const accepted = answers.filter((entry) => entry.state === 'accepted');
  copyFileSync(join(dir, `${sealSha256}.json`), join(outDir, 'acknowledgement.json'));
  const state = answers.find((entry) => entry.sealSha256 === sealSha256)?.state ?? 'unknown';
  return { state, accepted: accepted.length, duplicates: accepted.length - new Set(accepted.map((entry) => entry.dossierId)).size };
}

/** The newest PDF the simulated printer left. */
export function printedReceipt(printDir: string, outDir: string): string {
  const newest = filesIn(printDir, '.pdf').map((name) => join(printDir, name)).sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
  if (newest === undefined) throw new Error('the simulated printer printed nothing');
  copyFileSync(newest, join(outDir, 'receipt.pdf'));
  return 'receipt.pdf';
}
