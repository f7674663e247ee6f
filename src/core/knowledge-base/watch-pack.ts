import { statSync, watch, type FSWatcher } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { dataPaths } from '../../knowledge/pack-files.ts'

/** How often the files are looked at, and how long they must have stayed as they are, in milliseconds. */
export type WatchPace = { readonly everyMs: number; readonly settledMs: number }

/** Editors write a file in several steps, or several files one by one. */
const usual: WatchPace = { everyMs: 1000, settledMs: 200 }

export type Watching = {
  readonly since: string
  readonly onChange: () => Promise<void>
  readonly stopped: AbortSignal
  readonly pace?: WatchPace | undefined
}

/** The names, sizes and times of a pack's data files; two packs with the same are the same to the watcher. */
export function stateOf(path: string): string {
  try {
    return dataPaths(path)
      .map((file) => {
        const { size, mtimeMs, ino } = statSync(file)
        return `${file} ${size} ${mtimeMs} ${ino}`
      })
      .join('\n')
  } catch (error) {
    return String(error)
  }
}

/**
 * Calls `onChange` whenever the data files of a pack have changed and come to rest, one call at a time, until stopped.
 * `since`: the state that is known already. The file system tells of changes where it can (not across a network, nor in
 * every container), so the files are also looked at every second.
 */
export async function watchPack(path: string, { since, onChange, stopped, pace = usual }: Watching): Promise<void> {
  let known = since
  let woken = Promise.withResolvers<void>()
  using _watcher = tellOfChanges(path, () => woken.resolve())
  while (!stopped.aborted) {
    await Promise.race([woken.promise, rest(pace.everyMs, stopped)])
    woken = Promise.withResolvers<void>()
    let state = stateOf(path)
    if (state === known) continue
    for (let before: string | undefined; before !== state && !stopped.aborted; state = stateOf(path)) {
      before = state
      await rest(pace.settledMs, stopped)
    }
    if (stopped.aborted || state === known) continue
    known = state
    await onChange()
  }
}

function tellOfChanges(path: string, onEvent: () => void): Disposable {
  let watcher: FSWatcher | undefined
  try {
    const directory = statSync(path).isFile() ? dirname(path) : path
    // Without a listener an error, such as a directory that is removed, would end the process.
    watcher = watch(directory, { persistent: false }, onEvent).on('error', () => {})
  } catch {
    // No watches are left, or the file system has none: looking every second is enough.
  }
  return { [Symbol.dispose]: () => watcher?.close() }
}

async function rest(ms: number, stopped: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal: stopped, ref: false }).catch(() => {})
}
