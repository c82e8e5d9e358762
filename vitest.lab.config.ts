import { defineConfig } from 'vitest/config';

/** Tests that need a real kernel’s HID and USB; they run in the laboratory (`npm run test:lab`), as root of a virtual machine. */
export default defineConfig({ test: { include: ['test/lab/**/*.lab.ts'], environment: 'node', testTimeout: 240_000, hookTimeout: 240_000, fileParallelism: false, cache: false } });
