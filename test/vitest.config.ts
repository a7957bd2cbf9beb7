import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/seed.ts'],
    // Many tests start processes or servers; on a busy machine five seconds are not enough for an honest one.
    testTimeout: 20_000,
  },
});
