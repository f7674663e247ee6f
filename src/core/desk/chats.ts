import type { ChatAddress, DestinationStore } from '../mailing/destination.ts'
import type { Address, PeopleStore } from '../people/people.ts'

/** What platforms say of chats: that nobody is there any more, or that they go on elsewhere. */
export type Chats = {
  /** Nobody is there any more: we were blocked or removed, or the chat was deleted. */
  readonly leave: (address: ChatAddress, reason: string, now: Date) => Promise<void>
  /** The same for all channels of a server. */
  readonly leaveGroup: (group: Address, reason: string, now: Date) => Promise<void>
  readonly moveGroup: (group: Address, to: string, now: Date) => Promise<void>
}

/** Languages and announcements follow a group that moves; nothing is sent where nobody is. */
export function openChats({
  people,
  destinations,
}: {
  readonly people: Pick<PeopleStore, 'moveGroup'>
  readonly destinations: Pick<DestinationStore, 'unsubscribe' | 'groupGone' | 'move'>
}): Chats {
  return {
    leave: async (address, reason, now) => void (await destinations.unsubscribe(address, 'gone', reason, now)),
    leaveGroup: destinations.groupGone,
    async moveGroup(group, to, now) {
      await people.moveGroup(group, to)
      await destinations.move({ platform: group.platform, chat: group.id }, to, now)
    },
  }
}
