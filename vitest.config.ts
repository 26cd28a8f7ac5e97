import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    alias: [
      // graphql 16 has an ESM and a CommonJS build; two copies in one process break instanceof.
      {
        find: /^graphql$/,
        replacement: fileURLToPath(new URL('node_modules/graphql/index.js', import.meta.url)),
      },
    ],
  },
  test: {
    // All cores: what many tests wait for is a database, not the processor.
    maxWorkers: '100%',
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/support/pglite-image.ts',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
