import { defineConfig } from 'vitest/config';

const results = process.env['LIMNER_TEST_RESULTS'];

/** Tests that take minutes: crashes, other Node versions, fresh installs. */
export default defineConfig({
  test: {
    reporters: results ? ['default', ['json', { outputFile: `${results}/slow.json` }]] : ['default'],
    include: ['test/slow/**/*.test.ts'],
    testTimeout: 600_000,
    fileParallelism: false,
  },
});
