import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

/** Folders whose tests must pass unchanged in Node and in workerd; `*.node.test.ts` in them is for Node alone. */
const PORTABLE = [
  'errors',
  'pack',
  'guide',
  'prompt',
  'sheet',
  'raster',
  'workflow',
  'plan',
  'finish',
  'check',
  'pipeline',
  'providers/painter',
];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['test/slow/**'],
          testTimeout: 60_000,
        },
      },
      {
        plugins: [cloudflareTest({ miniflare: { compatibilityDate: '2026-10-01' } })],
        test: {
          name: 'workerd',
          include: PORTABLE.flatMap((folder) => [`src/${folder}/**/*.test.ts`, `src/${folder}.test.ts`]),
          exclude: ['**/*.node.test.ts', '**/node_modules/**'],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
