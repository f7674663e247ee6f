import { languageOfText, languages as all, type Language } from '../../knowledge/language.ts'
import type { Pack } from '../../knowledge/pack.ts'
import type { OrganizerAct, Page, Pressed } from '../pages/page.ts'
import type { Visitor } from '../pages/visitor.ts'
import { say } from '../i18n.ts'
import { keyOf } from '../people/people.ts'
import { missingIn, withTexts, writtenIn, type Texts } from '../mailing/content.ts'
import type { Announcement } from '../announcements/announcement.ts'
import type { Awaited, Ledger } from './ledger.ts'
import type { Watch } from './watch.ts'
import type { AnnouncementCommands } from '../announcements/commands.ts'
import type { Actor, Done } from '../announcements/done.ts'
import { copyFor } from '../mailing/copy.ts'
import { type Decision, type DestinationStore, kinds, platforms } from '../mailing/destination.ts'
import { csvOf } from '../announcements/export.ts'
import type { Measure } from '../announcements/validate.ts'
import { dressBlocks, plainDress, readMarkup } from '../mailing/markup.ts'
import { largestFile, typeOf } from '../announcements/file.ts'
import type { Organizers, OrganizerNotice } from '../mailing/notices.ts'
import {
  announcementPage,
  askPage,
  boardPage,
  confirmPage,
  correctionPage,
  correctPage,
  destinationPage,
  haltPage,
  latelyMs,
  lengthsPage,
  recallPage,
  soon,
  stampOf,
  stampOfText,
  type Shown,
} from './pages.ts'
import { reportOn } from '../announcements/report.ts'
import { notePage } from '../pages/note-page.ts'
import { readMoment } from '../time/venue.ts'

/** What an organizer sends: words (Markdown), and perhaps a file (`fileLost`: one that could not be fetched); `source`: the message's id, by which an edit of it is recognised. */
export type Input = {
  readonly text: string
  readonly file?: { readonly name: string; readonly bytes: Uint8Array } | undefined
  readonly fileLost?: boolean
  readonly source?: string | undefined
}

/** A text in each of some languages; the first line is the title. */
export type Written = Readonly<Partial<Record<Language, string>>>

/**
 * Where organizers write, send and look after announcements in a chat. Whoever is none gets nothing: every way in asks
 * first, whatever a button or a command claims.
 */
export type OrganizersChat = {
  readonly isOrganizer: (visitor: Pick<Visitor, 'person'>) => boolean
  /** All announcements; undefined for who is no organizer, as below. */
  readonly board: (visitor: Visitor) => Promise<Page | undefined>
  readonly press: (
    visitor: Visitor,
    act: OrganizerAct,
    subject: string,
    value: string | undefined,
  ) => Promise<Pressed | undefined>
  /** Whether the next message of the person is taken for a part of an announcement. */
  readonly awaits: (visitor: Visitor) => Promise<boolean>
  /** Takes a message for what was asked; undefined if nothing was. */
  readonly enter: (visitor: Visitor, input: Input) => Promise<Page | undefined>
  /** Whether a message that is edited was taken before; `enter` then takes it again. */
  readonly took: (visitor: Visitor, source: string) => boolean
  /** No message is taken for what was asked any more. */
  readonly leave: (visitor: Visitor) => Promise<void>
  /** Makes a draft of a text in one language, or of several. */
  readonly adopt: (visitor: Visitor, written: Written | Omit<Input, 'source'>) => Promise<Page | undefined>
  /** Puts texts into an announcement that was begun; those not given are left. What is out is corrected only after a question. */
  readonly rewrite: (visitor: Visitor, id: string, written: Written) => Promise<Page | undefined>
  /** The texts of an announcement as they were written, first the title. */
  readonly texts: (visitor: Visitor, id: string) => Promise<Written | undefined>
  /** A page goes on to show how an announcement gets on. */
  readonly watch: (visitor: Visitor, announcement: string, where: Pick<Watch, 'chat' | 'message'>) => Promise<void>
  /** What an organizer is told without having asked; undefined for what is no more. */
  readonly pageFor: (
    notice: Pick<OrganizerNotice, 'platform' | 'person' | 'about' | 'subject'>,
    now: Date,
  ) => Promise<Page | undefined>
}

/** What was asked longer ago is not what the next message is about. */
const inputMs = 30 * 60_000

/** Messages of which an edit is taken for another version of what they said. */
const mostTaken = 200

const mostOnBoard = 8

