import type { Courier } from './courier.ts'
import { repeatingOf, type Delivery, type Outcome, type UncertainPolicy } from './delivery.ts'
import type { Mailing } from './mailing.ts'
import type { CopyProgress } from './outbox.ts'
import { reasonOf } from './reason.ts'

/** What carrying out a delivery needs. */
export type CarryOutParts<Part> = {
  readonly courier: Courier<Part>
  readonly uncertain: UncertainPolicy
  readonly now: () => Date
  /** The mailing as it is to be shown in the languages of a delivery; `messages`: see Courier. */
  readonly dressed: (mailing: Mailing, delivery: Delivery, messages?: number) => readonly Part[]
  /** What stands in the place of a copy that is recalled and can't be removed. */
  readonly notice: (delivery: Delivery) => Part
  /**
   * Our turn to make a call for so many messages, and still wanted, in this version if one is given: the moment before
   * the call, or undefined.
   */
  readonly begin: (delivery: Delivery, messages: number, version?: number) => Promise<Date | undefined>
  /** Writes down what of a copy is sent. */
  readonly progress: (delivery: Delivery, progress: CopyProgress) => Promise<void>
}

/** How the calls for a delivery ended; `held`: none was made, because its organizers are to decide. */
export type Ended = { readonly delivery: Delivery; readonly messages: readonly string[]; readonly begunAt?: Date } & (
  | { readonly outcome: Outcome }
  | { readonly held: true }
)

/** Makes the calls that a task needs, one after the other. Undefined if none was to be made, or not all. */
export function carryOut<Part>(
  delivery: Delivery,
  mailing: Mailing,
  parts: CarryOutParts<Part>,
): Promise<Ended | undefined> {
  switch (delivery.task) {
    case 'send':
      return send(delivery, mailing, parts)
    case 'correct':
      return correct(delivery, parts.dressed(mailing, delivery, delivery.messages.length), parts)
    case 'recall':
      return recall(delivery, parts.dressed(mailing, delivery, delivery.planned), parts)
    case 'publish':
      return publish(delivery, parts)
    default:
      return delivery.task satisfies never
  }
}

async function send<Part>(
  leased: Delivery,
  mailing: Mailing,
  { courier, uncertain, now: clock, dressed, begin, progress }: CarryOutParts<Part>,
): Promise<Ended | undefined> {
  const { recognisesForMs } = courier
  const repeating = repeatingOf(leased, { now: clock(), policy: uncertain, recognisesForMs })
  if (repeating === 'held') return { delivery: leased, messages: leased.messages, held: true }
  const delivery = repeating === 'doubted' ? { ...leased, doubts: leased.doubts + 1, unclearSince: undefined } : leased
  const { destination, replyTo } = delivery
  const messages = [...delivery.messages]
  // What was begun is gone on with, though the text was corrected to one that would be handed over otherwise.
  const begunWith = messages.length > 0 ? delivery.planned : undefined
  const parts = dressed(mailing, delivery, begunWith)
  const planned = begunWith ?? parts.length
  const silent = mailing.policy.sound === 'silent'
  for (;;) {
    const nth = messages.length
    if (nth > 0 && nth >= planned) return { delivery, messages, outcome: { kind: 'done', messages: [] } }
    // Files come last, however many messages have words: none of them is left out.
    const left = parts.slice(Math.max(0, parts.length - (planned - nth)))
    const now = left.slice(0, courier.together(left))
    const free = await courier.reserve(now)
    try {
      const begunAt = await begin(delivery, now.length, mailing.version)
      if (!begunAt) return undefined
      const key = `j${delivery.id}.${nth}`
      const outcome = await courier.send({
        destination,
        parts: now,
        silent,
        key,
        replyTo: nth === 0 ? replyTo : undefined,
      })
      if (outcome.kind === 'done') messages.push(...outcome.messages)
      if (outcome.kind !== 'done' || messages.length >= planned) return { delivery, messages, outcome, begunAt }
    } finally {
      free()
    }
    await progress(delivery, { messages, planned, version: mailing.version })
  }
}

function correct<Part>(
  delivery: Delivery,
  parts: readonly Part[],
  tools: CarryOutParts<Part>,
): Promise<Ended | undefined> {
  const { destination, messages } = delivery
  if (parts.length !== messages.length) {
    const reason = reasonOf('otherMessages', 'the corrected text does not fit into the messages that were sent')
    return Promise.resolve({ delivery, messages, outcome: { kind: 'refused', reason } })
  }
  return change(delivery, tools, (id, nth) => tools.courier.edit({ destination, id, part: parts[nth]! }))
}

function recall<Part>(
  delivery: Delivery,
  parts: readonly Part[],
  tools: CarryOutParts<Part>,
): Promise<Ended | undefined> {
  const { destination, messages } = delivery
  const notice = tools.notice(delivery)
  // One that was cut off, or could not be corrected, shows something else.
  const known = messages.length === parts.length
  return change(delivery, tools, (id, nth) =>
    tools.courier.remove({ destination, id, notice, part: known ? parts[nth] : undefined }),
  )
}

function publish<Part>(delivery: Delivery, tools: CarryOutParts<Part>): Promise<Ended | undefined> {
  const { destination, messages } = delivery
  const call = tools.courier.publish
  const reason = 'nothing is published on this platform'
  if (!call) return Promise.resolve({ delivery, messages, outcome: { kind: 'refused', reason } })
  return change(delivery, tools, (id) => call({ destination, id }))
}

/** Makes a call for every message of a copy; the first that does not succeed ends it. */
async function change<Part>(
  delivery: Delivery,
  { begin }: CarryOutParts<Part>,
  call: (message: string, nth: number) => Promise<Outcome>,
): Promise<Ended | undefined> {
  const { messages } = delivery
  let note: string | undefined
  for (const [nth, id] of messages.entries()) {
    if (!(await begin(delivery, 1))) return undefined
    const outcome = await call(id, nth)
    if (outcome.kind !== 'done') return { delivery, messages, outcome }
    note ??= outcome.note
  }
  return { delivery, messages, outcome: { kind: 'done', messages: [], note } }
}
