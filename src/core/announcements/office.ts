import { languageOfText, languages as all, type Language } from '../../knowledge/language.ts'
import type { Pack } from '../../knowledge/pack.ts'
import type { OrganizerAct, Page, Pressed } from '../desk/page.ts'
import { notePage } from '../desk/about.ts'
import type { Visitor } from '../desk/visitor.ts'
import { say } from '../i18n.ts'
import { kinds, platforms, writtenIn, type Announcement, type Content } from './announcement.ts'
import { missingIn, type Actor, type Bureau, type Done } from './bureau.ts'
import { copyFor } from './compose.ts'
import type { DestinationStore } from './destination.ts'
import type { Measure } from './gate.ts'
import { largestFile, typeOf } from './file.ts'
import type { Organizers } from './inform.ts'
import type { Awaited, Ledger, Notice, Watch } from './ledger.ts'
import { announcementPage, askPage, boardPage, confirmPage, correctPage, destinationPage, lengthsPage, recallPage, soon, type Shown } from './office-pages.ts'
import { csvOf, reportOn } from './report.ts'
import { readMoment } from './schedule.ts'

/** What an organizer sends: words (Markdown), or a file. */
export type Input = { readonly text: string } | { readonly name: string; readonly bytes: Uint8Array }

/**
 * Where organizers write, send and look after announcements in a chat. Whoever is none gets nothing: every way in asks
 * first, whatever a button or a command claims.
 */
export type Office = {
  readonly isOrganizer: (visitor: Pick<Visitor, 'person'>) => boolean
  /** All announcements; undefined for who is no organizer, as below. */
  readonly board: (visitor: Visitor) => Promise<Page | undefined>
  readonly press: (visitor: Visitor, act: OrganizerAct, subject: string, value: string | undefined) => Promise<Pressed | undefined>
  /** A message that may be what was asked for; undefined if nothing was. */
  readonly enter: (visitor: Visitor, input: Input) => Promise<Page | undefined>
  /** Whether the next message of the person is taken for a part of an announcement. */
  readonly awaits: (visitor: Visitor) => Promise<boolean>
  /** Makes a draft of a text in one language, or of several. */
  readonly adopt: (visitor: Visitor, texts: Readonly<Partial<Record<Language, string>>> | string, file?: { readonly name: string; readonly bytes: Uint8Array }) => Promise<Page | undefined>
  /** Puts texts into an announcement that was begun; those not given are left. */
  readonly rewrite: (visitor: Visitor, id: string, texts: Readonly<Partial<Record<Language, string>>>) => Promise<Page | undefined>
  /** The texts of an announcement as they were written, first the title. */
  readonly texts: (visitor: Visitor, id: string) => Promise<Partial<Record<Language, string>> | undefined>
  /** A page goes on to show how an announcement gets on. */
  readonly watch: (visitor: Visitor, announcement: string, where: Pick<Watch, 'chat' | 'message'>) => Promise<void>
  /** What an organizer is told without having asked; undefined for what is no more. */
  readonly pageFor: (notice: Pick<Notice, 'platform' | 'person' | 'about' | 'subject'>, now: Date) => Promise<Page | undefined>
}

const mostOnBoard = 8