export function openOrganizersChat({
  commands,
  ledger,
  destinations,
  organizers,
  measures,
  pack,
  languageFor,
}: {
  readonly commands: AnnouncementCommands
  readonly ledger: Ledger
  readonly destinations: DestinationStore
  readonly organizers: Organizers
  readonly measures: readonly Measure[]
  readonly pack: Pack
  readonly languageFor: (visitor: Visitor) => Promise<Language>
}): OrganizersChat {
  const { timeZone } = pack
  /** What the apps of organizers say of their language: what they are told unasked is told in it, if they chose none. */
  const languageTags = new Map<string, string>()
  /** What the latest messages of organizers were taken for. */
  const taken = new Map<string, Awaited>()
  return {
    isOrganizer,
    board: forOrganizers((_visitor, language) => board(language)),
    press: forOrganizers(press),
    async awaits(visitor) {
      return isOrganizer(visitor) && (await awaited(visitor)) !== undefined
    },
    enter: forOrganizers(async (visitor, language, input: Input) => {
      // An edit is another version of what was said, whatever is awaited now.
      const before = taken.get(sourceOf(visitor, input.source))
      const asked = before ?? (await awaited(visitor))
      return asked && take(visitor, language, asked, input, before !== undefined)
    }),
    took: (visitor, source) => isOrganizer(visitor) && taken.has(sourceOf(visitor, source)),
    async leave(visitor) {
      if (isOrganizer(visitor)) await ledger.await(visitor.person, undefined, visitor.now)
    },
    adopt: forOrganizers(async (visitor, language, given: Written | Omit<Input, 'source'>) => {
      const { text, file, fileLost = false } = 'text' in given ? given : { text: undefined, file: undefined }
      const texts = textsOf(text === undefined ? (given as Written) : { [languageOfText(text)]: text })
      // A sticker, a form left empty: nothing to make a draft of.
      if (!file && Object.keys(texts.title).length === 0) return board(language)
      const fits = file && file.bytes.length <= largestFile
      const attachment = fits ? await ledger.attach(file.name, typeOf(file.name), file.bytes) : undefined
      const { id } = await commands.create(
        { ...nothing, content: { ...texts, ...(attachment ? { attachment } : {}) }, author: keyOf(visitor.person) },
        visitor.now,
      )
      const page = await pageOf(id, language, visitor.now)
      if (!fileLost && (!file || fits)) return page
      return {
        ...page,
        lines: [
          ...page.lines,
          { kind: 'note', text: say(language, 'organizers.fileTooLarge', { megabytes: largestFile / 1_000_000 }) },
        ],
      }
    }),
    rewrite: forOrganizers(async (visitor, language, id: string, written: Written) => {
      const found = await commands.find(id)
      if (!found) return notePage(language, say(language, 'refused.unknown', { id }))
      if (found.startedAt) return askToCorrect(visitor, language, found, written)
      return afterwards(
        await commands.rewrite(id, textsOf(written), actorOf(visitor, language)),
        id,
        language,
        visitor.now,
      )
    }),
    texts: forOrganizers(async (_visitor, _language, id: string) => {
      const found = await commands.find(id)
      return (
        found &&
        Object.fromEntries(
          writtenIn(found.content).map((one) => [
            one,
            [found.content.title[one], found.content.body[one]].filter(Boolean).join('\n'),
          ]),
        )
      )
    }),
    async watch(visitor, announcement, where) {
      if (isOrganizer(visitor))
        await ledger.watch({ ...where, announcement, platform: visitor.person.platform, person: visitor.person.id })
    },
    async pageFor({ platform, person, about, subject }, now) {
      const visitor: Visitor = {
        person: { platform, id: person },
        languageTag: languageTags.get(keyOf({ platform, id: person })),
        session: '',
        now,
      }
      if (!isOrganizer(visitor)) return undefined
      const language = await languageFor(visitor)
      if (about === 'announcement') return (await commands.find(subject)) && pageOf(subject, language, now)
      const destination = await destinations.byId(Number(subject))
      return destination && destinationPage(destination, language)
    },
  }

  function isOrganizer({ person: { platform, id } }: Pick<Visitor, 'person'>): boolean {
    return organizers[platform].includes(id)
  }

  /** Nothing below is reached by anybody else. */
  function forOrganizers<Args extends unknown[], Result>(
    act: (visitor: Visitor, language: Language, ...args: Args) => Promise<Result>,
  ) {
    return async (visitor: Visitor, ...args: Args): Promise<Result | undefined> => {
      if (!isOrganizer(visitor)) return undefined
      const key = keyOf(visitor.person)
      const languageTag = visitor.languageTag ?? languageTags.get(key)
      if (languageTag !== undefined) languageTags.set(key, languageTag)
      return act(visitor, await languageFor({ ...visitor, languageTag }), ...args)
    }
  }

  /** `before`: the number below which to look, for older ones. */
  async function board(language: Language, before?: string): Promise<Page> {
    const found = await ledger.list(mostOnBoard + 1, before)
    return boardPage(found.slice(0, mostOnBoard), found.length > mostOnBoard, language)
  }

  function awaited({ person, now }: Visitor): Promise<Awaited | undefined> {
    return ledger
      .awaited(person, new Date(now.getTime() - inputMs))
      .then((found) => (found?.text === undefined ? found : undefined))
  }

  async function press(
    visitor: Visitor,
    language: Language,
    act: OrganizerAct,
    subject: string,
    value: string | undefined,
  ): Promise<Pressed> {
    const { now, person } = visitor
    const by = actorOf(visitor, language)
    if (act === 'board') return { kind: 'replacement', page: await board(language, value) }
    if (act === 'new') return { kind: 'message', page: await begin(visitor, language) }
    if (act === 'approve' || act === 'refuse' || act === 'languages')
      return decideOn(Number(subject), act, value, by, language)
    const found = await commands.find(subject)
    if (!found) return { kind: 'notice', page: notePage(language, say(language, 'refused.unknown', { id: subject })) }
    if (act === 'correctNow') return correctNow()
    // Whatever else is done, a message that comes later is not taken for what was asked before.
    await ledger.await(person, undefined, now)
    switch (act) {
      case 'open':
        return replaced(await pageOf(subject, language, now))
      case 'write':
        return asked(visitor, language, { announcement: subject, field: languageNamed(value) })
      case 'when':
        return value === soon
          ? done(await commands.amend(subject, () => ({ sendAt: undefined }), by))
          : asked(visitor, language, { announcement: subject, field: 'when' })
      case 'file':
        return asked(visitor, language, { announcement: subject, field: 'file' })
      case 'correct':
        return value === undefined
          ? replaced(correctPage(found, language))
          : asked(visitor, language, { announcement: subject, field: `correct-${languageNamed(value)}` })
      case 'urgency':
        return done(
          await commands.amend(
            subject,
            ({ urgency }) => ({ urgency: urgency === 'urgent' ? 'routine' : 'urgent' }),
            by,
          ),
        )
      case 'platforms':
        return done(
          await commands.amend(
            subject,
            ({ audience }) => ({
              audience: {
                ...audience,
                platforms: nextOf(
                  audience.platforms,
                  platforms.map((one) => [one]),
                ),
              },
            }),
            by,
          ),
        )
      case 'kinds':
        return done(
          await commands.amend(
            subject,
            ({ audience }) => ({
              audience: {
                ...audience,
                kinds: nextOf(audience.kinds, [['person'], kinds.filter((one) => one !== 'person')]),
              },
            }),
            by,
          ),
        )
      case 'fallback':
        return done(
          await commands.amend(
            subject,
            ({ fallback, content }) => ({ fallback: nextOf(fallback, writtenIn(content)) }),
            by,
          ),
        )
      case 'preview':
        return { kind: 'preview', copies: previewsOf(found), page: lengthsPage(found, measures, language) }
      case 'confirm':
        return replaced(await confirmation(found, language, now))
      case 'send': {
        // What was confirmed is what is sent: not what somebody has made of it since.
        const shown = await shownOf(found, language, now)
        return value === stampOf(shown)
          ? done(await commands.send(subject, by), true)
          : replaced(await confirmation(found, language, now))
      }
      case 'halt':
        return replaced(haltPage(await shownOf(found, language, now), language))
      case 'cancel':
        return done(await commands.cancel(subject, by))
      case 'pause':
        return done(await commands.pause(subject, by))
      case 'resume':
        return done(await commands.resume(subject, by), true)
      case 'recall':
        return replaced(recallPage(await shownOf(found, language, now), language))
      case 'remove':
        return done(await commands.recall(subject, by), true)
      case 'retry':
        return done(await commands.retry(subject, by), true)
      case 'repeat':
        return done(await commands.retry(subject, by, true), true)
      case 'export': {
        const content = (await Array.fromAsync(csvOf(subject, ledger))).join('')
        // Excel takes a file for UTF-8 by its byte order mark alone.
        return {
          kind: 'file',
          file: {
            name: `announcement-${subject}.csv`,
            content: `\ufeff${content}`,
            page: notePage(language, say(language, 'organizers.exported', { id: subject })),
          },
        }
      }
      default:
        return act satisfies never
    }

    async function correctNow(): Promise<Pressed> {
      const entered = await ledger.awaited(person, new Date(now.getTime() - inputMs))
      await ledger.await(person, undefined, now)
      // What was seen is what is done: not what was written afterwards.
      if (entered?.text === undefined || entered.announcement !== subject || stampOfText(entered.text) !== value)
        return replaced(await pageOf(subject, language, now))
      return done(await commands.rewrite(subject, textsOf(JSON.parse(entered.text) as Written), by), true)
    }

    async function done(result: Done, watch = false): Promise<Pressed> {
      if (result.kind === 'done')
        return { kind: 'replacement', page: await pageOf(subject, language, now), ...(watch ? { watch: subject } : {}) }
      return { kind: 'notice', page: refusalPage(result, subject, language) }
    }
  }

  async function begin(visitor: Visitor, language: Language): Promise<Page> {
    const { id } = await commands.create({ ...nothing, author: keyOf(visitor.person) }, visitor.now)
    await ledger.await(visitor.person, { announcement: id, field: language }, visitor.now)
    return askPage(id, language, language, timeZone)
  }

  async function asked({ person, now }: Visitor, language: Language, awaited: Awaited): Promise<Pressed> {
    await ledger.await(person, awaited, now)
    return { kind: 'message', page: askPage(awaited.announcement, awaited.field, language, timeZone) }
  }

  /** Takes a message for what was asked, and asks for the next that is missing. */
  async function take(
    visitor: Visitor,
    language: Language,
    asked: Awaited,
    { text, file, fileLost = false, source }: Input,
    edited: boolean,
  ): Promise<Page> {
    const { announcement: id, field } = asked
    const { person, now } = visitor
    const by = actorOf(visitor, language)
    const again = askPage(id, field, language, timeZone)
    const found = await commands.find(id)
    if (!found) return notePage(language, say(language, 'refused.unknown', { id }))
    if (fileLost || (file && file.bytes.length > largestFile))
      return notePage(
        language,
        say(language, 'organizers.fileTooLarge', { megabytes: largestFile / 1_000_000 }),
        again.buttons,
      )
    if (field === 'file' ? !file : text.trim() === '') return again
    if (source !== undefined) remember(sourceOf(visitor, source), asked)
    if (!edited) await ledger.await(person, undefined, now)
    if (field === 'when') {
      const sendAt = readMoment(text, timeZone)
      if (sendAt && sendAt > now) return afterwards(await commands.amend(id, () => ({ sendAt }), by), id, language, now)
      await ledger.await(person, asked, now)
      return notePage(language, say(language, sendAt ? 'refused.past' : 'organizers.noMoment', { id }), again.buttons)
    }
    const written: Written = field === 'file' ? {} : { [languageNamed(field.replace('correct-', ''))]: text }
    if (found.startedAt) return askToCorrect(visitor, language, found, written)
    const attachment = file && (await ledger.attach(file.name, typeOf(file.name), file.bytes))
    const texts = textsOf(written)
    const done = await commands.amend(
      id,
      ({ content }) => ({ content: { ...withTexts(content, texts), ...(attachment ? { attachment } : {}) } }),
      by,
    )
    const [missing] = done.kind === 'done' && field !== 'file' && !edited ? missingIn(done.announcement.content) : []
    if (missing === undefined) return afterwards(done, id, language, now)
    await ledger.await(person, { announcement: id, field: missing }, now)
    return askPage(id, missing, language, timeZone)
  }

  /** Nothing that is out is changed before somebody has seen with what, and in how many copies. */
  async function askToCorrect(
    { person, now }: Visitor,
    language: Language,
    announcement: Announcement,
    written: Written,
  ): Promise<Page> {
    const [named = language] = Object.keys(written) as Language[]
    const texts = textsOf(written)
    const problems = commands.problems(
      { ...announcement, content: withTexts(announcement.content, texts) },
      { language, now },
    )
    if (problems.length > 0)
      return refusalPage({ kind: 'refused', why: 'problems', problems, announcement }, announcement.id, language)
    await ledger.await(
      person,
      { announcement: announcement.id, field: `correct-${named}`, text: JSON.stringify(written) },
      now,
    )
    return correctionPage(
      await shownOf(announcement, language, now),
      texts,
      stampOfText(JSON.stringify(written)),
      language,
    )
  }

  function remember(source: string, asked: Awaited): void {
    taken.delete(source)
    taken.set(source, asked)
    if (taken.size > mostTaken) taken.delete(taken.keys().next().value!)
  }

  async function afterwards(done: Done, id: string, language: Language, now: Date): Promise<Page> {
    return done.kind === 'done' ? pageOf(id, language, now) : refusalPage(done, id, language)
  }

  async function pageOf(id: string, language: Language, now: Date): Promise<Page> {
    return announcementPage(await shownOf((await commands.find(id))!, language, now), language)
  }

  async function shownOf(announcement: Announcement, language: Language, now: Date): Promise<Shown> {
    const [report, audience, holds, sentLately] = await Promise.all([
      reportOn(announcement, ledger),
      commands.audience(announcement),
      ledger.holds(now),
      ledger.sentSince(announcement.id, new Date(now.getTime() - latelyMs)),
    ])
    return {
      announcement,
      report,
      audience,
      holds,
      sentLately,
      problems: commands.problems(announcement, { language, now }),
      timeZone,
      now,
    }
  }

  async function confirmation(announcement: Announcement, language: Language, now: Date): Promise<Page> {
    const shown = await shownOf(announcement, language, now)
    return shown.problems.length > 0 || shown.audience.total === 0
      ? announcementPage(shown, language)
      : confirmPage(shown, language)
  }

  async function decideOn(
    id: number,
    act: 'approve' | 'refuse' | 'languages',
    value: string | undefined,
    { who, now }: Actor,
    language: Language,
  ): Promise<Pressed> {
    if (!(await destinations.byId(id)))
      return { kind: 'notice', page: notePage(language, say(language, 'organizers.noDestination')) }
    const named = all.filter((one) => value?.split('-').includes(one))
    const decision: Decision =
      act === 'languages' ? { languages: named } : { standing: act === 'approve' ? 'active' : 'left' }
    if (act !== 'languages' || named.length > 0)
      await destinations.decide(id, decision, { act, who, at: now, detail: value })
    return replaced(destinationPage((await destinations.byId(id))!, language))
  }

  function previewsOf(announcement: Announcement) {
    // What no message can hold is told by its length alone.
    const fits = (one: Language): boolean =>
      measures.every((measure) => measure(announcement, one).units <= measure(announcement, one).limit)
    return writtenIn(announcement.content)
      .filter(fits)
      .map((one) => copyFor(announcement, [one], timeZone))
  }
}

