import type { Language } from '../../knowledge/language.ts'
import type { Localised } from '../../knowledge/pack.ts'
import type { AnnouncementCommands } from '../announcements/commands.ts'
import type { Measure } from '../announcements/validate.ts'
import type { DestinationStore } from '../mailing/destination.ts'
import type { AnnouncementStore } from '../announcements/announcement-store.ts'
import type { FigureStore } from '../announcements/figure-store.ts'
import type { FileStore } from '../announcements/file.ts'
import type { EventName } from '../mailing/foot.ts'
import type { TopicStore } from '../mailing/topic-store.ts'
import type { Organizers, OrganizerNotice } from '../mailing/notices.ts'
import type { OrganizerAct, Page, Pressed } from '../pages/page.ts'
import { turnsOver } from '../pages/turns-over.ts'
import type { Visitor } from '../pages/visitor.ts'
import type { Place } from './watch.ts'
import type { WatchedPages } from './watched-pages.ts'
import { openAccess, type OrganizerAccess } from './access.ts'
import type { AlbumStore } from './writing/albums.ts'
import type { Taken } from './writing/entries.ts'
import { actorOf } from './writing/actor.ts'
import { openTopics } from './writing/topics.ts'
import { openWriting } from './writing/writing.ts'
import type { TextReader } from '../answering/read-text.ts'
import { openEntryPrompts, type EntryPrompt, type PromptStore } from './writing/entry-prompts.ts'
import type { Input } from './writing/input.ts'
import { openNews, type News } from './news.ts'
import { openOrganizerPresses, type OrganizerPresses } from './presses/presses.ts'
import { openViews } from './pages/views.ts'
import type { WrittenSoFar } from './writing/drafts.ts'
import type { Written } from './writing/written.ts'

/** What organizers see and press. All of it is undefined for who is no organizer, as below. */
export type OrganizerPages = Pick<OrganizerAccess, 'isOrganizer'> & {
  /** All announcements. */
  readonly board: (visitor: Visitor) => Promise<Page | undefined>
  readonly press: (
    visitor: Visitor,
    act: OrganizerAct,
    subject: string,
    value: string | undefined,
    /** The message whose button it was: a page that is turned over is kept up to date no more, unless that is asked. */
    on?: Place,
  ) => Promise<Pressed | undefined>
}

/** Messages that are taken for what was asked. */
export type OrganizerEntries = {
  /** Whether a message of the person, which may belong to an album, may be a part of an announcement. */
  readonly awaits: (visitor: Visitor, album?: string) => Promise<boolean>
  /** Takes a message as TakeMessage says. */
  readonly take: (visitor: Visitor, input: Input, forwarded: boolean) => Promise<Taken | undefined>
  /** Takes an edited message for another version of what it said. */
  readonly enter: (visitor: Visitor, input: Input) => Promise<Taken | undefined>
  /** Takes what was entered in a form for a field of an announcement. */
  readonly put: (visitor: Visitor, prompt: EntryPrompt, input: Input) => Promise<Page | undefined>
  /** Whether a message that is edited was taken before; `enter` then takes it again. */
  readonly took: (visitor: Visitor, source: string) => boolean
  /** The organizer turns to something else: what was asked for waits, and is asked about before it is taken. */
  readonly leave: (visitor: Visitor) => Promise<void>
}

/** Texts that are written as a whole, in a message or in a form. */
export type OrganizerDrafts = {
  /** Makes a draft of a text in one language, or of several. */
  readonly adopt: (visitor: Visitor, given: Written | Input) => Promise<Page | undefined>
  /** Puts texts into an announcement; those not given are left. What is out is corrected only after a question. */
  readonly rewrite: (visitor: Visitor, id: string, written: Written) => Promise<Page | undefined>
  /** The texts of an announcement as they were written, first the title. */
  readonly texts: (visitor: Visitor, id: string) => Promise<WrittenSoFar | undefined>
}

/** Topics of announcements, as they are named in a form. */
export type OrganizerTopics = {
  /** What a topic is called; undefined for one that is no more. */
  readonly topicNames: (visitor: Visitor, id: string) => Promise<Localised | undefined>
  /** Names a topic, or a new one (""). */
  readonly nameTopic: (visitor: Visitor, id: string, names: Localised) => Promise<Page | undefined>
}

