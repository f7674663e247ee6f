import { languages as all, type Language } from '../../knowledge/language.ts'
import type { Localised } from '../../knowledge/pack.ts'
import type { Platform } from '../people/people.ts'

/**
 * draft → scheduled → sending ⇄ paused → sent; cancelled before it is all sent, recalled afterwards. A late start asks
 * (paused) instead of sending stale news.
 */
export type State = 'draft' | 'scheduled' | 'sending' | 'paused' | 'sent' | 'cancelled' | 'recalled'

/** Routine is silent and waits out the night at the venue; urgent is loud and goes at once. */
export const urgencies = ['routine', 'urgent'] as const
export type Urgency = (typeof urgencies)[number]

export const platforms = ['telegram', 'discord'] as const satisfies readonly Platform[]

/** Where announcements go: to a person in private, into a group, into a channel. */
export const kinds = ['person', 'group', 'channel'] as const
export type Kind = (typeof kinds)[number]

/** One text for many: title and body (Markdown, see markup.ts) in each language. */
export type Content = {
  readonly title: Localised
  readonly body: Localised
  /** The id of a stored file, its name and type. */
  readonly attachment?: AttachmentRef | undefined
  /** Calls everyone in Discord's channels, which nothing does unless an organizer asks for it. */
  readonly callEveryone?: boolean | undefined
  /** By language: in which version its text was last corrected, and when (ISO 8601). */
  readonly corrected?:
    | { readonly [language in Language]?: { readonly version: number; readonly at: string } }
    | undefined
}

export type AttachmentRef = { readonly id: string; readonly name: string; readonly type: string }

/** Who receives it; what is absent does not limit. A destination that follows no topic in particular receives all. */
export type Audience = {
  readonly platforms?: readonly Platform[] | undefined
  readonly kinds?: readonly Kind[] | undefined
  readonly languages?: readonly Language[] | undefined
  readonly topics?: readonly string[] | undefined
}

/** Why sending rests. */
export type Pause = {
  /** `late`: its time has passed; `trouble`: a run of failures; `asked`: by an organizer. */
  readonly why: 'late' | 'trouble' | 'asked'
  /** What the platform said. */
  readonly reason?: string | undefined
  /** When it goes on by itself; without it somebody has to say so. */
  readonly until?: Date | undefined
}

export type Announcement = {
  readonly id: string
  /** A reminder of an event goes through the same ledger; its readers have asked for it. */
  readonly origin: 'organizer' | 'reminder'
  readonly state: State
  readonly content: Content
  /** Counts corrections: 1 as it was sent first. */
  readonly version: number
  readonly audience: Audience
  readonly urgency: Urgency
  /** The language that stands in for missing ones, named by an organizer. */
  readonly fallback: Language | undefined
  /** When organizers want it to start; as soon as it is confirmed, if undefined. */
  readonly sendAt: Date | undefined
  /** When it is to start, once it is confirmed. */
  readonly startAt: Date | undefined
  /** Nothing is sent after this moment without asking. */
  readonly notAfter: Date | undefined
  readonly pause: Pause | undefined
  readonly author: Who
  readonly createdAt: Date
  readonly startedAt: Date | undefined
  readonly finishedAt: Date | undefined
}

/** "telegram:99", "discord:99", "terminal:aigerim", or "jauap" for what the program does by itself. */
export type Who = string

/** What somebody did to an announcement or to a destination, and when. */
export type Act = {
  readonly act:
    | 'create'
    | 'amend'
    | 'schedule'
    | 'start'
    | 'pause'
    | 'resume'
    | 'finish'
    | 'cancel'
    | 'correct'
    | 'recall'
    | 'retry'
    | 'approve'
    | 'refuse'
    | 'languages'
  readonly who: Who
  readonly at: Date
  /** What was before, or why. */
  readonly detail?: string | undefined
}

/** Texts in some languages. */
export type Texts = Pick<Content, 'title' | 'body'>

/** The texts of before, with others in the place of some. */
export function withTexts(before: Content, { title, body }: Texts): Content {
  return { ...before, title: { ...before.title, ...title }, body: { ...before.body, ...body } }
}

/** Languages in which an announcement has a title. */
export function writtenIn({ title }: Content): Language[] {
  return all.filter((language) => (title[language] ?? '').trim() !== '')
}

/** Languages that it still lacks. */
export function missingIn(content: Content): Language[] {
  const written = writtenIn(content)
  return all.filter((language) => !written.includes(language))
}
