import type { Language } from '../../knowledge/language.ts'
import type { Reply } from '../answering/reply.ts'
import type { Assistant } from '../assistant.ts'
import { say } from '../i18n.ts'
import type { FeedbackStore } from '../people/feedback.ts'
import { watchHabits } from '../people/habit.ts'
import type { Address, PeopleStore } from '../people/people.ts'
import { aboutPage, helpPage, notePage, privacyPage } from './about.ts'
import { afterAnswer, answerPage } from './answer-page.ts'
import { articlesFor, type Article } from './articles.ts'
import { datedEntries, writeCalendar } from './calendar.ts'
import type { Action, Attachment, Page, Pressed } from './page.ts'
import { rememberQuestions } from './questions.ts'
import { backToTopics, chaptersPage, topicsPage } from './topics.ts'
import { mannerFor, type Manner, type Visitor } from './visitor.ts'
import { languagePage, subjectOf, switchPage, welcomePage } from './welcome.ts'

/** An answer as shown, what it is for figures and logs, and once in a life the offer to switch languages. */
export type Answered = { readonly page: Page; readonly reply: Reply; readonly offer: Page | undefined }

/** A page that a command opens. */
export type Screen = 'welcome' | 'language' | 'topics' | 'help' | 'about' | 'privacy' | 'textOnly' | 'unknownCommand' | 'tooFast' | 'adminsOnly' | 'stale'

/** The information desk: everything that people can ask of it, the same on every platform. */
export type Desk = {
  readonly ask: (visitor: Visitor, text: string) => Promise<Answered>
  readonly press: (visitor: Visitor, action: Action) => Promise<Pressed>
  readonly open: (visitor: Visitor, screen: Screen) => Promise<Page>
  /** An entry by its id, for links; undefined for one that the pack does not have. `language`: that of the link. */
  readonly show: (visitor: Visitor, entry: string, language?: Language) => Promise<Answered | undefined>
  readonly calendar: (visitor: Visitor, entry?: string) => Promise<Attachment | undefined>
  /** Answers to choose from while a text is typed. */
  readonly articles: (visitor: Visitor, text: string) => Promise<Article[]>
  /** Sets the person's language, or in a group the group's; whether they may is for the platform to say. */
  readonly speak: (visitor: Visitor, language: Language) => Promise<void>
  readonly forget: (visitor: Visitor) => Promise<Page>
  readonly moveGroup: (group: Address, to: string) => Promise<void>
  /** The language to speak to someone in when no question tells. */
  readonly languageFor: (visitor: Visitor) => Promise<Language>
}

