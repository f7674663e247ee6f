import type { Logger } from 'pino'
import type { Delivery, Outcome, Settlement } from './delivery.ts'

/** One line for each attempt that did not end as it should, by ids alone: the report names the chats. */
export function logDelivery(
  log: Logger,
  { id: delivery, mailing, task, destination: { id: destination, platform } }: Delivery,
  { state, reason }: Settlement,
  outcome: Outcome | undefined,
): void {
  const facts = { platform, mailing, delivery, destination, task }
  if (outcome?.kind === 'later') {
    const { seconds, everywhere } = outcome
    log.warn({ ...facts, seconds, everywhere }, 'asked to wait')
  } else if (outcome?.kind === 'gone') log.info({ ...facts, reason }, 'nobody there any more')
  else if (state === 'failed') log.warn({ ...facts, reason }, 'not delivered')
  else if (state === 'uncertain') log.warn({ ...facts, reason }, 'perhaps not delivered')
  else if (outcome?.kind === 'trouble') log.warn({ ...facts, reason }, 'delivery to be repeated')
}