/** Choices one after the other, and in the end none, which limits nothing. */
function nextOf<T>(now: T | undefined, choices: readonly T[]): T | undefined {
  if (now === undefined) return choices[0]
  return choices[choices.findIndex((one) => String(one) === String(now)) + 1]
}

function languageNamed(value: string | undefined): Language {
  return all.find((one) => one === value) ?? all[0]
}

function replaced(page: Page): Pressed {
  return { kind: 'replacement', page }
}

function refusalPage(
  { why, problems = [], announcement }: Extract<Done, { kind: 'refused' }>,
  id: string,
  language: Language,
): Page {
  const page = notePage(
    language,
    say(language, `refused.${why}`, { id, state: announcement ? say(language, `state.${announcement.state}`) : '' }),
  )
  return { ...page, lines: [...page.lines, ...problems.map((text) => ({ kind: 'item' as const, text }))] }
}

function actorOf(visitor: Visitor, language: Language): Actor {
  return { who: keyOf(visitor.person), now: visitor.now, language }
}

/** The first line is the title, which is plain; a language that says nothing is left out. */
function textsOf(written: Written): Texts {
  const split = Object.entries(written)
    .filter(([, text]) => text.trim() !== '')
    .map(([language, text]) => {
      const [title = '', ...rest] = text.trim().split('\n')
      return [
        language,
        dressBlocks(readMarkup(title), plainDress).trim() || title.trim(),
        rest.join('\n').trim(),
      ] as const
    })
  return {
    title: Object.fromEntries(split.map(([language, title]) => [language, title])),
    body: Object.fromEntries(split.map(([language, , body]) => [language, body])),
  }
}

/** A draft before anything is written. */
const nothing = {
  content: { title: {}, body: {} },
  audience: {},
  urgency: 'routine' as const,
  fallback: undefined,
  sendAt: undefined,
  notAfter: undefined,
}

function sourceOf({ person }: Visitor, source = ''): string {
  return `${keyOf(person)} ${source}`
}
