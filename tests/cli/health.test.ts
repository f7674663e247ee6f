import { expect, test } from 'vitest'
import { runHealth } from '../../src/cli/health.ts'
import { readConfig } from '../../src/operation/config.ts'

test.for([
  { env: { HTTP_PORT: '1' }, says: /no answer from http:\/\/127\.0\.0\.1:1\/healthz: .*is the program running/ },
  { env: { HTTP_PORT: '1', HTTP_HOST: '::' }, says: /no answer from http:\/\/\[::1\]:1\/healthz/ },
  { env: { HTTP_PORT: '0' }, says: /HTTP_PORT is 0, any free port/ },
])('where $env is nobody, it is said whom was asked', async ({ env, says }) => {
  await expect(runHealth([], readConfig(env))).rejects.toThrow(says)
})
