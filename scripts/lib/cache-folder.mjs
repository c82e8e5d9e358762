import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { IS_ROOT, writableCacheDir } from './places.mjs';
import { ask } from './processes.mjs';

/**
 * Makes a folder in the cache whole or not at all: it is filled under another name and renamed when ready,
 * so a killed run leaves nothing that could be taken for it.
 * @param {string} name
 * @param {(dir: string) => Promise<void>} fill gets an existing empty folder
 */
export async function publishFolder(name, fill) {
  const cache = writableCacheDir();
  mkdirSync(cache, { recursive: true });
  if (IS_ROOT) chmodSync(cache, 0o755);
  const target = join(cache, name);
  const draft = mkdtempSync(join(cache, '.unpacking-'));
  try {
    await fill(draft);
    ask('chmod', ['-R', 'u+rwX,a+rX', draft]);
    if (IS_ROOT) trustSandboxHelper(draft);
    if (!existsSync(target)) renameSync(draft, target);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * Chromium's own sandbox helper, as Electron's packages install it (root, set-user-id): used by the kernel only
 * where user namespaces are forbidden to ordinary users.
 * @param {string} dir
 */
function trustSandboxHelper(dir) {
  const helper = join(dir, 'chrome-sandbox');
  if (!existsSync(helper)) return;
  ask('chown', ['root:root', helper]);
  chmodSync(helper, 0o4755);
}
