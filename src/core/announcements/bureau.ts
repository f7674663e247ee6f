import { languages as all, type Language } from '../../knowledge/language.ts'
import type { Pack } from '../../knowledge/pack.ts'
import type { Act, Announcement, Content, State, Who } from './announcement.ts'
import { problemsIn, type Measure } from './gate.ts'
import type { Change, Ledger, NewAnnouncement, Share } from './ledger.ts'
import { deadlineOf, graceMs, startOf } from './schedule.ts'

/** What came of an act. `problems`: why it can't be sent as it is. */
export type Done =
  | { readonly kind: 'done'; readonly announcement: Announcement; readonly count?: number }
  | { readonly kind: 'refused'; readonly why: Refusal; readonly announcement?: Announcement | undefined; readonly problems?: readonly string[] }

/** `state`: not in the state that it is in; `nobody`: no destination fits; `past`: the time has gone by; `nothing`: nothing is left to do. */
export type Refusal = 'unknown' | 'state' | 'problems' | 'nobody' | 'past' | 'nothing'

/** Where organizers' acts are carried out, from whichever place they come: checked, recorded, and left to the queue. */
export type Bureau = {
  readonly create: (announcement: Omit<NewAnnouncement, 'origin'>, now: Date) => Promise<Announcement>
  /** Changes what was not sent yet. */
  readonly amend: (id: string, change: Pick<Change, 'content' | 'audience' | 'urgency' | 'fallback' | 'sendAt' | 'notAfter'>, by: Actor) => Promise<Done>
  readonly find: (id: string) => Promise<Announcement | undefined>
  readonly problems: (announcement: Announcement, by: Pick<Actor, 'language' | 'now'>) => string[]
  /** Whom it would come to at present. */
  readonly audience: (announcement: Announcement) => Promise<{ readonly total: number; readonly shares: readonly Share[] }>
  /** Starts it: at a moment, or as soon as the time to think again has passed. */
  readonly send: (id: string, by: Actor, at?: Date) => Promise<Done>
  readonly cancel: (id: string, by: Actor) => Promise<Done>
  readonly pause: (id: string, by: Actor) => Promise<Done>
  readonly resume: (id: string, by: Actor) => Promise<Done>
  /** Puts other texts in the place of those that are out. What is not given stays as it is. */
  readonly correct: (id: string, texts: Pick<Content, 'title' | 'body'>, by: Actor) => Promise<Done>
  readonly recall: (id: string, by: Actor) => Promise<Done>
  /** Tries again what failed; `uncertain`: also what may have arrived, which may then be there twice. */
  readonly retry: (id: string, by: Actor, uncertain?: boolean) => Promise<Done>
}

/** Who acts, when, and in which language faults are told. */
export type Actor = { readonly who: Who; readonly now: Date; readonly language: Language }

/** Texts may be changed as long as nothing was sent. */
const unsent: readonly State[] = ['draft', 'scheduled', 'cancelled']
const underWay: readonly State[] = ['sending', 'paused']

/** Some copies are out, also of what was cancelled on its way. */
const out: readonly State[] = [...underWay, 'sent', 'cancelled']

function isOut(state: State): boolean {
  return out.includes(state)
}

