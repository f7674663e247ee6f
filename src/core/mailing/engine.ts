import { setTimeout as pause } from 'node:timers/promises'
import type { Courier } from './courier.ts'
import { dispatch, type DispatchParts } from './dispatch.ts'
import type { Outbox } from './outbox.ts'
import { startPulse, type Agenda, type Pulse, type PulseParts } from './pulse.ts'
import { waitsSince } from './schedule.ts'
import { createScheduler, type SchedulerParts } from './scheduler.ts'

/** How long a stop waits for the store. */
const graceMs = 4000

export type EngineParts = Omit<SchedulerParts, 'store'> &
  Pick<PulseParts, 'now'> &
  Pick<DispatchParts<unknown>, 'uncertain' | 'eventName'> & {
    readonly schedule: SchedulerParts['store']
    readonly outbox: Outbox
    /** One cheap read; `waitsSince`: see ScheduleStore. */
    readonly readAgenda: (now: Date, waitsSince?: Date) => Promise<Agenda>
    /** Told of every write in this process after which there may be something to do; returns how to be told no more. */
    readonly onChange: (listener: () => void) => () => void
    readonly onSettled: (platform: string, state: 'sent' | 'failed' | 'uncertain') => void
  }

/**
 * Everything that sends mailings in this process: one scheduler, and one dispatcher for each platform that is there.
 */
export type MailingEngine = AsyncDisposable & {
  /** Delivers on a platform until it is stopped. Never rejects. */
  readonly deliver: <Part>(courier: Courier<Part>, stopped: AbortSignal) => Promise<void>
  readonly pulse: Pulse
}

/**
 * Starts what starts, finishes and looks after mailings; ends when it is disposed of, after the dispatchers have
 * ended.
 */
export function startMailings(parts: EngineParts): MailingEngine {
  const { readAgenda, schedule, onChange, onSettled, timeZone, now, log } = parts
  const ending = new AbortController()
  const pulse = startPulse({
    readAgenda: (moment) => readAgenda(moment, waitsSince(moment, timeZone())),
    now,
    log,
    stopping: ending.signal,
  })
  const forget = onChange(pulse.wake)
  const scheduler = createScheduler({ ...parts, store: schedule })
  const scheduling = lookAfterMailings()
  return {
    pulse,
    deliver: (courier, stopping) =>
      dispatch({
        ...parts,
        courier,
        scheduler,
        pulse,
        onSettled: (state) => onSettled(courier.platform, state),
        stopping,
      }),
    async [Symbol.asyncDispose]() {
      forget()
      ending.abort()
      // A store that hangs must not hold up the end.
      await Promise.race([Promise.all([scheduling, pulse.ended]), pause(graceMs, undefined, { ref: false })])
    },
  }

  async function lookAfterMailings(): Promise<void> {
    for (;;) {
      await pulse.until(({ mailings }) => mailings, ending.signal)
      if (ending.signal.aborted) return
      await scheduler
        .look(now())
        .catch((error: unknown) => log.warn({ err: error }, 'mailings not started or ended; trying again'))
    }
  }
}
