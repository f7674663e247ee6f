import type { Action, Share } from '../pages/page.ts'
import type { Visitor } from '../pages/visitor.ts'

/** What somebody wants done: a button's action, or a command that is not for everyone. */
export type Operation =
  | Action
  | Pick<Share, 'do'>
  /** Commands of organizers; `enter`: a message taken for what an organizer was asked for. */
  | { readonly do: 'announce' | 'feedback' | 'enter' }
  /** Publishes the event of the pack in the group's calendar. */
  | { readonly do: 'publish' }

/** Who may do it. */
export type Role = 'anyone' | 'manager' | 'organizer'

/** Who wants it done, and where. */
export type Requester = {
  /** What announcements would come to; undefined where that is not known, or can't be. */
  readonly here?: Pick<NonNullable<Visitor['here']>, 'kind'> | undefined
  /** Whether nobody else sees what is shown: a private chat, or an answer for one person in a group. */
  readonly privately: boolean
  readonly isOrganizer: boolean
  /**
   * Whether the platform gives them the right to do it for the group or server. Read only where a manager is required.
   */
  readonly managesGroup?: boolean | undefined
}

/** The notice that is shown instead (a Screen of the desk). */
export type Refusal = 'adminsOnly' | 'adminsSubscribe' | 'stale' | 'unknownCommand'

/**
 * What somebody has to be, so that a platform which has to ask for their rights asks only where they count. What comes
 * to a group or channel, and in which language, its managers decide, for everybody in it reads that; people decide for
 * themselves.
 */
export function requiredRole(operation: Operation, here: Requester['here']): Role {
  switch (operation.do) {
    case 'organize':
    case 'announce':
    case 'feedback':
    case 'enter':
      return 'organizer'
    case 'speak':
      return operation.to === 'group' ? 'manager' : 'anyone'
    case 'receive':
    case 'publish':
      return 'manager'
    case 'subscribe':
    case 'unsubscribe':
    case 'follow':
      return here?.kind === 'person' ? 'anyone' : 'manager'
    case 'show':
    case 'browse':
    case 'open':
    case 'languages':
    case 'related':
    case 'calendar':
    case 'report':
    case 'share':
    case 'star':
    case 'unstar':
    case 'remind':
    case 'unremind':
    case 'day':
    case 'plain':
    case 'mine':
    case 'drop':
      return 'anyone'
    default:
      return operation satisfies never
  }
}

/**
 * Undefined if it is allowed, else what to show. Organizers are served where nobody else sees what comes of it;
 * everybody else is told what they would be told of a command or button that does not exist.
 */
export function refusalOf(
  operation: Operation,
  { here, privately, isOrganizer, managesGroup }: Requester,
): Refusal | undefined {
  const role = requiredRole(operation, here)
  if (role === 'anyone') return undefined
  if (role === 'organizer') {
    if (isOrganizer && privately) return undefined
    return operation.do === 'organize' ? 'stale' : 'unknownCommand'
  }
  if (managesGroup) return undefined
  const toSubscribe = operation.do === 'subscribe' || operation.do === 'unsubscribe'
  return toSubscribe ? 'adminsSubscribe' : 'adminsOnly'
}