export function openBureau({ ledger, measures, pack }: { readonly ledger: Ledger; readonly measures: readonly Measure[]; readonly pack: Pick<Pack, 'timeZone'> }): Bureau {
  const { timeZone } = pack
  return {
    create: (announcement, now) => ledger.create({ ...announcement, origin: 'organizer' }, now),
    find: findOwn,
    problems: (announcement, { language, now }) => problemsIn(announcement, measures, language, now),
    audience,

    amend: (id, change, by) => within(id, ({ state, startedAt }) => unsent.includes(state) && startedAt === undefined, (before) =>
      // Whoever changes the text of what was about to go has to confirm it anew.
      ledger.change(id, unsent, { ...change, state: 'draft' }, act('amend', by, changedFrom(before, change)))),

    async send(id, by, at) {
      const announcement = await findOwn(id)
      if (!announcement) return refused('unknown')
      if (!unsent.includes(announcement.state) || announcement.startedAt) return refused('state', announcement)
      const problems = problemsIn({ ...announcement, sendAt: at ?? announcement.sendAt }, measures, by.language, by.now)
      if (problems.length > 0) return { ...refused('problems', announcement), problems }
      const { total } = await audience(announcement)
      if (total === 0 && !at) return refused('nobody', announcement)
      const planned = at ?? announcement.sendAt
      const grace = total > 1 && announcement.urgency === 'routine' ? graceMs : 0
      const sendAt = planned ?? new Date(by.now.getTime() + grace)
      const notAfter = announcement.notAfter
      if (notAfter && notAfter <= startOf(sendAt, announcement.urgency, timeZone)) return refused('past', announcement)
      return changed(announcement, await ledger.change(id, unsent, { state: 'scheduled', sendAt, pause: undefined, finishedAt: undefined }, act('schedule', by, sendAt.toISOString())), total)
    },

    cancel: (id, by) => within(id, ({ state }) => state !== 'cancelled' && !['sent', 'recalled'].includes(state), () =>
      ledger.change(id, ['draft', 'scheduled', ...underWay], { state: 'cancelled', pause: undefined, finishedAt: by.now }, act('cancel', by))),

    pause: (id, by) => within(id, ({ state }) => state === 'sending', () => ledger.change(id, ['sending'], { state: 'paused', pause: { why: 'asked' } }, act('pause', by))),

    resume: (id, by) => within(id, ({ state }) => state === 'paused', ({ startedAt, notAfter }) => {
      const late = notAfter !== undefined && notAfter <= by.now
      // What is late was asked about: whoever says "go on" says so for the usual time.
      const goOn = startedAt ? { state: 'sending' as const } : { state: 'scheduled' as const, sendAt: by.now }
      return ledger.change(id, ['paused'], { ...goOn, pause: undefined, ...(late ? { notAfter: startedAt ? deadlineOf({ notAfter: undefined }, by.now) : undefined } : {}) }, act('resume', by))
    }),

    async correct(id, texts, by) {
      const announcement = await findOwn(id)
      if (!announcement) return refused('unknown')
      const { content, version, startedAt, state } = announcement
      const next: Content = { ...content, title: { ...content.title, ...texts.title }, body: { ...content.body, ...texts.body } }
      if (!startedAt || !isOut(state)) return refused('state', announcement)
      const problems = problemsIn({ ...announcement, content: next, version: version + 1, correctedAt: by.now }, measures, by.language, by.now)
      if (problems.length > 0) return { ...refused('problems', announcement), problems }
      const change = { content: next, version: version + 1, correctedAt: by.now }
      return changed(announcement, await ledger.change(id, out, change, act('correct', by, changedFrom(announcement, { content: next }))))
    },

    recall: (id, by) => within(id, ({ state, startedAt }) => startedAt !== undefined && isOut(state), () =>
      ledger.change(id, out, { state: 'recalled', pause: undefined, finishedAt: by.now }, act('recall', by))),

    async retry(id, by, uncertain = false) {
      const announcement = await findOwn(id)
      if (!announcement) return refused('unknown')
      const from: readonly State[] = ['sent', ...underWay]
      if (!from.includes(announcement.state)) return refused('state', announcement)
      const count = await ledger.retry(id, uncertain)
      if (count === 0) return refused('nothing', announcement)
      const again = { state: 'sending' as const, pause: undefined, notAfter: deadlineOf({ notAfter: undefined }, by.now), finishedAt: undefined }
      return changed(announcement, await ledger.change(id, from, again, act('retry', by, `${count}${uncertain ? ', also uncertain' : ''}`)), count)
    },
  }

  async function findOwn(id: string): Promise<Announcement | undefined> {
    const found = await ledger.find(id)
    return found?.origin === 'organizer' ? found : undefined
  }

  async function audience(announcement: Announcement): Promise<{ total: number; shares: Share[] }> {
    const shares = await ledger.count(announcement.audience)
    return { shares, total: shares.reduce((sum, { count }) => sum + count, 0) }
  }

  async function within(id: string, fits: (announcement: Announcement) => boolean, change: (announcement: Announcement) => Promise<Announcement | undefined>): Promise<Done> {
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

/** Languages that an announcement still lacks. */
export function missingIn({ title }: Content): Language[] {
  return all.filter((language) => (title[language] ?? '').trim() === '')
}
