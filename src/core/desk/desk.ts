import type { Language } from '../../knowledge/language.ts'
import type { Reply } from '../answering/reply.ts'
import type { DestinationStore, ChatAddress } from '../mailing/destination.ts'
import type { Ledger } from '../mailing/ledger.ts'
import { askForReminders, remindersOf } from './reminders.ts'
import type { Assistant } from '../answering/assistant.ts'
import { say } from '../i18n.ts'
import type { FeedbackStore } from '../people/feedback.ts'
import { countMismatches } from '../people/language-mismatch.ts'
import { keyOf, type Address, type PeopleStore, type Platform } from '../people/people.ts'
import { aboutPage, feedbackPage, helpPage, privacyPage } from './about.ts'
import { afterAnswer, answerPage, type ButtonSpace } from './answer-page.ts'
import { articlesFor, type Article } from './articles.ts'
import { datedEntries, writeCalendar } from './calendar.ts'
import type { Action, Attachment, Page, Pressed } from '../pages/page.ts'
import { rememberQuestions } from './questions.ts'
import { publishedEventOf, type PublishedEvent } from './published-event.ts'
import { relatedPage } from './related.ts'
import { openSubscriptions } from './subscriptions.ts'
import { backToTopics, chaptersPage, topicsPage } from './topics.ts'
import { mannerFor, typingPatienceMs, type Manner, type Visitor } from '../pages/visitor.ts'
import { languagePage, subjectName, switchPage, welcomePage } from './welcome.ts'
import { notePage } from '../pages/note-page.ts'
import { venueTime } from '../time/venue.ts'

/** An answer as shown, what it is for figures and logs, and once in a life the offer to switch languages. */
export type Answered = { readonly page: Page; readonly reply: Reply; readonly offer: Page | undefined }

const mostFeedback = 10

/** A sentence on a page of its own. */
type Notice =
  | 'textOnly'
  | 'unknownCommand'
  | 'tooFast'
  | 'adminsOnly'
  | 'adminsSubscribe'
  | 'askedInPrivate'
  | 'stale'
  | 'noDates'
  | 'over'
  | 'published'
  | 'notAllowed'
  | 'trouble'

/** A page that a command opens. */
export type Screen = 'welcome' | 'language' | 'topics' | 'help' | 'about' | 'privacy' | 'feedback' | Notice

/** What may be known of an answer without its words. */
export type AnswerFacts = Pick<Reply, 'status' | 'language' | 'entries' | 'confidence' | 'rule'> & {
  readonly platform: Platform
  readonly ms: number
}

/** The information desk: everything that people can ask of it, the same on every platform. */
export type Desk = {
  /** `again`: an edited question, which says nothing new of the person's mismatches; `own`: whether the words are theirs. */
  readonly ask: (
    visitor: Visitor,
    text: string,
    options?: { readonly again?: boolean; readonly own?: boolean },
  ) => Promise<Answered>
  readonly press: (visitor: Visitor, action: Action) => Promise<Pressed>
  readonly open: (visitor: Visitor, screen: Screen) => Promise<Page>
  /** An entry by its id, for links; undefined for one that the pack does not have. `language`: that of the link. */
  readonly show: (visitor: Visitor, entry: string, language?: Language) => Promise<Answered | undefined>
  readonly calendar: (visitor: Visitor, entry?: string) => Promise<Attachment | undefined>
  /** What the pack is about as an event that is not over; undefined once it is. */
  readonly publishedEvent: (visitor: Visitor) => Promise<PublishedEvent | undefined>
  /** Answers to choose from while a text is typed. */
  readonly articles: (visitor: Visitor, text: string) => Promise<Article[]>
  /** Sets the person's language or the group's; whether they may is for the platform to say. */
  readonly speak: (visitor: Visitor, language: Language, to: 'person' | 'group') => Promise<void>
  readonly forget: (visitor: Visitor) => Promise<Page>
  /** Announcements come to `visitor.here` from now on; about some topics alone, if any are named. */
  readonly subscribe: (visitor: Visitor, topics?: string) => Promise<Page>
  readonly unsubscribe: (visitor: Visitor) => Promise<Page>
  /** Nobody is there any more: we were blocked or removed, or the chat was deleted. */
  readonly leave: (spot: ChatAddress, reason: string, now: Date) => Promise<void>
  /** The same for all channels of a server. */
  readonly leaveGroup: (group: Address, reason: string, now: Date) => Promise<void>
  readonly moveGroup: (group: Address, to: string, now: Date) => Promise<void>
  /** Forgets what is kept in memory no longer. To be called every few minutes. */
  readonly tidy: (now: Date) => void
  /** The language to speak to someone in when no question tells. */
  readonly languageFor: (visitor: Visitor, options?: { readonly soon?: boolean }) => Promise<Language>
}

