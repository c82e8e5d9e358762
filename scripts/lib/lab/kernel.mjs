import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publishFolder } from '../cache-folder.mjs';
import { readableCacheDirs } from '../places.mjs';
import { ask } from '../processes.mjs';
import { say, Stop } from '../say.mjs';

/**
 * A Debian kernel, unpacked and not installed: `image` to boot, `modules` = its lib/modules folder.
 * @typedef {{ readonly version: string, readonly image: string, readonly modules: string }} Kernel
 */

/**
 * The newest kernel Debian offers, fetched from the system's own package source once and kept in the cache.
 * @returns {Promise<Kernel>}
 */
export async function labKernel() {
  const package_ = newestKernelPackage();
  const name = `lab-${package_}`;
  const at = () => readableCacheDirs().map((dir) => join(dir, name)).find((dir) => existsSync(dir));
  if (at() === undefined) {
    say(`Tải nhân Linux cho phòng thí nghiệm: ${package_}`, 'fetching the laboratory’s kernel');
    await publishFolder(name, async (dir) => unpack(package_, dir));
  }
  return kernelIn(at() ?? '');
}

/** The meta package names the real one. */
function newestKernelPackage() {
  const depends = ask('apt-cache', ['depends', 'linux-image-amd64']);
  const name = /Depends: (linux-image-\S+-amd64)/.exec(depends.stdout)?.[1];
  if (name === undefined) throw new Stop('Không tìm thấy gói nhân Linux (linux-image-amd64) trong nguồn gói của hệ thống.', 'The system’s package source has no linux-image-amd64.');
  return name;
}

/**
 * @param {string} package_
 * @param {string} dir
 */
function unpack(package_, dir) {
  const draft = mkdtempSync(join(tmpdir(), 'tcc-kernel-'));
  try {
    if (!ask('apt-get', ['download', '-q', package_], { cwd: draft }).ok) throw new Stop(`Không tải được ${package_}.`, `Cannot download ${package_}.`);
    const file = readdirSync(draft).find((name) => name.endsWith('.deb')) ?? '';
    const whole = join(draft, 'whole');
    if (!ask('dpkg-deb', ['-x', join(draft, file), whole]).ok) throw new Stop(`Gói ${file} hỏng.`, `${file} is damaged.`);
    for (const part of ['boot', 'lib']) renameAcross(join(whole, existsSync(join(whole, part)) ? part : join('usr', part)), join(dir, part));
    const { version } = kernelIn(dir);
    if (!ask('depmod', ['-b', dir, version]).ok && !ask('/usr/sbin/depmod', ['-b', dir, version]).ok) throw new Stop('depmod không chạy được.', 'depmod failed.');
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * The temporary folder may lie on another file system.
 * @param {string} from
 * @param {string} to
 */
function renameAcross(from, to) {
  try {
    renameSync(from, to);
  } catch {
    if (!ask('cp', ['-a', from, to]).ok) throw new Stop(`Không chép được ${from}.`, `Cannot copy ${from}.`);
  }
}

/**
 * @param {string} dir
 * @returns {Kernel}
 */
function kernelIn(dir) {
  const [version = ''] = readdirSync(join(dir, 'lib/modules'));
  return { version, image: join(dir, 'boot', `vmlinuz-${version}`), modules: join(dir, 'lib/modules', version) };
}
