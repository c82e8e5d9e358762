import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { Stop } from '../say.mjs';

/** What the guest needs before it sees the host's files. */
const TO_SEE_THE_HOST = ['virtio_pci', '9pnet_virtio', '9p', 'overlay'];
/** Virtual HID devices from user space; a USB controller without a plug; a serial gadget and the driver for it. */
const FOR_THE_TESTS = ['uhid', 'hid-generic', 'dummy_hcd', 'libcomposite', 'usb_f_acm', 'cdc-acm'];

/**
 * A file system for the boot: busybox, the modules, and an `init` that lays a writable sheet over the host's files (read-only, over 9p),
 * runs the tests in it, and switches the machine off.
 * @param {{ dir: string, kernel: import('./kernel.mjs').Kernel, command: string }} what `command`: a shell line for the guest
 * @returns {string} the archive's path
 */
export function makeInitramfs({ dir, kernel, command }) {
  const root = join(dir, 'initramfs');
  for (const folder of ['bin', 'dev', 'proc', 'sys', 'host', 'sheet', 'root', 'modules']) mkdirSync(join(root, folder), { recursive: true });
  copyFileSync('/usr/bin/busybox', join(root, 'bin/busybox'));
  chmodSync(join(root, 'bin/busybox'), 0o755);
  const early = loadOrder(kernel, TO_SEE_THE_HOST);
  const late = loadOrder(kernel, FOR_THE_TESTS).filter((path) => !early.includes(path));
  for (const path of [...early, ...late]) copyFileSync(join(kernel.modules, path), join(root, 'modules', basename(path)));
  writeFileSync(join(root, 'init'), initScript({ early: early.map((path) => basename(path)), late: late.map((path) => basename(path)), command }), { mode: 0o755 });
  return pack(root, join(dir, 'initramfs.cpio'));
}

/**
 * Modules with everything they stand on, in the order in which they load.
 * @param {import('./kernel.mjs').Kernel} kernel
 * @param {readonly string[]} names
 */
function loadOrder(kernel, names) {
  const needs = new Map(readFileSync(join(kernel.modules, 'modules.dep'), 'utf8').trim().split('\n').map((line) => {
    const [path = '', rest = ''] = line.split(':');
    return /** @type {const} */ ([path, rest.trim().split(' ').filter(Boolean).reverse()]);
  }));
  const builtIn = readFileSync(join(kernel.modules, 'modules.builtin'), 'utf8');
  const same = (/** @type {string} */ path) => basename(path).replace(/\.ko(\.xz|\.zst)?$/, '').replaceAll('-', '_');
  return [...new Set(names.flatMap((name) => {
    const path = [...needs.keys()].find((candidate) => same(candidate) === name.replaceAll('-', '_'));
    if (path !== undefined) return [...(needs.get(path) ?? []), path];
    if (builtIn.split('\n').some((line) => same(line) === name.replaceAll('-', '_'))) return [];
    throw new Stop(`Nhân ${kernel.version} không có mô-đun ${name}.`, `Kernel ${kernel.version} has no module ${name}.`);
  }))];
}

/** @param {{ early: readonly string[], late: readonly string[], command: string }} what */
const initScript = ({ early, late, command }) => `#!/bin/busybox sh
b=/bin/busybox
$b mount -t proc proc /proc; $b mount -t sysfs sysfs /sys; $b mount -t devtmpfs dev /dev
for m in ${early.join(' ')}; do $b insmod /modules/$m || echo "lab: cannot load $m"; done
$b mount -t 9p -o trans=virtio,version=9p2000.L,ro,cache=loose,msize=1048576 host /host || { echo "lab: no host"; $b poweroff -f; }
$b mount -t tmpfs -o size=1g sheet /sheet; $b mkdir /sheet/upper /sheet/work
$b mount -t overlay -o lowerdir=/host,upperdir=/sheet/upper,workdir=/sheet/work overlay /root
for m in ${late.join(' ')}; do $b insmod /modules/$m || echo "lab: cannot load $m"; done
for d in proc sys dev; do $b mkdir -p /root/$d; $b mount --move /$d /root/$d; done
$b mount -t configfs none /root/sys/kernel/config; $b mkdir -p /root/dev/pts /root/dev/shm
$b mount -t devpts devpts /root/dev/pts; $b mount -t tmpfs -o mode=1777 tmp /root/dev/shm
$b mount -t tmpfs -o mode=1777 tmp /root/tmp; $b mkdir -p /root/mnt; $b mount -t tmpfs none /root/mnt; $b mkdir /root/mnt/lab
$b mount -t 9p -o trans=virtio,version=9p2000.L,msize=1048576 results /root/mnt/lab || echo "lab: no results folder"
$b ip link set lo up
$b chroot /root /bin/sh -c '${command.replaceAll("'", "'\\''")}'
echo $? > /root/mnt/lab/exit
$b sync; $b poweroff -f
`;

/**
 * @param {string} root
 * @param {string} archive
 */
function pack(root, archive) {
  const files = spawnSync('find', ['.', '-print0'], { cwd: root, maxBuffer: 1 << 24 });
  const packed = spawnSync('cpio', ['--quiet', '-0', '-o', '-H', 'newc', '-R', '0:0'], { cwd: root, input: files.stdout, maxBuffer: 1 << 28 });
  if (packed.status !== 0) throw new Stop('Không đóng được initramfs.', 'Cannot pack the initramfs.');
  writeFileSync(archive, packed.stdout);
  return archive;
}
