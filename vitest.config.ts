import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

/**
 * Folders whose tests must pass unchanged in Node and in workerd; `*.node.test.ts` in them is for Node alone, and
 * `*.workerd.test.ts` for workerd.
 */
const PORTABLE = [
  'pack',
  'guide',
  'prompt',
  'sheet',
  'raster',
  'workflow',
  'plan',
  'finish',
  'measure',
  'check',
  'pipeline',
  'providers/painter',
  'store/r2',
];

const results = process.env['LIMNER_TEST_RESULTS'];

/** No test may fail because its machine is slow: these end only what hangs. */
const PATIENCE = { testTimeout: 180_000, hookTimeout: 180_000, expect: { poll: { timeout: 60_000 } } };

export default defineConfig({
  test: {
    reporters: results ? ['default', ['json', { outputFile: `${results}/default.json` }]] : ['default'],
    // Many tests wait for a server or a process: one worker a core would leave the cores idle.
    maxWorkers: 3,
    projects: [
      {
        test: {
          name: 'node',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'gpu-worker/**/*.test.ts'],
          exclude: ['test/slow/**', 'test/live/**', '**/*.workerd.test.ts'],
          setupFiles: ['test/same-examples.ts'],
          ...PATIENCE,
        },
      },
      {
        plugins: [cloudflareTest({ miniflare: { compatibilityDate: '2026-10-01', r2Buckets: ['ASSETS'] } })],
        test: {
          name: 'workerd',
          // Portable code keeps no state that one test could leave to the next, and a workerd for each file takes a second.
          isolate: false,
          include: ['src/hash.test.ts', 'src/index.test.ts', ...PORTABLE.map((folder) => `src/${folder}/**/*.test.ts`)],
          exclude: ['**/*.node.test.ts', '**/node_modules/**'],
          setupFiles: ['test/same-examples.ts'],
          ...PATIENCE,
        },
      },
    ],
  },
});
