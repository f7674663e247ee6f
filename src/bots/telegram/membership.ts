import type { Context } from 'grammy'
import type { ChatMember, ChatMemberUpdated, User } from 'grammy/types'
import { admissionOf, type Presence } from '../../core/mailing/admission.ts'
import type { Who } from '../../core/mailing/announcement.ts'
import type { DestinationStore } from '../../core/mailing/destination.ts'
import type { Desk } from '../../core/desk/desk.ts'
import type { Language } from '../../knowledge/language.ts'
import { kindOf } from './context.ts'

/** What Telegram says of our own place in chats, and what follows for announcements. */
export function membershipHandler({
  desk,
  destinations,
  tellOfDestination,
  organizers,
  hint,
  now,
}: {
  readonly desk: Desk
  readonly destinations: DestinationStore
  /**
   * Lets organizers know of a chat that wants to receive announcements, or does from now on: the one who added it, or
   * all.
   */
  readonly tellOfDestination: (id: number, to: Who | undefined) => Promise<void>
  readonly organizers: readonly string[]
  /** The language of a channel of which nothing is known. */
  readonly hint: (addedBy: User) => Promise<Language>
  readonly now: () => Date
}): (ctx: Context & { readonly myChatMember: ChatMemberUpdated }) => Promise<void> {
  return async ({ myChatMember: { chat, from, new_chat_member: member, old_chat_member: before } }) => {
    const spot = { platform: 'telegram' as const, chat: String(chat.id) }
    const known = chat.type === 'channel' ? await destinations.find(spot) : undefined
    const byOrganizer = organizers.includes(String(from.id))
    const admission = admissionOf({
      kind: kindOf(chat),
      before: presenceOf(before),
      presence: presenceOf(member),
      standing: known?.standing,
      byOrganizer,
    })
    if (admission.kind === 'leave') return desk.leave(spot, admission.reason, now())
    if (admission.kind === 'ignore') return
    const { id } = await destinations.subscribe(
      { ...spot, kind: 'channel', hint: await hint(from), languages: known?.languages, title: chat.title },
      admission.standing,
      now(),
    )
    await tellOfDestination(id, byOrganizer ? `telegram:${from.id}` : undefined)
  }
}

/** What a chat member who is us can do: core.telegram.org/bots/api#chatmember. */
function presenceOf(member: ChatMember): Presence {
  if (member.status === 'left' || member.status === 'kicked') return 'gone'
  return member.status === 'administrator' && member.can_post_messages === true ? 'posting' : 'silent'
}
