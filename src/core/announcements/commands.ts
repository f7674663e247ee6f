import type { Language } from '../../knowledge/language.ts'
import type { Pack } from '../../knowledge/pack.ts'
import { withTexts, type Act, type Announcement, type State, type Texts, type Who } from '../mailing/announcement.ts'
import { problemsIn, type Measure } from './validate.ts'
import type { AudienceShare, Change, Ledger, NewAnnouncement } from '../mailing/ledger.ts'
import { deadlineOf, graceMs, startOf } from '../mailing/schedule.ts'

/** What came of an act. `problems`: why it can't be sent as it is. */
export type Done =
  | { readonly kind: 'done'; readonly announcement: Announcement; readonly count?: number }
  | {
      readonly kind: 'refused'
      readonly why: Refusal
      readonly announcement?: Announcement | undefined
      readonly problems?: readonly string[]
    }

/** `state`: not in the state that it is in; `nobody`: no destination fits; `past`: the time has gone by; `nothing`: nothing is left to do. */
export type Refusal = 'unknown' | 'state' | 'problems' | 'nobody' | 'past' | 'nothing'

/** Where organizers' acts are carried out, from whichever place they come: checked, recorded, and left to the queue. */
export type AnnouncementCommands = {
  readonly create: (announcement: Omit<NewAnnouncement, 'origin'>, now: Date) => Promise<Announcement>
  /** Changes what was not sent yet; whoever confirmed it has to do that anew. */
  readonly amend: (id: string, amendment: (before: Announcement) => Amendment, by: Actor) => Promise<Done>
  readonly find: (id: string) => Promise<Announcement | undefined>
  readonly problems: (announcement: Announcement, by: Pick<Actor, 'language' | 'now'>) => string[]
  /** Whom it would come to at present. */
  readonly audience: (
    announcement: Announcement,
  ) => Promise<{ readonly total: number; readonly shares: readonly AudienceShare[] }>
  /** Starts it: at a moment, or as soon as the time to think again has passed. */
  readonly send: (id: string, by: Actor, at?: Date) => Promise<Done>
  readonly cancel: (id: string, by: Actor) => Promise<Done>
  readonly pause: (id: string, by: Actor) => Promise<Done>
  readonly resume: (id: string, by: Actor) => Promise<Done>
  /** Puts other texts in the place of those before, also in copies that are out. What is not given stays as it is. */
  readonly rewrite: (id: string, texts: Texts, by: Actor) => Promise<Done>
  readonly recall: (id: string, by: Actor) => Promise<Done>
  /** Tries again what failed; `uncertain`: also what may have arrived, which may then be there twice. */
  readonly retry: (id: string, by: Actor, uncertain?: boolean) => Promise<Done>
}

/** What can be changed as long as nothing was sent. */
export type Amendment = Pick<Change, 'content' | 'audience' | 'urgency' | 'fallback' | 'sendAt' | 'notAfter'>

/** Who acts, when, and in which language faults are told. */
export type Actor = { readonly who: Who; readonly now: Date; readonly language: Language }

/** Texts may be changed as long as nothing was sent. */
const unsent: readonly State[] = ['draft', 'scheduled', 'cancelled']
const underWay: readonly State[] = ['sending', 'paused']

/** Some copies are out, also of what was cancelled on its way. */
const out: readonly State[] = [...underWay, 'sent', 'cancelled']

function isUnsent({ state, startedAt }: Announcement): boolean {
  return unsent.includes(state) && startedAt === undefined
}

/** A deadline that has passed begins anew; one that is still to come is an organizer's word. */
function extended(notAfter: Date | undefined, now: Date): Date {
  return deadlineOf({ notAfter: notAfter && notAfter > now ? notAfter : undefined }, now)
}