export function openDesk({
  assistant,
  people,
  feedback,
  destinations,
  ledger,
  defaultLanguage,
  onAnswered = () => {},
}: {
  readonly assistant: Assistant
  readonly people: PeopleStore
  readonly feedback: FeedbackStore
  readonly destinations: DestinationStore
  readonly ledger: Pick<Ledger, 'remind'>
  readonly defaultLanguage: Language
  /** Called for each question, with what may be counted and logged of it. */
  readonly onAnswered?: (facts: AnswerFacts) => void
}): Desk {
  const { pack } = assistant
  const mismatches = countMismatches()
  const questions = rememberQuestions()
  const subscriptions = openSubscriptions(destinations, pack)

  return {
    async ask(visitor, text, { again = false, own = true } = {}) {
      const manner = await mannerFor(visitor, people)
      const start = performance.now()
      const { reply, question } = assistant.ask({
        text,
        language: manner.language,
        session: visitor.session,
        now: visitor.now,
      })
      tellAnswered(visitor, reply, start)
      if (own && reply.entries[0] !== undefined)
        questions.remember(
          { person: keyOf(visitor.person), session: visitor.session, entry: reply.entries[0], text },
          visitor.now,
        )
      const offer = again || !own ? undefined : await offerFor(visitor, manner, question?.language, reply.language)
      return { page: answerPage(reply, assistant.entry, buttonSpaceFor(visitor)), reply, offer }
    },

    async press(visitor, action) {
      const language = await languageFor(visitor)
      switch (action.do) {
        case 'speak':
          await speak(visitor, action.language, action.to)
          if (action.to === 'group') return { kind: 'replacement', page: languagePage(action.language, false, true) }
          return {
            kind: 'replacement',
            page: visitor.group
              ? languagesFor(visitor, action.language)
              : welcomePage(pack, action.language, 'person', visitor.here?.kind === 'person'),
          }
        case 'languages':
          return { kind: 'message', page: languagesFor(visitor, language) }
        case 'related': {
          const entry = assistant.entry(action.entry)
          return entry ? { kind: 'message', page: relatedPage(entry, pack, language) } : stale(language)
        }
        case 'browse':
          return {
            kind: 'replacement',
            page:
              action.chapter === undefined
                ? chaptersPage(pack, language, action.page)
                : topicsPage(pack, language, action.chapter, action.page),
          }
        case 'open': {
          const opened = openTopic(visitor, action.entry, language)
          return opened ? { kind: 'replacement', page: opened } : stale(language)
        }
        case 'show': {
          const reply = assistant.choose(action.entry, { language, session: visitor.session, now: visitor.now })
          return reply
            ? { kind: 'message', page: answerPage(reply, assistant.entry, buttonSpaceFor(visitor)) }
            : stale(language)
        }
        case 'calendar': {
          const file = calendarFile(visitor.now, language, action.entry)
          return file ? { kind: 'file', file } : stale(language)
        }
        case 'subscribe':
          return { kind: 'message', page: await subscriptions.subscribe(visitor, language) }
        case 'unsubscribe':
          return { kind: 'notice', page: await subscriptions.unsubscribe(visitor, language) }
        case 'receive':
          return { kind: 'replacement', page: await subscriptions.receive(visitor, language, action.languages) }
        case 'remind':
          return remind(visitor, action.entry, language)
        // For organizers alone, and not for the desk.
        case 'organize':
          return stale(language)
        case 'report':
          return report(visitor, action.entry, language)
        default:
          return action satisfies never
      }
    },

    async open(visitor, screen) {
      const language = await languageFor(visitor)
      switch (screen) {
        case 'welcome':
          return welcomePage(
            pack,
            language,
            visitor.group && visitor.groupLeads ? 'group' : 'person',
            visitor.here?.kind === 'person',
          )
        case 'language':
          return languagesFor(visitor, language)
        case 'topics':
          return chaptersPage(pack, language, 0)
        case 'help':
          return helpPage(language)
        case 'about':
          return aboutPage(pack, language)
        case 'privacy':
          return privacyPage(language)
        case 'feedback':
          return feedbackPage(await feedback.latest(mostFeedback), language)
        default:
          return notePage(language, say(language, `notice.${screen satisfies Notice}`))
      }
    },

    async show(visitor, entry, linkLanguage) {
      const { language = defaultLanguage } = await mannerFor(visitor, people, { link: linkLanguage })
      const start = performance.now()
      const reply = assistant.choose(entry, { language, session: visitor.session, now: visitor.now })
      if (reply) tellAnswered(visitor, reply, start)
      return reply && { page: answerPage(reply, assistant.entry, buttonSpaceFor(visitor)), reply, offer: undefined }
    },

    async calendar(visitor, entry) {
      return calendarFile(visitor.now, await languageFor(visitor), entry)
    },

    async publishedEvent(visitor) {
      return publishedEventOf(pack, await languageFor(visitor), visitor.now)
    },

    async articles(visitor, text) {
      const { language } = await mannerFor(visitor, people, { patienceMs: typingPatienceMs })
      return articlesFor(text, {
        language: language ?? (text.trim() === '' ? defaultLanguage : undefined),
        now: visitor.now,
        assistant,
      })
    },

    async forget(visitor) {
      const language = await languageFor(visitor)
      await people.forget(visitor.person)
      for (const session of [visitor.session, ...questions.forget(keyOf(visitor.person))]) assistant.forget(session)
      mismatches.forget(keyOf(visitor.person))
      return notePage(language, say(language, 'notice.forgotten'))
    },

    subscribe: async (visitor, topics) => subscriptions.subscribe(visitor, await languageFor(visitor), topics),
    unsubscribe: async (visitor) => subscriptions.unsubscribe(visitor, await languageFor(visitor)),
    leave: async (spot, reason, now) => void (await destinations.unsubscribe(spot, 'gone', reason, now)),

    leaveGroup: destinations.groupGone,

    tidy: questions.tidy,
    async moveGroup(group, to, now) {
      await people.moveGroup(group, to)
      await destinations.move({ platform: group.platform, chat: group.id }, to, now)
    },
    speak,
    languageFor,
  }

  /** `soon`: as for whoever types. */
  async function languageFor(visitor: Visitor, { soon = false } = {}): Promise<Language> {
    return (await mannerFor(visitor, people, soon ? { patienceMs: typingPatienceMs } : {})).language ?? defaultLanguage
  }

  async function speak({ person, group }: Visitor, language: Language, to: 'person' | 'group'): Promise<void> {
    await (to === 'group' && group ? people.setGroupLanguage(group, language) : people.setLanguage(person, language))
    mismatches.forget(keyOf(person))
  }

  /** In private alone: what is spoken in a group is not one person's to change. */
  async function offerFor(
    { person, group, now }: Visitor,
    { settings }: Manner,
    written: Language | undefined,
    spoken: Language,
  ): Promise<Page | undefined> {
    if (group || written === undefined || settings.switchOffered) return undefined
    if (!mismatches.note(keyOf(person), written, spoken)) return undefined
    await people.noteOffer(person, now)
    return switchPage(written, spoken)
  }

  function tellAnswered(
    { person: { platform } }: Visitor,
    { status, language, entries, confidence, rule }: Reply,
    start: number,
  ): void {
    onAnswered({
      platform,
      status,
      language,
      entries,
      confidence,
      rule,
      ms: Math.round((performance.now() - start) * 10) / 10,
    })
  }

  function openTopic(visitor: Visitor, id: string, language: Language): Page | undefined {
    const { session, now } = visitor
    const room = buttonSpaceFor(visitor)
    const entry = assistant.entry(id)
    const reply = assistant.choose(id, { language, session, now })
    if (!entry || !reply) return undefined
    return {
      language,
      lines: reply.lines,
      buttons: [...afterAnswer(reply, assistant.entry, room), [backToTopics(entry, pack, language)]],
    }
  }

  function calendarFile(now: Date, language: Language, id: string | undefined): Attachment | undefined {
    const entries = datedEntries(pack).filter((entry) => id === undefined || entry.id === id)
    if (entries.length === 0) return undefined
    const text = say(language, 'calendar.caption', { subject: subjectName(pack, language), zone: pack.timeZone })
    return {
      name: `${id ?? pack.id}.ics`,
      content: writeCalendar(entries, pack, language, now),
      page: notePage(language, text),
    }
  }

  /** What may stand under an answer. Reminders come to people in private. */
  function buttonSpaceFor({ roomy = false, here, now }: Visitor): ButtonSpace {
    return { roomy, remindable: (entry) => here?.kind === 'person' && remindersOf(entry, pack, now).length > 0 }
  }

  async function remind({ here, now }: Visitor, id: string, language: Language): Promise<Pressed> {
    const entry = assistant.entry(id)
    if (!entry) return stale(language)
    if (remindersOf(entry, pack, now).length === 0)
      return { kind: 'notice', page: notePage(language, say(language, 'reminder.over')) }
    const subscribed = here && (await destinations.find(here))
    if (subscribed?.standing !== 'active')
      return {
        kind: 'message',
        page: notePage(language, say(language, 'reminder.subscribe'), [
          [{ label: say(language, 'button.subscribe'), do: 'subscribe' }],
        ]),
      }
    const moments = await askForReminders(entry, subscribed.id, { pack, ledger, now })
    const times = moments.map((moment) => venueTime(moment, pack.timeZone)).join(', ')
    return { kind: 'notice', page: notePage(language, say(language, 'reminder.set', { times })) }
  }

  async function report(
    { person: { platform, id }, session, now }: Visitor,
    entry: string,
    language: Language,
  ): Promise<Pressed> {
    if (!assistant.entry(entry)) return stale(language)
    const question = questions.about(session, entry, now)
    await feedback.add({ platform, person: id, language, entry, question, at: now })
    return {
      kind: 'notice',
      page: notePage(language, say(language, question === undefined ? 'notice.reportedTopic' : 'notice.reported')),
    }
  }
}

/** People choose for themselves, where the group does not lead; for a group, those who manage it. */
function languagesFor({ group, groupLeads = false, managesGroup = false }: Visitor, language: Language): Page {
  return languagePage(language, !(group && groupLeads), group !== undefined && (groupLeads || managesGroup))
}

function stale(language: Language): Pressed {
  return { kind: 'notice', page: notePage(language, say(language, 'notice.stale')) }
}