export function openDesk({ assistant, people, feedback, defaultLanguage }: {
  readonly assistant: Assistant
  readonly people: PeopleStore
  readonly feedback: FeedbackStore
  readonly defaultLanguage: Language
}): Desk {
  const { pack } = assistant
  const habits = watchHabits()
  const questions = rememberQuestions()

  return {
    async ask(visitor, text) {
      const manner = await mannerFor(visitor, people)
      const { reply, question } = assistant.ask({ text, language: manner.language, session: visitor.session, now: visitor.now })
      if (reply.entries[0] !== undefined) questions.remember(visitor.session, reply.entries[0], text, visitor.now)
      return { page: answerPage(reply, assistant.entry), reply, offer: await offerFor(visitor, manner, question?.language, reply.language) }
    },

    async press(visitor, action) {
      const language = await languageFor(visitor)
      switch (action.do) {
        case 'speak':
          await speak(visitor, action.language)
          return { kind: 'replacement', page: visitor.group ? languagePage(action.language, true) : welcomePage(pack, action.language) }
        case 'browse':
          return { kind: 'replacement', page: action.chapter === undefined ? chaptersPage(pack, language, action.page) : topicsPage(pack, language, action.chapter, action.page) }
        case 'open': {
          const opened = openTopic(visitor, action.entry, language)
          return opened ? { kind: 'replacement', page: opened } : stale(language)
        }
        case 'show': {
          const reply = assistant.choose(action.entry, { language, session: visitor.session, now: visitor.now })
          return reply ? { kind: 'message', page: answerPage(reply, assistant.entry) } : stale(language)
        }
        case 'calendar': {
          const file = calendarFile(visitor.now, language, action.entry)
          return file ? { kind: 'file', file } : stale(language)
        }
        case 'report':
          return report(visitor, action.entry, language)
        default:
          return action satisfies never
      }
    },

    async open(visitor, screen) {
      const language = await languageFor(visitor)
      switch (screen) {
        case 'welcome': return welcomePage(pack, language)
        case 'language': return languagePage(language, visitor.group !== undefined)
        case 'topics': return chaptersPage(pack, language, 0)
        case 'help': return helpPage(language)
        case 'about': return aboutPage(pack, language)
        case 'privacy': return privacyPage(language)
        case 'textOnly':
        case 'unknownCommand':
        case 'tooFast':
        case 'adminsOnly':
        case 'stale': return notePage(language, say(language, `notice.${screen}`))
        default: return screen satisfies never
      }
    },

    async show(visitor, entry, linkLanguage) {
      const manner = await mannerFor(visitor, people)
      const language = manner.settings.language ?? linkLanguage ?? manner.language ?? defaultLanguage
      const reply = assistant.choose(entry, { language, session: visitor.session, now: visitor.now })
      return reply && { page: answerPage(reply, assistant.entry), reply, offer: undefined }
    },

    async calendar(visitor, entry) {
      return calendarFile(visitor.now, await languageFor(visitor), entry)
    },

    async articles(visitor, text) {
      const { language } = await mannerFor(visitor, people)
      return articlesFor(text, { language: language ?? (text.trim() === '' ? defaultLanguage : undefined), now: visitor.now, assistant })
    },

    async forget(visitor) {
      const language = await languageFor(visitor)
      await people.forget(visitor.person)
      assistant.forget(visitor.session)
      questions.forget(visitor.session)
      habits.forget(keyOf(visitor.person))
      return notePage(language, say(language, 'notice.forgotten'))
    },

    moveGroup: (group, to) => people.moveGroup(group, to),
    speak,
    languageFor,
  }

  async function languageFor(visitor: Visitor): Promise<Language> {
    return (await mannerFor(visitor, people)).language ?? defaultLanguage
  }

  async function speak({ person, group }: Visitor, language: Language): Promise<void> {
    await (group ? people.setGroupLanguage(group, language) : people.setLanguage(person, language))
    habits.forget(keyOf(person))
  }

  /** In private alone: what is spoken in a group is not one person's to change. */
  async function offerFor({ person, group, now }: Visitor, { settings }: Manner, written: Language | undefined, spoken: Language): Promise<Page | undefined> {
    if (group || written === undefined || settings.switchOffered) return undefined
    if (!habits.note(keyOf(person), written, spoken)) return undefined
    await people.noteOffer(person, now)
    return switchPage(written, spoken)
  }

  function openTopic({ session, now }: Visitor, id: string, language: Language): Page | undefined {
    const entry = assistant.entry(id)
    const reply = assistant.choose(id, { language, session, now })
    if (!entry || !reply) return undefined
    return { language, lines: reply.lines, buttons: [...afterAnswer(reply, assistant.entry), [backToTopics(entry, pack, language)]] }
  }

  function calendarFile(now: Date, language: Language, id: string | undefined): Attachment | undefined {
    const entries = datedEntries(pack).filter((entry) => id === undefined || entry.id === id)
    if (entries.length === 0) return undefined
    const text = say(language, 'calendar.caption', { subject: subjectOf(pack, language), zone: pack.timeZone })
    return {
      name: `${id ?? pack.id}.ics`,
      type: 'text/calendar',
      content: writeCalendar(entries, pack, language, now),
      page: notePage(language, text),
    }
  }

  async function report({ person: { platform, id }, session, now }: Visitor, entry: string, language: Language): Promise<Pressed> {
    if (!assistant.entry(entry)) return stale(language)
    await feedback.add({ platform, person: id, language, entry, question: questions.about(session, entry, now), at: now })
    return { kind: 'notice', text: say(language, 'notice.reported') }
  }
}

function keyOf({ platform, id }: Address): string {
  return `${platform}:${id}`
}

function stale(language: Language): Pressed {
  return { kind: 'notice', text: say(language, 'notice.stale') }
}
