import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** The real program on real Electron. One file at a time: two programs on two cores would measure each other. */
export default defineConfig({
  cacheDir: join(tmpdir(), 'tram-can-cuoc-vitest'),
  test: {
    include: ['test/e2e/**/*.e2e.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
  },
});
