import { asLanguage, type Language } from '../../knowledge/language.ts'
import type { Assistant } from '../answering/assistant.ts'
import type { Reply } from '../answering/reply.ts'
import { keyOf, type Platform } from '../people/people.ts'
import type { Page } from '../pages/page.ts'
import { ownChatOf, pageLanguage, type Visitor } from '../pages/visitor.ts'
import { answerPage } from './answer-page.ts'
import { articlesFor, type Article } from './articles.ts'
import { buttonSpaceFor } from './button-space.ts'
import type { Marks, MyProgramme } from './my-programme.ts'
import { myProgrammePage, unreadProgrammePage } from './my-programme-page.ts'
import type { Questions } from './questions.ts'
import { rememberToldMessages } from './told-messages.ts'
import { offerLanguagesOnce } from './strangers.ts'
import type { SpokenLanguages } from './spoken-languages.ts'

/** An answer as shown, what it is for figures and logs, and once in a life the offer to switch languages. */
export type Answered = { readonly page: Page; readonly reply: Reply; readonly offer: Page | undefined }

/** What may be known of an answer without its words. `ms`: how long it took, to a tenth. */
export type AnswerFacts = Pick<Reply, 'status' | 'language' | 'entries' | 'confidence' | 'rule'> & {
  readonly platform: Platform
  readonly ms: number
}

/** Questions and their answers. */
export type DeskAnswers = {
  /**
   * `again`: an edited question, which counts for no offer to switch; `own`: whether the words are the visitor's;
   * `replyTo`: the key of the message of ours that they reply to.
   */
  readonly ask: (
    visitor: Visitor,
    text: string,
    options?: { readonly again?: boolean; readonly own?: boolean; readonly replyTo?: string | undefined },
  ) => Promise<Answered>
  /** Notes what the messages of an answer spoke of, for those who reply to one of them. */
  readonly told: (messages: readonly string[], reply: Reply) => void
  /** An entry by its id, for links; undefined for one that the pack does not have. `language`: that of the link. */
  readonly show: (visitor: Visitor, entry: string, language?: Language) => Promise<Answered | undefined>
  /** What the visitor asked last, if an entry answered it. */
  readonly askedAbout: (visitor: Visitor, entry: string) => string | undefined
  /** Answers to choose from while a text is typed. */
  readonly articles: (visitor: Visitor, text: string) => Promise<Article[]>
}

/** `onAnswered`: called for each question and each entry shown, with what may be counted and logged of it. */
export function openAsking({
  assistant,
  questions,
  languages,
  mine,
  defaultLanguage,
  onAnswered,
}: {
  readonly assistant: Assistant
  readonly mine: Pick<MyProgramme, 'knownMarks'>
  readonly questions: Pick<Questions, 'remember' | 'about'>
  readonly languages: Pick<SpokenLanguages, 'mannerFor' | 'offerFor'>
  readonly defaultLanguage: Language
  readonly onAnswered: (facts: AnswerFacts) => void
}): DeskAnswers {
  const told = rememberToldMessages()
  const withOffer = offerLanguagesOnce()
  return {
    told: (messages, { entries }) => told.remember(messages, entries),
    askedAbout: ({ session, now }, entry) => questions.about(session, entry, now),
    async ask(visitor, text, { again = false, own = true, replyTo } = {}) {
      const marked = mine.knownMarks(visitor, assistant.pack)
      const manner = await languages.mannerFor(visitor)
      const { session, now } = visitor
      const start = performance.now()
      const about = replyTo === undefined ? undefined : told.about(replyTo)
      const { language, hint } = manner
      const { reply, question } = assistant.ask({ text, language, hint, session, about, now })
      onAnswered(factsOf(reply, visitor, start))
      const page = withOffer(pageOf(reply, visitor, await marked, assistant), visitor, manner, reply)
      const [entry] = reply.entries
      if (own && entry !== undefined) questions.remember({ person: keyOf(visitor.person), session, entry, text }, now)
      if (!own || again) return { page, reply, offer: undefined }
      // Where the question leads, it is the pages that go on in another language.
      const spoken = visitor.questionLeads ? pageLanguage(manner, defaultLanguage) : reply.language
      const offer = await languages.offerFor(visitor, manner, asLanguage(question?.language), spoken)
      return { page, reply, offer }
    },
    async show(visitor, entry, link) {
      const marked = mine.knownMarks(visitor, assistant.pack)
      const manner = await languages.mannerFor(visitor, { link })
      const language = pageLanguage(manner, defaultLanguage)
      const { session, now } = visitor
      const start = performance.now()
      const reply = assistant.choose(entry, { language, session, now })
      if (!reply) return undefined
      onAnswered(factsOf(reply, visitor, start))
      const page = withOffer(pageOf(reply, visitor, await marked, assistant), visitor, manner, reply)
      return { page, reply, offer: undefined }
    },
    async articles(visitor, text) {
      const { language: chosen, hint } = await languages.mannerFor(visitor, { soon: true })
      const language = text.trim() === '' ? pageLanguage({ language: chosen, hint }, defaultLanguage) : chosen
      return articlesFor(text, { language, hint, now: visitor.now, assistant })
    },
  }
}

/** The answer with what can be done about it; what somebody has marked, for whoever asks for that. */
function pageOf(
  reply: Reply,
  visitor: Visitor,
  marks: Marks | undefined,
  { pack, entry }: Pick<Assistant, 'pack' | 'entry'>,
): Page {
  if (reply.act?.do === 'mine' && ownChatOf(visitor))
    return marks
      ? myProgrammePage(marks, pack, reply.language, { now: visitor.now })
      : unreadProgrammePage(reply.language)
  return answerPage(reply, entry, buttonSpaceFor(visitor, pack, marks))
}

function factsOf(
  { status, language, entries, confidence, rule }: Reply,
  { person: { platform } }: Visitor,
  start: number,
): AnswerFacts {
  const ms = Math.round((performance.now() - start) * 10) / 10
  return { platform, status, language, entries, confidence, rule, ms }
}
