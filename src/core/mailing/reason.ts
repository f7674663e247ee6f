/**
 * Why something about a copy could not be done, by what it means to people. An adapter that knows its platform says
 * which; what it does not know stays as the platform said it.
 */
const reasonCodes = [
  'cancelled',
  'recalled',
  'unsubscribed',
  'forgotten',
  'blocked',
  'closed',
  'deactivated',
  'deleted',
  'topicClosed',
  'removed',
  'noRights',
  'mayNotPost',
  'noText',
  'noFile',
  'replaced',
  'otherMessages',
  'notCalled',
  'publishLimit',
  'publishRights',
  'publishCalledOff',
  'notPublished',
] as const
export type ReasonCode = (typeof reasonCodes)[number]

/** What nothing but the people there can change: trying again is of no use. */
const final: ReadonlySet<ReasonCode> = new Set([
  'cancelled',
  'recalled',
  'unsubscribed',
  'forgotten',
  'blocked',
  'closed',
  'deactivated',
  'deleted',
  'removed',
  'otherMessages',
  'publishCalledOff',
])

/** A reason as it is kept with a delivery: "publishLimit 51: used up". `count`: a number that it is about. */
export function reasonOf(code: ReasonCode, said?: string, count?: number): string {
  const named = count === undefined ? code : `${code} ${count}`
  return said === undefined ? named : `${named}: ${said}`
}

/** The way back; only what was said, for what is kept in no code of ours. */
export function readReason(reason: string): {
  readonly code?: ReasonCode | undefined
  readonly count?: number
  readonly said: string
} {
  const [, name, count, said = ''] = /^([a-zA-Z]+)(?: (\d+))?(?:: (.*))?$/s.exec(reason) ?? []
  const code = reasonCodes.find((one) => one === name)
  if (code === undefined) return { said: reason }
  return { code, said, ...(count === undefined ? {} : { count: Number(count) }) }
}

/** Whether trying again may help. */
export function mayPass(reason: string): boolean {
  const { code } = readReason(reason)
  return code === undefined || !final.has(code)
}
