import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';

export type TerminalPair = { readonly host: string; readonly device: string; /** Both ends vanish, as a pulled cable. */ unplug(): Promise<void>; close(): Promise<void> };

/** Two real terminals joined by socat: what is written to one is read from the other. */
export async function openTerminalPair(): Promise<TerminalPair> {
  const dir = await mkdtemp(join(tmpdir(), 'serial-'));
  const [host, device] = [join(dir, 'host'), join(dir, 'device')];
  const socat = spawn('socat', ['-d', '-d', `pty,raw,echo=0,link=${host}`, `pty,raw,echo=0,link=${device}`], { stdio: ['ignore', 'ignore', 'pipe'] });
  await isJoined(socat);
  const unplug = async (): Promise<void> => {
    if (socat.exitCode !== null || socat.signalCode !== null) return;
    const gone = once(socat, 'exit');
    socat.kill('SIGKILL');
    await gone;
  };
  return {
    host, device, unplug,
    close: async () => {
      await unplug();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** socat says so once both ends are there. */
function isJoined(socat: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    socat.once('error', reject);
    socat.once('exit', () => reject(new Error(`socat ended: ${said}`)));
    socat.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('starting data transfer loop')) resolve();
    });
  });
}