export function openOffice({ bureau, ledger, destinations, organizers, measures, pack, languageFor }: {
  readonly bureau: Bureau
  readonly ledger: Ledger
  readonly destinations: DestinationStore
  readonly organizers: Organizers
  readonly measures: readonly Measure[]
  readonly pack: Pack
  readonly languageFor: (visitor: Visitor) => Promise<Language>
}): Office {
  const { timeZone } = pack
  /** What the apps of organizers say of their language: what they are told unasked is told in it, if they chose none. */
  const languageTags = new Map<string, string>()
  return {
    isOrganizer,
    board: forOrganizers((_visitor, language) => board(language)),
    press: forOrganizers(press),
    async awaits(visitor) {
      return isOrganizer(visitor) && (await ledger.awaited(visitor.person)) !== undefined
    },
    enter: forOrganizers(async (visitor, language, input: Input) => {
      const awaited = await ledger.awaited(visitor.person)
      return awaited && take(visitor, language, awaited, input)
    }),
    adopt: forOrganizers(async (visitor, language, texts: Readonly<Partial<Record<Language, string>>> | string, file?: { readonly name: string; readonly bytes: Uint8Array }) => {
      const written = typeof texts === 'string' ? { [languageOfText(texts)]: texts } : texts
      const attachment = file && file.bytes.length <= largestFile ? await ledger.attach(file.name, typeOf(file.name), file.bytes) : undefined
      const content = { ...contentOf(written), ...(attachment ? { attachment } : {}) }
      const { id } = await bureau.create({ content, audience: {}, urgency: 'routine', fallback: undefined, sendAt: undefined, notAfter: undefined, author: whoIs(visitor) }, visitor.now)
      return pageOf(id, language, visitor.now)
    }),
    rewrite: forOrganizers(async (visitor, language, id: string, texts: Readonly<Partial<Record<Language, string>>>) => {
      const found = await bureau.find(id)
      if (!found) return notePage(language, say(language, 'refused.unknown', { id }))
      const written = contentOf(texts)
      const by = actorOf(visitor, language)
      const done = found.startedAt ? await bureau.correct(id, written, by) : await bureau.amend(id, { content: merged(found.content, written) }, by)
      return afterwards(done, id, language, visitor.now)
    }),
    texts: forOrganizers(async (_visitor, _language, id: string) => {
      const found = await bureau.find(id)
      return found && Object.fromEntries(writtenIn(found.content, all).map((one) => [one, [found.content.title[one], found.content.body[one]].filter(Boolean).join('\n')]))
    }),
    async watch(visitor, announcement, where) {
      if (isOrganizer(visitor)) await ledger.watch({ ...where, announcement, platform: visitor.person.platform, person: visitor.person.id })
    },
    async pageFor({ platform, person, about, subject }, now) {
      const visitor: Visitor = { person: { platform, id: person }, languageTag: languageTags.get(`${platform} ${person}`), session: '', now }
      if (!isOrganizer(visitor)) return undefined
      const language = await languageFor(visitor)
      if (about === 'announcement') return (await bureau.find(subject)) && pageOf(subject, language, now)
      const destination = await destinations.byId(Number(subject))
      return destination && destinationPage(destination, language)
    },
  }

  function isOrganizer({ person: { platform, id } }: Pick<Visitor, 'person'>): boolean {
    return organizers[platform].includes(id)
  }

  /** Nothing below is reached by anybody else. */
  function forOrganizers<Args extends unknown[], Result>(act: (visitor: Visitor, language: Language, ...args: Args) => Promise<Result>) {
    return async (visitor: Visitor, ...args: Args): Promise<Result | undefined> => {
      if (!isOrganizer(visitor)) return undefined
      const { person: { platform, id }, languageTag } = visitor
      if (languageTag !== undefined) languageTags.set(`${platform} ${id}`, languageTag)
      return act(visitor, await languageFor(visitor), ...args)
    }
  }

  async function board(language: Language): Promise<Page> {
    const latest = (await ledger.list(mostOnBoard)).filter(({ state, startedAt }) => state !== 'cancelled' || startedAt)
    return boardPage(latest, language)
  }

  async function press(visitor: Visitor, language: Language, act: OrganizerAct, subject: string, value: string | undefined): Promise<Pressed> {
    const { now, person } = visitor
    const by = actorOf(visitor, language)
    if (act === 'board') return { kind: 'replacement', page: await board(language) }
    if (act === 'new') return { kind: 'message', page: await begin(visitor, language) }
    if (act === 'approve' || act === 'refuse' || act === 'speak') return decideOn(Number(subject), act, value, language, now)
    const found = await bureau.find(subject)
    if (!found) return { kind: 'notice', page: notePage(language, say(language, 'refused.unknown', { id: subject })) }
    // Whatever else is done, a message that comes later is not taken for what was asked before.
    if (act !== 'write' && act !== 'when' && act !== 'file' && act !== 'correct') await ledger.await(person, undefined)
    if (act === 'when' && value === soon) {
      await ledger.await(person, undefined)
      return done(await bureau.amend(subject, { sendAt: undefined }, by))
    }
    switch (act) {
      case 'open':
      case 'drop': return replaced(await pageOf(subject, language, now))
      case 'write':
      case 'when':
      case 'file': return asked(visitor, language, { announcement: subject, field: act === 'write' ? languageNamed(value) : act })
      case 'correct': return value === undefined ? replaced(correctPage(found, language)) : asked(visitor, language, { announcement: subject, field: `correct-${languageNamed(value)}` })
      case 'urgency': return done(await bureau.amend(subject, { urgency: found.urgency === 'urgent' ? 'routine' : 'urgent' }, by))
      case 'platforms': return done(await bureau.amend(subject, { audience: { ...found.audience, platforms: nextOf(found.audience.platforms, platforms.map((one) => [one])) } }, by))
      case 'kinds': return done(await bureau.amend(subject, { audience: { ...found.audience, kinds: nextOf(found.audience.kinds, [['person'], kinds.filter((one) => one !== 'person')]) } }, by))
      case 'fallback': return done(await bureau.amend(subject, { fallback: nextOf(found.fallback, writtenIn(found.content, all)) }, by))
      case 'preview': return { kind: 'preview', copies: previewsOf(found), page: lengthsPage(found, measures, language) }
      case 'confirm': return replaced(await confirmation(found, language, now))
      case 'send': return done(await bureau.send(subject, by), true)
      case 'cancel': return done(await bureau.cancel(subject, by))
      case 'pause': return done(await bureau.pause(subject, by))
      case 'resume': return done(await bureau.resume(subject, by), true)
      case 'recall': return replaced(recallPage(await shownOf(found, language, now), language))
      case 'remove': return done(await bureau.recall(subject, by), true)
      case 'retry': return done(await bureau.retry(subject, by), true)
      case 'repeat': return done(await bureau.retry(subject, by, true), true)
      case 'export': {
        const content = (await Array.fromAsync(csvOf(subject, ledger))).join('')
        return { kind: 'file', file: { name: `announcement-${subject}.csv`, content, page: notePage(language, say(language, 'office.exported', { id: subject })) } }
      }
      default: return act satisfies never
    }

    async function done(result: Done, watch = false): Promise<Pressed> {
      if (result.kind === 'done') return { kind: 'replacement', page: await pageOf(subject, language, now), ...(watch ? { watch: subject } : {}) }
      return { kind: 'notice', page: refusalPage(result, subject, language) }
    }
  }

  async function begin(visitor: Visitor, language: Language): Promise<Page> {
    const { id } = await bureau.create({ content: { title: {}, body: {} }, audience: {}, urgency: 'routine', fallback: undefined, sendAt: undefined, notAfter: undefined, author: whoIs(visitor) }, visitor.now)
    const field = language
    await ledger.await(visitor.person, { announcement: id, field })
    return askPage(id, field, language, timeZone)
  }

  async function asked({ person }: Visitor, language: Language, awaited: Awaited): Promise<Pressed> {
    await ledger.await(person, awaited)
    return { kind: 'message', page: askPage(awaited.announcement, awaited.field, language, timeZone) }
  }

  /** Takes a message for what was asked, and asks for the next that is missing. */
  async function take(visitor: Visitor, language: Language, { announcement: id, field }: Awaited, input: Input): Promise<Page> {
    const { person, now } = visitor
    const by = actorOf(visitor, language)
    const found = await bureau.find(id)
    if (!found) {
      await ledger.await(person, undefined)
      return notePage(language, say(language, 'refused.unknown', { id }))
    }
    if (field === 'file' ? 'text' in input : !('text' in input)) return askPage(id, field, language, timeZone)
    if ('bytes' in input) {
      if (input.bytes.length > largestFile) return notePage(language, say(language, 'office.fileTooLarge', { megabytes: largestFile / 1_000_000 }), askPage(id, field, language, timeZone).buttons)
      const attachment = await ledger.attach(input.name, typeOf(input.name), input.bytes)
      await ledger.await(person, undefined)
      return afterwards(await bureau.amend(id, { content: { ...found.content, attachment } }, by), id, language, now)
    }
    if (field === 'when') {
      const sendAt = readMoment(input.text, timeZone)
      if (!sendAt || sendAt <= now) return notePage(language, say(language, sendAt ? 'refused.past' : 'office.noMoment', { id }), askPage(id, field, language, timeZone).buttons)
      await ledger.await(person, undefined)
      return afterwards(await bureau.amend(id, { sendAt }, by), id, language, now)
    }
    await ledger.await(person, undefined)
    const corrected = field.startsWith('correct-')
    const written = contentOf({ [languageNamed(field.replace('correct-', ''))]: input.text })
    if (corrected) return afterwards(await bureau.correct(id, written, by), id, language, now)
    const content = merged(found.content, written)
    const done = await bureau.amend(id, { content }, by)
    const [missing] = missingIn(content)
    if (done.kind !== 'done' || missing === undefined) return afterwards(done, id, language, now)
    await ledger.await(person, { announcement: id, field: missing })
    return askPage(id, missing, language, timeZone)
  }

  async function afterwards(done: Done, id: string, language: Language, now: Date): Promise<Page> {
    return done.kind === 'done' ? pageOf(id, language, now) : refusalPage(done, id, language)
  }

  async function pageOf(id: string, language: Language, now: Date): Promise<Page> {
    return announcementPage(await shownOf((await bureau.find(id))!, language, now), language)
  }

  async function shownOf(announcement: Announcement, language: Language, now: Date): Promise<Shown> {
    const [report, audience, holds] = await Promise.all([reportOn(announcement, ledger), bureau.audience(announcement), ledger.holds(now)])
    return { announcement, report, audience, holds, problems: bureau.problems(announcement, { language, now }), timeZone, now }
  }

  async function confirmation(announcement: Announcement, language: Language, now: Date): Promise<Page> {
    const shown = await shownOf(announcement, language, now)
    return shown.problems.length > 0 || shown.audience.total === 0 ? announcementPage(shown, language) : confirmPage(shown, language)
  }

  async function decideOn(id: number, act: 'approve' | 'refuse' | 'speak', value: string | undefined, language: Language, now: Date): Promise<Pressed> {
    const destination = await destinations.byId(id)
    if (!destination) return { kind: 'notice', page: notePage(language, say(language, 'office.noDestination')) }
    if (act === 'approve') await destinations.approve(id)
    if (act === 'refuse') await destinations.unsubscribe({ ...destination, thread: destination.thread ?? '' }, 'left', 'refused by an organizer', now)
    if (act === 'speak') await destinations.setLanguages(id, all.filter((one) => value?.split('-').includes(one)))
    return replaced(destinationPage((await destinations.byId(id))!, language))
  }

  function previewsOf(announcement: Announcement) {
    const spoken = all.filter((one) => writtenIn(announcement.content, all).includes(one))
    return spoken.map((one) => copyFor(announcement, [one], timeZone))
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

function refusalPage({ why, problems = [], announcement }: Extract<Done, { kind: 'refused' }>, id: string, language: Language): Page {
  const page = notePage(language, say(language, `refused.${why}`, { id, state: announcement ? say(language, `state.${announcement.state}`) : '' }))
  return { ...page, lines: [...page.lines, ...problems.map((text) => ({ kind: 'item' as const, text }))] }
}

function whoIs({ person: { platform, id } }: Visitor): string {
  return `${platform}:${id}`
}

function actorOf(visitor: Visitor, language: Language): Actor {
  return { who: whoIs(visitor), now: visitor.now, language }
}

/** The first line is the title. */
function contentOf(texts: Readonly<Partial<Record<Language, string>>>): Pick<Content, 'title' | 'body'> {
  const split = Object.entries(texts).map(([language, text]) => {
    const [title = '', ...rest] = text.trim().split('\n')
    return [language, title.replace(/^\*\*(.*)\*\*$/, '$1').trim(), rest.join('\n').trim()] as const
  })
  return { title: Object.fromEntries(split.map(([language, title]) => [language, title])), body: Object.fromEntries(split.map(([language, , body]) => [language, body])) }
}

function merged(before: Content, { title, body }: Pick<Content, 'title' | 'body'>): Content {
  return { ...before, title: { ...before.title, ...title }, body: { ...before.body, ...body } }
}

