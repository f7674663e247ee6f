import type { AttachmentRef } from '../../mailing/content.ts'
import type { Entered, EntryPrompt } from './entry-prompts.ts'

/** What was typed, and may be meant for an announcement. */
export type Offered = {
  readonly text: string
  readonly files?: readonly AttachmentRef[] | undefined
  readonly album?: string | undefined
}

/** An offer, as it is kept until the organizer says what it is for. */
export function offeredAs({ announcement, field }: EntryPrompt, offered: Offered): Entered {
  return { announcement, field, text: JSON.stringify(offered) }
}

/** Undefined for what is no offer: a correction that waits. */
export function offeredIn({ text }: Entered): Offered | undefined {
  const value = JSON.parse(text) as Partial<Offered>
  return typeof value.text === 'string' ? { ...value, text: value.text } : undefined
}
