import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { patiently } from '../../src/cli/patience.ts'

afterEach(() => void vi.useRealTimers())

/** What is written while something takes 2.5 seconds. */
async function written(screen: { isTTY?: boolean; columns?: number }): Promise<string[]> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearInterval', 'performance'] })
  const lines: string[] = []
  const { promise, resolve } = Promise.withResolvers<string>()
  setTimeout(() => resolve('done'), 2500)
  const waiting = patiently('Learning the pack bulletin', { ...screen, write: (text) => lines.push(text) }, promise)
  await vi.advanceTimersByTimeAsync(2500)
  expect(await waiting).toBe('done')
  return lines
}

test('what takes longer than a second is told of with its seconds, within the line, which is wiped away', async () => {
  expect(await written({ isTTY: true, columns: 20 })).toEqual([
    '\r1 s: Learning the p',
    '\r2 s: Learning the p',
    '\r\u001B[2K',
  ])
})

test('where there is no screen it is told of once', async () => {
  expect(await written({})).toEqual(['Learning the pack bulletin …\n'])
})

test('what is done at once is not told of', async () => {
  const lines: string[] = []
  await patiently('Nothing', { write: (text) => lines.push(text) }, pause(0))
  expect(lines).toEqual([])
})
