import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const module = fileURLToPath(new URL('../../src/operation/log.ts', import.meta.url))

/** What a program that runs these lines writes to its log. */
function logged(lines: string): string {
  const imports = `import { createLog } from ${JSON.stringify(module)}`
  const program = `${imports}\nconst log = createLog('info', ['hush'])\n${lines}`
  return spawnSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' }).stderr
}

test('a log has no secret, however deep in an error it is', () => {
  const line = logged(
    `const cause = new Error('https://api.example/bothush/getMe')
     log.warn({ err: new Error('outer', { cause }), url: 'hush' }, 'of hush')`,
  )
  expect(line).toContain('bot[secret]/getMe')
  expect(line).not.toContain('hush')
})

test('a log has of an error what happened and not what it happened to', () => {
  const line = logged(
    `const cause = Object.assign(new Error('why'), { payload: 'somebody’s words' })
     const err = Object.assign(new Error('failed', { cause }), { ctx: { text: 'somebody’s words' }, code: 'E7' })
     log.error({ err }, 'x')`,
  )
  expect(line).toMatch(/"message":"failed".*"code":"E7".*"message":"why"/)
  expect(line).not.toContain('somebody')
})

test('a log names levels, and moments so that people read them too', () => {
  expect(logged(`log.warn({ pauseMs: 5 }, 'call to be repeated')`)).toMatch(
    /^\{"level":"warn","time":"20\d\d-\d\d-\d\dT[\d:.]+Z",.*"pauseMs":5,"msg":"call to be repeated"\}\n$/,
  )
})
