import type { Language } from '../../knowledge/language.ts'
import type { Assistant } from '../answering/assistant.ts'
import type { DestinationStore } from '../mailing/destination.ts'
import type { TopicStore } from '../mailing/topic-store.ts'
import type { StarStore } from '../stars/star.ts'
import type { Action, Page, Pressed } from '../pages/page.ts'
import type { Visitor } from '../pages/visitor.ts'
import type { FeedbackStore } from '../people/feedback.ts'
import type { PeopleStore } from '../people/people.ts'
import { openAsking, type AnswerFacts, type DeskAnswers } from './asking.ts'
import { calendarFor, calendarPresses, type CalendarGiven } from './calendar-file.ts'
import { openChats, type Chats } from './chats.ts'
import { dayPresses } from './day-buttons.ts'
import { feedbackPresses } from './feedback-presses.ts'
import { openForgetting } from './forgetting.ts'
import { openMyProgramme } from './my-programme.ts'
import { myProgrammePresses } from './my-programme-presses.ts'
import { plainlySpoken, plainPresses } from './plain-desk.ts'
import { openPresses } from './presses.ts'
import { nextEventOf, type PublishedEvent } from './published-event.ts'
import { rememberQuestions } from './questions.ts'
import { openScreens, type Screen } from './screens.ts'
import { openShownEntries } from './shown-entries.ts'
import { starPresses } from './star-presses.ts'
import { languagePresses, openSpokenLanguages, type SpokenLanguages } from './spoken-languages.ts'
import { openSubscriptions, subscriptionPresses } from './subscriptions.ts'
import { topicPresses } from './topic-presses.ts'

/** Pages, by a button or by a command. */
export type DeskPages = {
  readonly press: (visitor: Visitor, action: Action) => Promise<Pressed>
  readonly open: (visitor: Visitor, screen: Screen) => Promise<Page>
}

/** The dates of what is known. */
export type DeskCalendar = {
  /** All that is to come as a file; a page, if there is nothing, or several events to choose. */
  readonly calendar: (visitor: Visitor) => Promise<CalendarGiven>
  /** What the pack is about as an event that is not over, of several the first to come; undefined once it is. */
  readonly publishedEvent: (visitor: Visitor) => Promise<PublishedEvent | undefined>
}

/** Announcements for the chat in which somebody is. */
export type DeskSubscriptions = {
  /** Announcements come to `visitor.here` from now on; about some topics alone, if any are named. */
  readonly subscribe: (visitor: Visitor, topics?: string) => Promise<Page>
  readonly unsubscribe: (visitor: Visitor) => Promise<Page>
}

/** What is remembered of people. */
export type DeskMemory = {
  readonly forget: (visitor: Visitor) => Promise<Page>
  /** Forgets what is kept in memory no longer. To be called every few minutes. */
  readonly tidy: (now: Date) => void
}

/** The information desk: everything that people can ask of it, the same on every platform. */
export type Desk = DeskAnswers &
  DeskPages &
  DeskCalendar &
  DeskSubscriptions &
  DeskMemory &
  Pick<SpokenLanguages, 'speak' | 'languageFor'> &
  Chats

/** What the desk is opened with: the assistant, and what is remembered. */
type DeskParts = {
  readonly assistant: Assistant
  readonly people: PeopleStore
  readonly feedback: FeedbackStore
  readonly destinations: Omit<DestinationStore, 'byId' | 'decide'>
  readonly topics: Pick<TopicStore, 'all'>
  readonly stars: Pick<StarStore, 'of' | 'put' | 'silence' | 'remove'>
  readonly defaultLanguage: Language
  /** Called for each question, with what may be counted and logged of it. */
  readonly onAnswered?: (facts: AnswerFacts) => void
}

/** What the desk knows is asked of the assistant at each call: its pack may be replaced while we run. */
export function openDesk({
  assistant,
  people,
  feedback,
  destinations,
  topics,
  stars,
  defaultLanguage,
  onAnswered = () => {},
}: DeskParts): Desk {
  const currentPack = () => assistant.pack
  const questions = rememberQuestions()
  const languages = openSpokenLanguages({ people, currentPack, defaultLanguage })
  const subscriptions = openSubscriptions({ destinations, topics, people, currentPack })
  const mine = openMyProgramme({ stars, destinations })
  const entries = openShownEntries(assistant, mine)
  const screens = openScreens({ currentPack, feedback, destinations, mine })
  const press = openPresses({
    ...topicPresses(assistant, entries),
    ...languagePresses(currentPack, languages, entries.show),
    ...calendarPresses(currentPack, mine),
    ...subscriptionPresses(subscriptions),
    ...dayPresses(assistant, mine),
    ...starPresses({ assistant, mine }),
    ...myProgrammePresses(currentPack, mine),
    ...feedbackPresses({ assistant, questions, feedback }),
    ...plainPresses(people),
  })
  const { languageFor, speak } = languages
  const desk: Desk = {
    ...openAsking({ assistant, questions, languages, mine, defaultLanguage, onAnswered }),
    ...openChats({ people, destinations }),
    languageFor,
    speak,
    press: spoken(press),
    open: spoken(screens),
    calendar: spoken(({ now }, language) => calendarFor(currentPack(), language, now)),
    publishedEvent: spoken(({ now }, language) => nextEventOf(currentPack(), language, now)),
    subscribe: spoken(subscriptions.subscribe),
    unsubscribe: spoken(subscriptions.unsubscribe),
    forget: spoken(openForgetting({ assistant, people, questions, languages, mine })),
    tidy: questions.tidy,
  }
  return plainlySpoken(desk, people)

  /** In the language to speak to the visitor in. */
  function spoken<Args extends unknown[], Result>(
    act: (visitor: Visitor, language: Language, ...args: Args) => Result | Promise<Result>,
  ) {
    return async (visitor: Visitor, ...args: Args): Promise<Result> => act(visitor, await languageFor(visitor), ...args)
  }
}
