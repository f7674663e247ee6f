import { Composer } from 'grammy'
import type { ChatMember } from 'grammy/types'
import type { Desk } from '../../../core/desk/desk.ts'
import { admissionOf, type Presence } from '../../../core/mailing/admission.ts'
import type { Who } from '../../../core/mailing/act.ts'
import type { DestinationStore } from '../../../core/mailing/destination.ts'
import type { OrganizersChat } from '../../../core/organizers/chat.ts'
import { keyOf } from '../../../core/people/people.ts'
import { kindOf, type Ctx } from '../context.ts'
import type { Sender } from '../send.ts'

/** What Telegram says of our own place in chats, and what follows for announcements. */
export function membership({
  desk,
  destinations,
  tellOfDestination,
  organizersChat,
  sender,
}: {
  readonly desk: Pick<Desk, 'leave' | 'languageFor' | 'open'>
  readonly sender: Pick<Sender, 'send'>
  readonly destinations: Pick<DestinationStore, 'find' | 'subscribe'>
  /** Tells organizers of a chat that wants announcements, or gets them from now on: the one who added it, or all. */
  readonly tellOfDestination: (id: number, to: Who | undefined) => Promise<void>
  readonly organizersChat: Pick<OrganizersChat, 'isOrganizer'>
}): Composer<Ctx> {
  const composer = new Composer<Ctx>()
  composer.on('my_chat_member', async (ctx) => {
    const { myChatMember, visitor } = ctx
    const { chat, from, new_chat_member: member, old_chat_member: before } = myChatMember
    // Who makes an administrator of us, or takes that back, has heard it.
    if (kindOf(chat) === 'group' && !isThere(before) && isThere(member))
      await sender.send(ctx, await desk.open(visitor, 'group'))
    const person = { platform: 'telegram' as const, id: String(from.id) }
    const address = { platform: 'telegram' as const, chat: String(chat.id) }
    const known = chat.type === 'channel' ? await destinations.find(address) : undefined
    const byOrganizer = organizersChat.isOrganizer({ person })
    const admission = admissionOf({
      kind: kindOf(chat),
      before: presenceOf(before),
      presence: presenceOf(member),
      standing: known?.standing,
      byOrganizer,
    })
    if (admission.kind === 'leave') return desk.leave(address, admission.reason, visitor.now)
    if (admission.kind === 'ignore') return undefined
    // While nobody has chosen a channel's language, it is that of whoever added us.
    const hint = await desk.languageFor({ person, languageTag: from.language_code, session: '', now: visitor.now })
    const { id } = await destinations.subscribe(
      { ...address, kind: 'channel', hint, languages: known?.languages, title: chat.title },
      admission.standing,
      visitor.now,
    )
    return tellOfDestination(id, byOrganizer ? keyOf(person) : undefined)
  })
  return composer
}

/** Whether a member of a chat is in it, and may write there. */
function isThere(member: ChatMember): boolean {
  if (member.status === 'restricted') return member.is_member && member.can_send_messages
  return member.status === 'member' || member.status === 'administrator' || member.status === 'creator'
}

/** What a member of a chat can do there, if it is us: core.telegram.org/bots/api#chatmember. */
function presenceOf(member: ChatMember): Presence {
  if (member.status === 'left' || member.status === 'kicked') return 'gone'
  return member.status === 'administrator' && member.can_post_messages === true ? 'posting' : 'silent'
}