/** What organizers are told without asking again. */
export type OrganizerNews = {
  /** A page goes on to show how an announcement gets on. */
  readonly watch: (visitor: Visitor, announcement: string, where: Place) => Promise<void>
  /** What an organizer is told without having asked; undefined for what is no more. */
  readonly pageFor: (
    notice: Pick<OrganizerNotice, 'platform' | 'person'> & News,
    now: Date,
  ) => Promise<Page | undefined>
}

/**
 * Where organizers write, send and look after announcements in a chat. Whoever is none gets nothing: every way in asks
 * first, whatever a button or a command claims.
 */
export type OrganizersChat = OrganizerPages & OrganizerEntries & OrganizerDrafts & OrganizerTopics & OrganizerNews

/** What is remembered of announcements, as far as their organizers need it here. */
export type OrganizersStores = {
  readonly announcements: Pick<AnnouncementStore, 'list' | 'acts'>
  readonly figures: Pick<FigureStore, 'tally' | 'named' | 'records' | 'holds' | 'sentSince'>
  readonly files: Pick<FileStore, 'attach' | 'detach'>
  readonly albums: AlbumStore
  readonly prompts: PromptStore
  readonly topics: TopicStore
  readonly watches: Pick<WatchedPages, 'watch' | 'unwatch'>
}

/** `timeZone`: the venue's at the moment; the knowledge that names it may be replaced while we run. */
export function openOrganizersChat({
  commands,
  stores,
  destinations,
  organizers,
  languageFor,
  ...shared
}: {
  readonly commands: AnnouncementCommands
  readonly stores: OrganizersStores
  readonly destinations: Pick<DestinationStore, 'byId' | 'decide'>
  readonly organizers: Organizers
  readonly measures: readonly Measure[]
  readonly readText: TextReader
  readonly timeZone: () => string
  readonly eventName: EventName
  readonly languageFor: (visitor: Visitor) => Promise<Language>
}): OrganizersChat {
  const { figures, files, watches } = stores
  const prompts = openEntryPrompts(stores.prompts)
  const topics = openTopics(stores.topics)
  const views = openViews({ ...shared, ...stores, commands })
  const writing = openWriting({ ...shared, commands, albums: stores.albums, files, prompts, topics, views })
  const { entries, drafts } = writing
  const ports = { commands, destinations, deliveries: figures, prompts, topics, views }
  const press = openOrganizerPresses({ ...shared, ...writing, ...ports })
  const news = openNews({ commands, destinations, views })
  const { isOrganizer, forOrganizers } = openAccess(organizers, languageFor)
  const tell = forOrganizers(news)
  return {
    isOrganizer,
    board: forOrganizers(({ now }, language) => views.board(language, now)),
    press: forOrganizers(leavingAlone(press, watches)),
    awaits: async (visitor, album) => isOrganizer(visitor) && writing.awaits(visitor, album),
    take: forOrganizers(writing.takeMessage),
    enter: forOrganizers(entries.enter),
    put: forOrganizers(entries.put),
    took: (visitor, source) => isOrganizer(visitor) && entries.took(visitor, source),
    async leave(visitor) {
      if (isOrganizer(visitor)) await prompts.setAside(visitor)
    },
    adopt: forOrganizers(drafts.adopt),
    rewrite: forOrganizers(drafts.rewrite),
    texts: forOrganizers((_visitor, _language, id) => drafts.texts(id)),
    topicNames: forOrganizers((_visitor, _language, id) => topics.names(id)),
    nameTopic: forOrganizers((visitor, language, id, names) => topics.name(id, names, actorOf(visitor, language))),
    async watch(visitor, announcement, where) {
      if (isOrganizer(visitor))
        await watches.watch({ ...where, announcement, platform: visitor.person.platform, person: visitor.person.id })
    },
    pageFor: ({ platform, person, about, subject }, now) =>
      tell({ person: { platform, id: person }, session: '', now }, { about, subject }),
  }
}

/** Presses whose page is left alone before anything is done: what it asks next must stay under the finger. */
function leavingAlone(press: OrganizerPresses, watches: Pick<WatchedPages, 'unwatch'>) {
  return async (...[visitor, language, act, subject, value, on]: [...Parameters<OrganizerPresses>, on?: Place]) => {
    const turns = on && turnsOver({ do: 'organize', act, subject, value })
    const watched =
      turns && (await watches.unwatch({ ...on, announcement: subject, platform: visitor.person.platform }))
    const pressed = await press(visitor, language, act, subject, value)
    return watched && pressed.kind === 'replacement' ? { ...pressed, watched } : pressed
  }
}
