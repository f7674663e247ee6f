import type { Language } from '../../knowledge/language.ts'
import type { Reply } from '../answering/reply.ts'
import { titleOf, whenAndWhere } from '../answering/facts.ts'
import type { Assistant } from '../answering/assistant.ts'
import { say } from '../i18n.ts'
import { answerPage } from './answer-page.ts'
import { begunBy } from './begun.ts'
import type { Page } from '../pages/page.ts'
import { mainEntries } from './welcome.ts'

/** An answer that can be picked from a list as one types: a title, a line of it, and the whole. */
export type Article = {
  readonly id: string
  /** The entry that it tells; undefined for the answer to what was typed. */
  readonly entry: string | undefined
  readonly title: string
  readonly preview: string
  /** When and where it is, if that is known. */
  readonly facts: string
  /** Whether it only says that something is not known. */
  readonly refuses: boolean
  readonly page: Page
}

const mostArticles = 10

/** A text that is shorter, and has no question mark, may be the beginning of a name as well as a question. */
const wordsOfQuestion = 3

/**
 * Answers to a text while it is typed, best first. A whole question is answered first, and then what else it may mean;
 * of what may be half a name, names that go on from it come first, and nothing is refused. Small talk is answered alone.
 */
export function articlesFor(
  text: string,
  {
    language,
    hint,
    now,
    assistant,
  }: { language: Language | undefined; hint?: Language | undefined; now: Date; assistant: Assistant },
): Article[] {
  const typed = text.trim()
  if (typed === '')
    return mainEntries(assistant.pack)
      .slice(0, mostArticles)
      .flatMap(({ id }) => articleOf(id, language ?? assistant.pack.languages[0]!))
  const { reply } = assistant.ask({ text: typed, language, hint, now })
  const isWhole = /\?\s*$/.test(typed) || typed.split(/\s+/).length >= wordsOfQuestion
  const said = direct(reply)
  const begun = begunBy(typed, assistant.pack, reply.language)
  if (reply.status === 'social' && begun.length === 0) return said
  const near = assistant.suggest(typed, reply.language, mostArticles).map(({ id }) => id)
  const offered = reply.suggestions.map(({ id }) => id)
  const ids =
    reply.status === 'unknown'
      ? [...begun, ...near, ...offered]
      : [...(isWhole ? [] : begun), ...offered, ...reply.ranked, ...begun, ...near]
  const others = (but: readonly Article[]): Article[] =>
    [...new Set(ids)]
      .filter((id) => !but.some((article) => article.id === id))
      .flatMap((id) => articleOf(id, reply.language))
  if (isWhole) return [...said, ...others(said)].slice(0, mostArticles)
  const answered = said.filter(({ refuses }) => !refuses)
  return (begun.length > 0 ? others([]) : [...answered, ...others(answered)]).slice(0, mostArticles)

  /** The reply as it is; with what is asked for first, where the entry alone would begin with something else. */
  function direct(answer: Reply): Article[] {
    const [fact] = answer.lines
    if (!fact || answer.status === 'clarify') return []
    const entry = answer.entries.length === 1 ? assistant.entry(answer.entries[0]!) : undefined
    const title = entry ? titleOf(entry, answer.language) : say(answer.language, 'inline.answer')
    return [
      {
        id: entry?.id ?? 'answer',
        entry: undefined,
        title,
        preview: fact.text,
        facts: '',
        refuses: answer.status === 'unknown',
        page: plain(answer),
      },
    ]
  }

  function articleOf(id: string, spoken: Language): Article[] {
    const entry = assistant.entry(id)
    const answer = assistant.choose(id, { language: spoken, now })
    if (!entry || !answer) return []
    const facts = entry.type === 'event' ? whenAndWhere(entry, assistant.pack, spoken) : ''
    const [line] = answer.lines
    const preview = line?.text ?? ''
    return [{ id, entry: id, title: titleOf(entry, spoken), preview, facts, refuses: false, page: plain(answer) }]
  }

  /** Without buttons: pressed in a chat that we are not in, they could not be answered there. */
  function plain(answer: Reply): Page {
    return { ...answerPage(answer, assistant.entry), buttons: [] }
  }
}
