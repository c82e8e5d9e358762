import { createHash } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { untilBoot } from '../security/raw-page.ts';
import { launchStation } from '../station.ts';
import { OFFICER } from './people.ts';
import { CounterPlayer } from './player.ts';
import { words } from './words.ts';

let dataDir: string;
const database = (): string => join(dataDir, 'practice/store/station.db');
const keyFile = (): string => join(dataDir, 'practice/keys/practice.key');
const hashOf = async (path: string): Promise<string> => createHash('sha256').update(await readFile(path)).digest('hex');

let whole: { readonly database: Buffer; readonly key: Buffer };
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'station-blocked-'));
  const station = await launchStation({ dataDir, args: ['--citizens=20'] });
  await untilBoot(station.page, 'every-host-ready');
  await station.close();
  whole = { database: await readFile(database()), key: await readFile(keyFile()) };
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

/** Bytes in the middle of every page are turned: the header and its salt stay, so the key still seems right. */
const torn = (bytes: Buffer): Buffer => {
  const broken = Buffer.from(bytes);
  for (let at = 6_000; at < broken.length; at += 4_096) broken[at] = broken[at]! ^ 0xff;
  return broken;
};

it.each([
  ['a torn database', 'store.corrupt', () => writeFile(database(), torn(whole.database))],
  ['a file that is no database of the station', 'store.foreign', () => writeFile(database(), 'SQLite format 3\0 but of somebody else'.padEnd(8_192, '.'))],
  ['another key', 'store.wrong-key', () => writeFile(keyFile(), Buffer.from(whole.key.map((byte, i) => (i === whole.key.length - 1 ? byte : byte ^ 1))))],
  ['a key file cut short', 'keys.damaged', () => writeFile(keyFile(), whole.key.subarray(0, 7))],
] as const)('%s: the screen says what happened and what to do, and the files stay as they are', async (_what, code, spoil) => {
  await chmod(keyFile(), 0o600);
  await spoil();
  const before = [await hashOf(database()), await hashOf(keyFile())];
  const station = await launchStation({ dataDir, args: ['--citizens=20'] });
  const alert = station.page.getByRole('alert');
  await alert.getByText(code, { exact: true }).waitFor();
  expect(await alert.getByRole('heading').textContent()).toBe(words('shell', `boot.blocked.${code}`));
  expect(await alert.getByText(words('shell', 'boot.blocked.untouched')).isVisible()).toBe(true);
  expect(await alert.getByRole('button', { name: words('shell', 'retry') }).isVisible()).toBe(true);

  expect([await hashOf(database()), await hashOf(keyFile())]).toEqual(before);
  // What was spoilt is put back: “try again” goes on from there without a restart of the program.
  await writeFile(database(), whole.database);
  await writeFile(keyFile(), whole.key);
  await station.page.keyboard.press('F5');
  await new CounterPlayer(station.page).signIn(OFFICER);
  await station.close();
});
