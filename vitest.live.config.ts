import { defineConfig } from 'vitest/config';

const results = process.env['LIMNER_TEST_RESULTS'];

/** Tests against servers that are not ours: what the environment names is tried, all else skipped and said so. */
export default defineConfig({
  test: {
    reporters: results ? ['verbose', ['json', { outputFile: `${results}/live.json` }]] : ['verbose'],
    include: ['test/live/**/*.test.ts'],
    globalSetup: ['test/live/announce.ts'],
    testTimeout: 900_000,
    fileParallelism: false,
  },
});
