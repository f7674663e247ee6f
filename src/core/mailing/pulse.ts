import type { Logger } from 'pino'
import type { Platform } from '../people/people.ts'

/** Which parts of the program have something to do. */
export type Agenda = {
  /** A mailing is to be started, gone on with, paused, dropped or finished. */
  readonly mailings: boolean
  /** Platforms on which something is to be sent, corrected or recalled, or is leased. */
  readonly deliveries: readonly Platform[]
  /** Platforms on which organizers are to be told something, or watch how sending gets on. */
  readonly organizers: readonly Platform[]
  /**
   * Platforms on which organizers watch what waits for its time, with the number of the latest act on any of it: what
   * they see of it changes with an act.
   */
  readonly waiting: { readonly [platform in Platform]?: number }
}

/** Says when there is something to do: the one place that asks the store while the program is idle. */
export type Pulse = {
  /** The first agenda that is read from now on and names what is wanted; undefined once the signal is aborted. */
  readonly until: (wanted: (agenda: Agenda) => boolean, stopped: AbortSignal) => Promise<Agenda | undefined>
  /** Something has changed: the agenda is read at once. */
  readonly wake: () => void
}

export type PulseParts = {
  /** One cheap read. */
  readonly readAgenda: (now: Date) => Promise<Agenda>
  readonly now: () => Date
  readonly log: Logger
  readonly stopping: AbortSignal
}

/**
 * Often enough for what another process writes, such as the terminal, to begin within about a second; and no more than
 * sixty times in an idle minute, with the little that platforms tidy.
 */
const everyMs = 1100

type Waiting = { readonly wanted: (agenda: Agenda) => boolean; readonly resolve: (agenda: Agenda | undefined) => void }

/**
 * Reads the agenda about once a second, and whenever it is woken, until `stopping` is aborted. A store that fails is
 * asked again a second later. `ended` resolves when nothing is read any more.
 */
export function startPulse({ readAgenda, now, log, stopping }: PulseParts): Pulse & { readonly ended: Promise<void> } {
  const waiting = new Set<Waiting>()
  let next = Promise.withResolvers<void>()
  const wake = (): void => next.resolve()
  stopping.addEventListener('abort', wake, { once: true })
  return {
    wake,
    async until(wanted, stopped) {
      if (stopped.aborted || stopping.aborted) return undefined
      const { promise, resolve } = Promise.withResolvers<Agenda | undefined>()
      const one = { wanted, resolve }
      const stop = (): void => resolve(undefined)
      waiting.add(one)
      stopped.addEventListener('abort', stop, { once: true })
      const agenda = await promise
      stopped.removeEventListener('abort', stop)
      waiting.delete(one)
      return agenda
    },
    ended: beat(),
  }

  async function beat(): Promise<void> {
    while (!stopping.aborted) {
      // What changes while the agenda is read may not be in it: then it is read again.
      next = Promise.withResolvers<void>()
      await look()
      if (stopping.aborted) break
      const timer = setTimeout(wake, everyMs)
      await next.promise
      clearTimeout(timer)
    }
    for (const { resolve } of waiting) resolve(undefined)
  }

  async function look(): Promise<void> {
    try {
      const agenda = await readAgenda(now())
      for (const { wanted, resolve } of waiting) if (wanted(agenda)) resolve(agenda)
    } catch (error) {
      log.warn({ err: error }, 'no look at what is to be sent; trying again')
    }
  }
}
