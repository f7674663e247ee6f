import { createHash } from 'node:crypto'
import type { Shown } from './shown.ts'

/** What somebody who presses "send" has seen, in eight letters: whether that is still so. */
export function stampOf({
  announcement: { content, audience, urgency, fallback, sendAt },
  audience: { total },
}: Shown): string {
  return stampOfText(JSON.stringify([content, audience, urgency, fallback, sendAt, total]))
}

/** Eight letters that another text is most unlikely to have: buttons have no room for more. */
export function stampOfText(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 8)
}
