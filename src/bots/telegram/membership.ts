import type { Context } from 'grammy'
import type { ChatMemberUpdated, User } from 'grammy/types'
import type { Who } from '../../core/mailing/act.ts'
import type { DestinationStore } from '../../core/mailing/destination.ts'
import type { Desk } from '../../core/desk/desk.ts'
import type { Language } from '../../knowledge/language.ts'

/**
 * What Telegram says of our own place in chats: who blocks or removes us gets no more announcements; a channel that an
 * organizer adds us to gets them from now on, one that somebody else does waits for an organizer.
 */
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
  /** Lets organizers know of a chat that wants to receive announcements, or does from now on: the one who added it, or all. */
  readonly tellOfDestination: (id: number, to: Who | undefined) => Promise<void>
  readonly organizers: readonly string[]
  /** The language of a channel of which nothing is known. */
  readonly hint: (addedBy: User) => Promise<Language>
  readonly now: () => Date
}): (ctx: Context & { readonly myChatMember: ChatMemberUpdated }) => Promise<void> {
  return async ({ myChatMember: { chat, from, new_chat_member: member, old_chat_member: before } }) => {
    const spot = { platform: 'telegram' as const, chat: String(chat.id) }
    const known = chat.type === 'channel' ? await destinations.find(spot) : undefined
    // What waits for an organizer goes on waiting: whoever adds and removes us again and again asks once.
    if (known?.standing === 'waiting' && !organizers.includes(String(from.id))) return
    if (member.status === 'left' || member.status === 'kicked') {
      return desk.leave(spot, chat.type === 'private' ? 'blocked the bot' : 'the bot was removed', now())
    }
    if (chat.type !== 'channel') return
    const mayPost = member.status === 'administrator' && member.can_post_messages === true
    if (!mayPost) return desk.leave(spot, 'the bot may not post', now())
    if (before.status === 'administrator' && before.can_post_messages === true) return
    const byOrganizer = organizers.includes(String(from.id))
    // Nor is what was refused asked again.
    if (!byOrganizer && known?.standing === 'left') return
    const { id } = await destinations.subscribe(
      { ...spot, kind: 'channel', hint: await hint(from), languages: known?.languages, title: chat.title },
      byOrganizer ? 'active' : 'waiting',
      now(),
    )
    await tellOfDestination(id, byOrganizer ? `telegram:${from.id}` : undefined)
  }
}
