import { GrammyError, HttpError } from 'grammy'
import { reasonOf, type ReasonCode } from '../../core/mailing/reason.ts'
import type { Outcome } from '../../core/mailing/delivery.ts'

/** Why a call failed, as far as that decides what to do next. */
export type Failure =
  /** Too many calls; none before so many seconds have passed. */
  | { readonly kind: 'flood'; readonly seconds: number }
  /** Telegram or the way to it is in trouble: try again. */
  | { readonly kind: 'trouble' }
  /** The mark-up of a text can't be read. */
  | { readonly kind: 'markup' }
  /** What a message should become is what it is. */
  | { readonly kind: 'unchanged' }
  /** The person blocked us, the chat is gone, or we may not write there: nothing helps. */
  | { readonly kind: 'gone' }
  /** The group goes on under another id. */
  | { readonly kind: 'moved'; readonly to: number }
  | { readonly kind: 'refused' }

/** What the Bot API answers to a call that failed. */
export type ApiRefusal = {
  readonly error_code: number
  readonly description: string
  readonly parameters?:
    | { readonly retry_after?: number | undefined; readonly migrate_to_chat_id?: number | undefined }
    | undefined
}

/** What the Bot API says of chats and topics that are gone, or in which we may not write. */
const closed = [
  /chat not found|user is deactivated|message thread not found/i,
  /TOPIC_(?:CLOSED|DELETED)|have no rights|not enough rights|CHAT_WRITE_FORBIDDEN/i,
]

/** Reads the answer of the Bot API: core.telegram.org/bots/api#making-requests. */
export function failureOf({ error_code, description, parameters }: ApiRefusal): Failure {
  if (error_code === 429) return { kind: 'flood', seconds: parameters?.retry_after ?? 1 }
  if (error_code >= 500) return { kind: 'trouble' }
  if (parameters?.migrate_to_chat_id !== undefined) return { kind: 'moved', to: parameters.migrate_to_chat_id }
  if (error_code === 403) return { kind: 'gone' }
  if (closed.some((pattern) => pattern.test(description))) return { kind: 'gone' }
  if (/can't parse entities|unsupported start tag|ENTITY_/i.test(description)) return { kind: 'markup' }
  if (/message is not modified/i.test(description)) return { kind: 'unchanged' }
  return { kind: 'refused' }
}

/** The failure that an error stands for; undefined for what is no matter of Telegram's. */
export function failureIn(error: unknown): Failure | undefined {
  if (error instanceof GrammyError) return failureOf(error)
  // No answer, or one that is no JSON: a proxy's page in place of the Bot API's answer.
  return error instanceof HttpError ? { kind: 'trouble' } : undefined
}

/** Nothing has left the machine: the connection was never made. */
const neverSent = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN)$/

/** Where we may not write at present; the chat is there. */
const noRights = /rights|TOPIC_CLOSED|CHAT_WRITE_FORBIDDEN/i

/**
 * How an attempt to deliver an announcement ended. Not a word of what libraries say of the request: it holds the token.
 */
export function outcomeOf(error: unknown): Outcome {
  const failure = failureIn(error)
  const reason = error instanceof GrammyError ? worded(error.description) : 'no answer'
  switch (failure?.kind) {
    case 'flood':
      return { kind: 'later', seconds: failure.seconds, everywhere: true }
    case 'moved':
      return { kind: 'moved', to: String(failure.to) }
    case 'gone':
      return noRights.test(reason) ? { kind: 'refused', reason } : { kind: 'gone', reason }
    case 'trouble':
      return error instanceof GrammyError ? { kind: 'trouble', unclear: true, silent: false, reason } : lost(error)
    // A token that is refused is no fault of the chat: it is tried again, with a better one.
    default:
      return error instanceof GrammyError && error.error_code === 401
        ? { kind: 'trouble', unclear: false, silent: false, reason }
        : { kind: 'refused', reason }
  }
}

/** What Telegram says, by what it means to people. */
const meanings: readonly (readonly [RegExp, ReasonCode])[] = [
  [/bot was blocked by the user/i, 'blocked'],
  [/user is deactivated/i, 'deactivated'],
  [/bot can't initiate conversation/i, 'closed'],
  [/bot was kicked|bot is not a member|chat was deleted|chat not found/i, 'removed'],
  [/TOPIC_CLOSED/i, 'topicClosed'],
  [/TOPIC_DELETED|message thread not found/i, 'deleted'],
  [/rights|CHAT_WRITE_FORBIDDEN/i, 'mayNotPost'],
]

function worded(description: string): string {
  const [, meaning] = meanings.find(([pattern]) => pattern.test(description)) ?? []
  return meaning === undefined ? description : reasonOf(meaning, description)
}

function lost(error: unknown): Outcome {
  const cause: unknown = error instanceof HttpError ? error.error : error
  const { code, type } = { ...(cause as { code?: unknown; type?: unknown }) }
  // An answer that is none of the Bot API's: a proxy's page.
  if (type === 'invalid-json')
    return { kind: 'trouble', unclear: true, silent: false, reason: 'an answer that can’t be read' }
  const name = typeof code === 'string' ? code : undefined
  const reason = name === undefined ? 'no answer in time' : `connection failed (${name})`
  return { kind: 'trouble', unclear: name === undefined || !neverSent.test(name), silent: true, reason }
}
