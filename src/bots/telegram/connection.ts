import { Api, type ApiClientOptions } from 'grammy'
import type { Logger } from 'pino'
import { outgoing, type CallSignal, type Outgoing } from './outgoing.ts'
import { createPace } from './pace.ts'

/** What all calls share, and what is told of them. */
export type Calls = Pick<Outgoing, 'pace' | 'log' | 'cutOff' | 'failed'>

/** The way to the Bot API. */
export type Connection = {
  readonly token: string
  /** Undefined for Telegram's own servers. */
  readonly apiRoot: string | undefined
  readonly client: ApiClientOptions
  readonly calls: Calls
  /** For calls that belong to no update: paced, and repeated where that helps. */
  readonly api: Api
  /** Makes each call once, at once, and gives it up after so many seconds. */
  readonly apiWithin: (seconds: number) => Api
}

/** Seconds. Longer than servers are silent while they restart. */
const answerTimeoutSeconds = 75

/** Calls that have not begun are not made once `stopping` is aborted; those under way are cut off by `cutOff`. */
export function openConnection(
  { token, apiRoot }: Pick<Connection, 'token' | 'apiRoot'>,
  {
    stopping,
    cutOff,
    log,
    failed,
  }: {
    readonly stopping: AbortSignal
    readonly cutOff: AbortSignal
    readonly log: Logger
    readonly failed: () => void
  },
): Connection {
  const client = { ...(apiRoot === undefined ? {} : { apiRoot }), timeoutSeconds: answerTimeoutSeconds }
  const calls = { pace: createPace(stopping, cutOff), log, cutOff: cutOff as unknown as CallSignal, failed }
  const api = new Api(token, client)
  api.config.use(outgoing(calls))
  return {
    token,
    apiRoot,
    client,
    calls,
    api,
    apiWithin: (seconds) => new Api(token, { ...client, timeoutSeconds: seconds }),
  }
}
