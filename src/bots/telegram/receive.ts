import type { UpdateSink } from '@grammyjs/runner'
import type { Update } from 'grammy/types'
import type { WebApp } from '../../operation/http-server.ts'
import type { Status } from '../../operation/status.ts'
import type { Connection } from './connection.ts'
import { insist } from './insist.ts'
import { allowedUpdates, pollSeconds, startPolling } from './polling.ts'
import type { Inbox } from './updates.ts'
import { webhookApp } from './webhook.ts'

/** Where Telegram sends updates; `secret` is what it names itself by. */
export type Webhook = { readonly url: string; readonly secret: string }

/** Seconds beyond those for which Telegram holds a request by intent. */
const pollTimeoutSeconds = pollSeconds + 10

/**
 * Has Telegram send updates to the webhook, or asks for them if there is none, until disposed of. Throws as `insist`
 * does.
 */
export async function receiveUpdates({
  connection,
  webhook,
  mount,
  inbox,
  sink,
  report,
  stopping,
}: {
  readonly connection: Connection
  readonly webhook: Webhook | undefined
  /** Is given what receives updates, if there is a webhook. */
  readonly mount: (app: WebApp) => void
  readonly inbox: Inbox
  readonly sink: UpdateSink<Update>
  readonly report: (status: Status) => void
  readonly stopping: AbortSignal
}): Promise<Disposable> {
  const { api, apiWithin, calls } = connection
  const { log } = calls
  if (webhook) {
    mount(webhookApp({ path: new URL(webhook.url).pathname, secret: webhook.secret, inbox, sink, log }))
    await insist(
      'TELEGRAM_WEBHOOK_URL',
      () => api.setWebhook(webhook.url, { secret_token: webhook.secret, allowed_updates: allowedUpdates }),
      { stopping, log },
    )
    return { [Symbol.dispose]: () => {} }
  }
  await insist('TELEGRAM_BOT_TOKEN', () => api.deleteWebhook(), { stopping, log })
  return startPolling({ api: apiWithin(pollTimeoutSeconds), inbox, sink, log, report, stopping })
}
