import { setTimeout as pause } from 'node:timers/promises'
import type { Watch, WatchStore } from './watch.ts'

/** Pages that are kept up to date. */
export type WatchedPages = Pick<WatchStore, 'watch' | 'watches' | 'unwatch'> & {
  /**
   * Draws on one, unless it has been left alone meanwhile: undefined then. Whoever leaves it alone waits for what this
   * process is drawing, though not for long: what they show next is not drawn over.
   */
  readonly draw: <T>(watch: Watch, drawing: () => Promise<T>) => Promise<T | undefined>
}

/** How long what is being drawn is waited for: about as long as somebody who pressed a button waits. */
const patienceMs = 3000

/** One for the whole process: who draws and who leaves alone must know of each other. */
export function openWatchedPages({ watch, watches, isWatched, unwatch }: WatchStore): WatchedPages {
  /** What is being drawn by us, by the message. */
  const drawings = new Map<string, Promise<unknown>>()
  return {
    watch,
    watches,
    async draw(watched, drawing) {
      const key = keyOf(watched)
      const drawn = isWatched(watched).then((still) => (still ? drawing() : undefined))
      drawings.set(key, drawn)
      return drawn.finally(() => {
        if (drawings.get(key) === drawn) drawings.delete(key)
      })
    },
    async unwatch(watched) {
      const wasWatched = await unwatch(watched)
      const drawn = drawings.get(keyOf(watched))
      if (drawn) await Promise.race([drawn.catch(() => {}), pause(patienceMs, undefined, { ref: false })])
      return wasWatched
    },
  }
}

function keyOf({ announcement, platform, chat, message }: Omit<Watch, 'person'>): string {
  return [announcement, platform, chat, message].join(' ')
}
