import { closeSync, readdirSync, readlinkSync } from 'node:fs';

/** Standard input, output, error and the channel to main: the only ones that were meant for this process. */
const LAST_OWN = 3;

/**
 * Closes what a child process of Electron inherits by accident. Chromium doesn't mark its descriptors close-on-exec, so a
 * child made by Node gets its profile, its shared memory and the sockets to its other processes. While a stranger holds
 * such a socket open, Chromium never learns that the process at the other end has died: a crashed page is not reported,
 * a failed graphics process leaves the window waiting for ever.
 *
 * Call it first, before anything is opened: every socket and file above the channel is then a stranger's. Pipes and
 * event descriptors are left alone, some of them are Node's own. Linux only; elsewhere nothing is inherited.
 */
export function closeInheritedDescriptors(): void {
  if (process.platform !== 'linux') return;
  for (const name of readdirSync('/proc/self/fd')) {
    const descriptor = Number(name);
    if (descriptor > LAST_OWN && isForeign(descriptor)) closeSync(descriptor);
  }
}

function isForeign(descriptor: number): boolean {
  let target: string;
  try {
    target = readlinkSync(`/proc/self/fd/${descriptor}`);
  } catch {
    return false; // The one that listed the folder: closed by now.
  }
  return target.startsWith('socket:') || target.startsWith('/dev/shm/') || (target.startsWith('/') && !target.startsWith('/dev/') && !target.startsWith('/proc/'));
}
