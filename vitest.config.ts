import { defineConfig } from 'vitest/config';

// One configuration for every workspace: a test belongs to the package whose folder it lies in.
// Browser tests (e2e/) are Playwright's.
export default defineConfig({
  test: {
    include: [
      '{packages,apps}/*/src/**/*.test.{ts,tsx}',
      '{packages,apps}/*/test/**/*.test.{ts,tsx}',
      'bench/**/*.test.ts',
      'scripts/**/*.test.mjs',
    ],
    exclude: ['**/node_modules/**', '**/dist/**', '**/out/**', '**/.next/**'],
    environment: 'node',
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
