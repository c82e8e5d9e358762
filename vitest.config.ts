import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Unit tests lie beside their source, the rest under test/. Caches go to the temporary folder: the tests run as a user who can't write here. */
export default defineConfig({
  cacheDir: join(tmpdir(), 'tram-can-cuoc-vitest'),
  test: {
    include: ['{electron,drivers,native-bridges,renderer}/**/*.test.{ts,tsx}', 'test/{architecture,contract,integration}/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
