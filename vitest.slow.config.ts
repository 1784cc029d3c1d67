import { defineConfig } from 'vitest/config';

const results = process.env['LIMNER_TEST_RESULTS'];

/** Tests that take minutes: crashes, other Node versions, fresh installs. */
export default defineConfig({
  test: {
    reporters: results ? ['default', ['json', { outputFile: `${results}/slow.json` }]] : ['default'],
    include: ['test/slow/**/*.test.ts'],
    testTimeout: 1_800_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    fileParallelism: false,
  },
});
