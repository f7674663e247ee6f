import { reasonOf } from './reason.ts'
import type { ChatAddress, Standing, Subscription, Kind } from './destination.ts'

/** What we can do in a chat: post, be there without that, or nothing, because we were blocked or removed. */
export type Presence = 'posting' | 'silent' | 'gone'

/** Somebody changed what we can do in a chat. */
export type Membership = {
  readonly kind: Kind
  readonly before: Presence
  readonly presence: Presence
  /** How the chat stands in the store; undefined for one that is not known. */
  readonly standing: Standing | undefined
  /** Whether it was an organizer who changed it. */
  readonly byOrganizer: boolean
}

/** What follows for announcements. `reason` is kept with the destination, for organizers. */
export type Admission =
  | { readonly kind: 'admit'; readonly standing: Extract<Standing, 'active' | 'waiting'> }
  | { readonly kind: 'leave'; readonly reason: string }
  | { readonly kind: 'ignore' }

const ignore: Admission = { kind: 'ignore' }

/**
 * Whether a chat receives announcements from now on. A channel that an organizer adds us to does; one that somebody
 * else adds us to waits until an organizer approves it. Organizers are asked once: adding and removing us again and
 * again changes nothing. People and groups subscribe by themselves. Who removes us, or lets us post no more, gets
 * nothing more.
 */
export function admissionOf({ kind, before, presence, standing, byOrganizer }: Membership): Admission {
  if (kind === 'channel' && standing === 'waiting' && !byOrganizer) return ignore
  if (presence === 'gone')
    return { kind: 'leave', reason: kind === 'person' ? reasonOf('blocked') : reasonOf('removed') }
  if (kind !== 'channel') return ignore
  if (presence === 'silent') return { kind: 'leave', reason: reasonOf('mayNotPost') }
  if (before === 'posting') return ignore
  if (byOrganizer) return { kind: 'admit', standing: 'active' }
  // What said no, or was refused, is not asked again.
  return standing === 'left' ? ignore : { kind: 'admit', standing: 'waiting' }
}

/**
 * Whether those in a chat may subscribe it without an organizer. Not in Telegram's channels, which admissionOf lets in:
 * a button under a post says nothing of who is behind the channel. Discord's channels have managers, whom the server
 * names.
 */
export function subscribesItself({ platform, kind }: Pick<ChatAddress & Subscription, 'platform' | 'kind'>): boolean {
  return platform !== 'telegram' || kind !== 'channel'
}
