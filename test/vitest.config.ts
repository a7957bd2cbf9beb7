import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/seed.ts'],
    // Processes, servers and browsers are waited for: half as many workers again as there are cores keep them busy.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    // Many tests start processes or servers; on a busy machine even twenty seconds are not enough for an honest one.
    testTimeout: 60_000,
  },
});
