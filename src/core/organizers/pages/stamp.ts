import { createHash } from 'node:crypto'
import type { Shown } from './shown.ts'

/** What somebody who presses "send" has seen: eight letters for what is said, and how many it comes to. */
export function stampOf({
  announcement: { content, audience, urgency, fallback, sendAt },
  audience: { total },
}: Shown): string {
  return `${stampOfText(JSON.stringify([content, audience, urgency, fallback, sendAt]))}-${total}`
}

/** Which of the two has changed since a stamp was made, with the number of before; undefined if neither has. */
export function changedSince(
  stamp: string,
  shown: Shown,
): { readonly what: 'text' } | { readonly what: 'audience'; readonly before: string } | undefined {
  const now = stampOf(shown)
  if (stamp === now) return undefined
  const [, text, before = ''] = /^(.{8})-(\d+)$/.exec(stamp) ?? []
  return text !== undefined && now.startsWith(`${text}-`) ? { what: 'audience', before } : { what: 'text' }
}

/** Eight letters that another text is most unlikely to have: buttons have no room for more. */
export function stampOfText(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 8)
}
