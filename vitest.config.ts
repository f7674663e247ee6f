import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/databases.setup.ts', 'tests/support/topics.setup.ts'],
    // Files share their worker, so that discord.js and the program are loaded once in each and not once a file.
    isolate: false,
    // Most of the time tests wait for what a platform asks for, so that more than there are cores run side by side.
    maxWorkers: Math.max(4, availableParallelism()),
    // Some tests start processes and wait out what a platform asks for; on a small machine that takes its time.
    testTimeout: 30_000,
  },
})
