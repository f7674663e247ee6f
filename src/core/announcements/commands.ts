import type { Content, Texts } from '../mailing/content.ts'
import { amend, type Amendment } from './amend.ts'
import { policyOf, type Announcement } from './announcement.ts'
import type { NewAnnouncement } from './announcement-store.ts'
import type { Actor, Done } from './done.ts'
import { remove } from './remove.ts'
import { cancel, pause, publishAgain, recall, resume, retry } from './halt.ts'
import { rewrite } from './rewrite.ts'
import { send } from './send.ts'
import { namedContent } from './topics-of.ts'
import { unfitFor, type Unfit } from './unfit.ts'
import { problemsOf, reachOf, type Reach, type Tools } from './tools.ts'

/** What an organizer writes to begin with. */
export type NewDraft = Omit<NewAnnouncement, 'policy'> & Pick<Announcement, 'urgency'>

/** Where organizers' acts are carried out, from whichever place they come: checked, recorded, and left to the queue. */
export type AnnouncementCommands = {
  readonly create: (draft: NewDraft, now: Date) => Promise<Announcement>
  /** Changes what was not sent yet; whoever confirmed it has to do that anew. */
  readonly amend: (id: string, amendment: (before: Announcement) => Amendment, by: Actor) => Promise<Done>
  readonly find: (id: string) => Promise<Announcement | undefined>
  readonly problems: (announcement: Announcement, by: Pick<Actor, 'language' | 'now'>) => Promise<string[]>
  /** What is sent of it, with the names that its topics have at present. */
  readonly named: (announcement: Announcement) => Promise<Content>
  /** Whom it would come to at present. */
  readonly audience: (announcement: Announcement) => Promise<Reach>
  /** Starts it: at a moment, or as soon as the time to think again has passed. */
  readonly send: (id: string, by: Actor, at?: Date) => Promise<Done>
  readonly cancel: (id: string, by: Actor) => Promise<Done>
  /** Takes what was never sent away for good, with all that is remembered of it. */
  readonly remove: (id: string) => Promise<Done>
  /** Nothing more is handed over; `deciding`: while an organizer is asked about it. */
  readonly pause: (id: string, by: Actor, why?: 'asked' | 'deciding') => Promise<Done>
  readonly resume: (id: string, by: Actor) => Promise<Done>
  /**
   * Puts other texts in the place of those before, also in copies that are out. What is not given stays as it is.
   * `tell`: whoever got the old text is sent the new one as well.
   */
  readonly rewrite: (id: string, texts: Texts, by: Actor, tell?: boolean) => Promise<Done>
  /** Copies that are out and can't show these texts. */
  readonly unfit: (announcement: Announcement, texts: Texts) => Promise<Unfit[]>
  readonly recall: (id: string, by: Actor) => Promise<Done>
  /** Tries again what failed; `uncertain`: also what may have arrived, which may then be there twice. */
  readonly retry: (id: string, by: Actor, uncertain?: boolean) => Promise<Done>
  /** Publishes to followers of channels what could not be. */
  readonly publishAgain: (id: string, by: Actor) => Promise<Done>
}

/** Each act is a file of its own; what they share is given to them once. */
export function openCommands(tools: Tools): AnnouncementCommands {
  const { announcements } = tools
  return {
    create: ({ urgency, ...draft }, now) => announcements.create({ ...draft, policy: policyOf(urgency) }, now),
    amend: (id, amendment, by) => amend(id, amendment, by, tools),
    find: announcements.find,
    problems: (announcement, by) => problemsOf(announcement, tools, by),
    named: async (announcement) => namedContent(announcement, await tools.topics.all()),
    audience: (announcement) => reachOf(announcement, tools),
    send: (id, by, at) => send(id, by, at, tools),
    cancel: (id, by) => cancel(id, by, tools),
    remove: (id) => remove(id, tools),
    pause: (id, by, why = 'asked') => pause(id, by, why, tools),
    resume: (id, by) => resume(id, by, tools),
    rewrite: (id, texts, by, tell = false) => rewrite(id, texts, by, tools, tell),
    unfit: (announcement, texts) => unfitFor(announcement, texts, tools),
    recall: (id, by) => recall(id, by, tools),
    publishAgain: (id, by) => publishAgain(id, by, tools),
    retry: (id, by, uncertain = false) => retry(id, by, uncertain, tools),
  }
}
