import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../processes.mjs';

/** Booting takes about ten seconds in software; the tests a minute or two. */
const LIMIT_MS = 9 * 60_000;

/**
 * Boots the small virtual machine and waits until it has switched itself off. In software: no KVM and no rights are needed. It sees the host's files
 * read-only, and may write into `results` alone.
 * @param {{ kernel: import('./kernel.mjs').Kernel, initramfs: string, results: string, ids: { uid?: number, gid?: number } }} what
 * @returns {Promise<number>} exit code of the guest's command; 1 when it never came to its end
 */
export async function bootLab({ kernel, initramfs, results, ids }) {
  const share = (/** @type {string} */ id, /** @type {string} */ path, /** @type {boolean} */ readonly) =>
    ['-fsdev', `local,id=${id},path=${path},security_model=none${readonly ? ',readonly=on,multidevs=remap' : ''}`, '-device', `virtio-9p-pci,fsdev=${id},mount_tag=${id}`];
  const args = [
    '-machine', 'q35', '-accel', 'tcg,thread=multi', '-cpu', 'max', '-smp', '2', '-m', '2048', '-display', 'none', '-no-reboot', '-nodefaults', '-serial', 'stdio', '-nic', 'none',
    '-kernel', kernel.image, '-initrd', initramfs, '-append', 'console=ttyS0 quiet loglevel=3 panic=-1',
    ...share('host', '/', true), ...share('results', results, false),
  ];
  await run('qemu-system-x86_64', args, { ...ids, timeoutMs: LIMIT_MS, cwd: '/' });
  const exit = join(results, 'exit');
  return existsSync(exit) ? Number.parseInt(readFileSync(exit, 'utf8'), 10) : 1;
}
