import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { backOff } from '../core/back-off.ts'
import type { Metrics } from '../operation/metrics.ts'
import type { Status } from '../operation/status.ts'
import { OperatorError } from '../knowledge/fault.ts'

const pauses = { firstMs: 1000, longestMs: 60_000 }

/** Whoever starts the program does not wait longer before they wonder. */
const silenceMs = 2000

/** What a platform is kept by. */
type Keeping = {
  /** How each platform stands, for the health page. */
  readonly statuses: Map<string, Status>
  readonly metrics: Pick<Metrics, 'up' | 'failed'>
  readonly log: Logger
  readonly stopping: AbortSignal
}

/**
 * Serves a platform again and again until we are stopped, with growing pauses, so that nothing that befalls one
 * platform stops another. What it is refused for is known to the health page, and in the end to the operator.
 */
export async function keepServing(
  name: string,
  platform: (report: (status: Status) => void) => Promise<void>,
  { statuses, metrics, log, stopping }: Keeping,
): Promise<void> {
  let upSince: number | undefined
  const report = (status: Status): void => {
    statuses.set(name, status)
    metrics.up(name, status.state === 'up')
    if (status.state === 'down') metrics.failed(name)
    if (status.state === 'up') upSince ??= performance.now()
  }
  report({ state: 'connecting' })
  const wondering = setTimeout(() => {
    if (statuses.get(name)?.state === 'connecting')
      log.warn({ platform: name }, 'not connected yet; still trying (npm start -- --check looks closer)')
  }, silenceMs)
  using _wondering = { [Symbol.dispose]: () => clearTimeout(wondering) }
  for (let failures = 1; !stopping.aborted; failures++) {
    try {
      return await platform(report)
    } catch (error) {
      if (error instanceof OperatorError) {
        log.error({ platform: name, reason: error.message }, 'platform refused')
        return report({ state: 'refused', reason: error.message })
      }
      if (upSince !== undefined && performance.now() - upSince > pauses.longestMs) failures = 1
      upSince = undefined
      const pauseMs = Math.round(backOff(failures, pauses))
      log.warn({ platform: name, err: error, pauseMs }, 'platform lost; trying again')
      report({ state: 'down', reason: error instanceof Error ? error.message : String(error) })
      await pause(pauseMs, undefined, { signal: stopping }).catch(() => {})
    }
  }
}
