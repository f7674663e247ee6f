import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Tests start real processes, some of them several; on a small machine that takes its time.
  test: { include: ['tests/**/*.test.ts'], testTimeout: 30_000 },
})
