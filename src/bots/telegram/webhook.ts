import { createHash, timingSafeEqual } from 'node:crypto'
import type { UpdateSink } from '@grammyjs/runner'
import type { Update } from 'grammy/types'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { WebApp } from '../../operation/http-server.ts'
import type { Inbox } from './updates.ts'

/** Telegram's updates are some kilobytes; 100 kB of caption still pass. */
const mostBytes = 1024 * 1024

/** Some minutes of answers at Telegram's pace. */
const mostWaiting = 5000

/** Only what everything else relies on is checked: the rest is Telegram's, and the secret says that it is. */
const updateShape = z.looseObject({ update_id: z.int() })

/** Receives updates at the path of the webhook's address: stores one, says so, and handles it after that. */
export function webhookApp({
  path,
  secret,
  inbox,
  sink,
  log,
}: {
  path: string
  secret: string
  inbox: Inbox
  sink: UpdateSink<Update>
  log: Logger
}): WebApp {
  const app: WebApp = new Hono()
  app.post(path, bodyLimit({ maxSize: mostBytes }), async (context) => {
    if (!isSame(context.req.header('x-telegram-bot-api-secret-token') ?? '', secret)) {
      log.warn('a request to the webhook without its secret was refused')
      return context.text('unauthorized', 401)
    }
    const update = updateShape.safeParse(await context.req.json().catch(() => undefined))
    if (!update.success) return context.text('no update', 400)
    // Telegram sends again what was not received: what we could not hold now.
    if (sink.size() >= mostWaiting) return context.text('too many', 503)
    const fresh = await inbox.receive([update.data])
    const { outgoing } = context.env
    // Not before the answer has left: an update that Telegram sends again after a kill was then never begun.
    if (outgoing.closed) void sink.handle(fresh)
    else outgoing.once('close', () => void sink.handle(fresh))
    return context.body(null, 200)
  })
  app.onError((error, context) => {
    // Not received: Telegram will send it again.
    log.error({ err: error }, 'update not stored')
    return context.text('not stored', 500)
  })
  return app
}

/** Compares in a time that tells nothing about where two texts differ. */
function isSame(given: string, wanted: string): boolean {
  return timingSafeEqual(createHash('sha256').update(given).digest(), createHash('sha256').update(wanted).digest())
}
