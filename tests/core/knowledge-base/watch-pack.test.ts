import { renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { stateOf, watchPack } from '../../../src/core/knowledge-base/watch-pack.ts'
import { createWaiter } from '../../support/waiter.ts'
import { aDirectory } from '../../support/packs.ts'

const pace = { everyMs: 20, settledMs: 20 }

/** A pack of one file, watched; `until` waits for so many changes. */
function aWatchedPack(files: Readonly<Record<string, string>> = { 'a.yaml': 'one' }, settledMs = pace.settledMs) {
  const directory = aDirectory(files)
  const stop = new AbortController()
  const states: string[] = []
  const waiter = createWaiter(() => states.join('\n'))
  const watching = watchPack(directory, {
    since: stateOf(directory),
    stopped: stop.signal,
    pace: { ...pace, settledMs },
    onChange() {
      states.push(stateOf(directory))
      waiter.changed()
      return Promise.resolve()
    },
  })
  onTestFinished(async () => {
    stop.abort()
    await watching
  })
  return { directory, states, until: (count: number) => waiter.until(() => states.length >= count, `${count} changes`) }
}

describe('watchPack', () => {
  test('notices a file that was written in place', async () => {
    const { directory, until } = aWatchedPack()
    writeFileSync(join(directory, 'a.yaml'), 'two words')
    await until(1)
  })

  test('notices a file that was put in the place of another, as editors do', async () => {
    const { directory, until } = aWatchedPack({ 'a.yaml': 'one', 'b.tmp': 'two' })
    renameSync(join(directory, 'b.tmp'), join(directory, 'a.yaml'))
    await until(1)
  })

  test.for([
    { what: 'a new file', change: (path: string) => writeFileSync(join(path, 'b.yaml'), 'x') },
    { what: 'a file that is gone', change: (path: string) => rmSync(join(path, 'a.yaml')) },
    { what: 'another time', change: (path: string) => utimesSync(join(path, 'a.yaml'), 1, 1) },
    { what: 'the directory gone', change: (path: string) => renameSync(path, `${path}-away`) },
  ])('notices $what', async ({ change }) => {
    const { directory, until } = aWatchedPack()
    onTestFinished(() => rmSync(`${directory}-away`, { recursive: true, force: true }))
    change(directory)
    await until(1)
  })

  test('waits until all that is written one by one has been written', async () => {
    // Far longer than the writing takes, however busy the machine is.
    const { directory, states, until } = aWatchedPack(undefined, 500)
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      writeFileSync(join(directory, `${name}.yaml`), 'new')
      // Time enough for the watcher to have heard of it.
      for (let turn = 0; turn < 20; turn++) await setImmediate()
    }
    await until(1)
    expect(states).toEqual([stateOf(directory)])
  })

  test('does not mind what is no data of the pack, such as its compiled file', () => {
    const directory = aDirectory({ 'a.yaml': 'one' })
    const before = stateOf(directory)
    writeFileSync(join(directory, '.compiled'), 'x')
    expect(stateOf(directory)).toBe(before)
  })
})