export function openCommands({
  ledger,
  measures,
  pack,
}: {
  readonly ledger: Ledger
  readonly measures: readonly Measure[]
  readonly pack: Pick<Pack, 'timeZone'>
}): AnnouncementCommands {
  const { timeZone } = pack
  return {
    create: (announcement, now) => ledger.create({ ...announcement, origin: 'organizer' }, now),
    find: findOwn,
    problems: (announcement, by) => problemsOf(announcement, by),
    audience,
    amend,

    async send(id, by, at) {
      const announcement = await findOwn(id)
      if (!announcement) return refused('unknown')
      if (!isUnsent(announcement)) return refused('state', announcement)
      const planned = at ?? announcement.sendAt
      const problems = problemsOf({ ...announcement, sendAt: planned }, by)
      if (problems.length > 0) return { ...refused('problems', announcement), problems }
      const { total } = await audience(announcement)
      if (total === 0 && !at) return refused('nobody', announcement)
      const grace = total > 1 && announcement.urgency === 'routine' ? graceMs : 0
      const startAt = planned ?? new Date(by.now.getTime() + grace)
      if (announcement.notAfter && announcement.notAfter <= startOf(startAt, announcement.urgency, timeZone))
        return refused('past', announcement)
      const change = { state: 'scheduled' as const, sendAt: planned, startAt, pause: undefined, finishedAt: undefined }
      return changed(
        announcement,
        await ledger.change(id, unsent, change, act('schedule', by, startAt.toISOString())),
        total,
      )
    },

    cancel: (id, by) =>
      within(
        id,
        ({ state }) => state !== 'cancelled' && !['sent', 'recalled'].includes(state),
        () =>
          ledger.change(
            id,
            ['draft', 'scheduled', ...underWay],
            { state: 'cancelled', pause: undefined, startAt: undefined, finishedAt: by.now },
            act('cancel', by),
          ),
      ),

    pause: (id, by) =>
      within(
        id,
        ({ state }) => state === 'sending',
        () => ledger.change(id, ['sending'], { state: 'paused', pause: { why: 'asked' } }, act('pause', by)),
      ),

    resume: (id, by) =>
      within(
        id,
        ({ state }) => state === 'paused',
        () =>
          // What is late was asked about: whoever says "go on" says so for the usual time.
          ledger.change(
            id,
            ['paused'],
            ({ startedAt, notAfter }) => ({
              ...(startedAt ? { state: 'sending' } : { state: 'scheduled', startAt: by.now }),
              pause: undefined,
              notAfter: extended(notAfter, by.now),
            }),
            act('resume', by),
          ),
      ),

    async rewrite(id, texts, by) {
      const announcement = await findOwn(id)
      if (!announcement) return refused('unknown')
      if (!announcement.startedAt) return amend(id, ({ content }) => ({ content: withTexts(content, texts) }), by)
      if (!out.includes(announcement.state)) return refused('state', announcement)
      const problems = problemsOf(corrected(announcement), by)
      if (problems.length > 0) return { ...refused('problems', announcement), problems }
      return changed(
        announcement,
        await ledger.change(id, out, corrected, act('correct', by, JSON.stringify(announcement.content))),
      )

      function corrected<T extends Announcement>(before: T): T {
        const version = before.version + 1
        const languages = new Set([...Object.keys(texts.title), ...Object.keys(texts.body)])
        const now = Object.fromEntries(
          [...languages].map((language) => [language, { version, at: by.now.toISOString() }]),
        )
        const content = withTexts(before.content, texts)
        return { ...before, content: { ...content, corrected: { ...content.corrected, ...now } }, version }
      }
    },

    recall: (id, by) =>
      within(
        id,
        ({ state, startedAt }) => startedAt !== undefined && out.includes(state),
        () => ledger.change(id, out, { state: 'recalled', pause: undefined, finishedAt: by.now }, act('recall', by)),
      ),

    async retry(id, by, uncertain = false) {
      const announcement = await findOwn(id)
      if (!announcement) return refused('unknown')
      const again = {
        state: 'sending' as const,
        pause: undefined,
        notAfter: extended(announcement.notAfter, by.now),
        finishedAt: undefined,
      }
      const count = await ledger.retry(id, ['sent', ...underWay], uncertain, again, act('retry', by))
      if (count === undefined) return refused('state', announcement)
      return count === 0
        ? refused('nothing', announcement)
        : { kind: 'done', announcement: (await ledger.find(id))!, count }
    },
  }

  function amend(id: string, amendment: (before: Announcement) => Amendment, by: Actor): Promise<Done> {
    return within(id, isUnsent, (seen) =>
      ledger.change(
        id,
        unsent,
        (before) => ({ ...amendment(before), state: 'draft', startAt: undefined }),
        act('amend', by, changedFrom(seen, amendment(seen))),
      ),
    )
  }

  function problemsOf(announcement: Announcement, { language, now }: Pick<Actor, 'language' | 'now'>): string[] {
    return problemsIn(announcement, measures, { language, now, timeZone })
  }

  async function findOwn(id: string): Promise<Announcement | undefined> {
    const found = await ledger.find(id)
    return found?.origin === 'organizer' ? found : undefined
  }

  async function audience(announcement: Announcement): Promise<{ total: number; shares: AudienceShare[] }> {
    const shares = await ledger.count(announcement.audience)
    return { shares, total: shares.reduce((sum, { count }) => sum + count, 0) }
  }

  async function within(
    id: string,
    fits: (announcement: Announcement) => boolean,
    change: (announcement: Announcement) => Promise<Announcement | undefined>,
  ): Promise<Done> {
    const announcement = await findOwn(id)
    if (!announcement) return refused('unknown')
    return fits(announcement) ? changed(announcement, await change(announcement)) : refused('state', announcement)
  }
}

/** Somebody else may have been faster. */
function changed(before: Announcement, after: Announcement | undefined, count?: number): Done {
  if (!after) return refused('state', before)
  return { kind: 'done', announcement: after, ...(count === undefined ? {} : { count }) }
}

function refused(why: Refusal, announcement?: Announcement): Extract<Done, { kind: 'refused' }> {
  return { kind: 'refused', why, announcement }
}

function act(act: Act['act'], { who, now }: Actor, detail?: string): Act {
  return { act, who, at: now, detail }
}

/** What stood there before, for the record. */
function changedFrom(before: Announcement, change: Partial<Announcement>): string {
  const keys = Object.keys(change) as (keyof Announcement)[]
  return JSON.stringify(Object.fromEntries(keys.map((key) => [key, before[key]])))
}
