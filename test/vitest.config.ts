import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/seed.ts'],
    // Many tests start processes or servers; on a busy machine even twenty seconds are not enough for an honest one.
    testTimeout: 60_000,
  },
});
