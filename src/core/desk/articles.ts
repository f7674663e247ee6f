import type { Language } from '../../knowledge/language.ts'
import type { Reply } from '../answering/reply.ts'
import { titleOf } from '../answering/facts.ts'
import type { Assistant } from '../answering/assistant.ts'
import { say } from '../i18n.ts'
import { answerPage } from './answer-page.ts'
import type { Page } from '../pages/page.ts'
import { mainEntries } from './welcome.ts'

/** An answer that can be picked from a list as one types: a title, a line of it, and the whole. */
export type Article = {
  readonly id: string
  /** The entry that it tells; undefined for the answer to what was typed. */
  readonly entry: string | undefined
  readonly title: string
  readonly preview: string
  readonly page: Page
}

const mostArticles = 10

/** Below this many letters a text is the beginning of a name, not a question. */
const shortestQuestion = 3

/** Answers to a text while it is typed, best first: the answer itself, then what else it may mean. */
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
  const said = typed.length >= shortestQuestion ? direct(reply) : []
  const begun = assistant.suggest(typed, reply.language, mostArticles).map(({ id }) => id)
  const offered = reply.suggestions.map(({ id }) => id)
  const ids = reply.status === 'unknown' ? [...begun, ...offered] : [...offered, ...reply.ranked, ...begun]
  const others = [...new Set(ids)].filter((id) => !said.some((article) => article.id === id))
  return [...said, ...others.flatMap((id) => articleOf(id, reply.language))].slice(0, mostArticles)

  /** The reply as it is; with what is asked for first, where the entry alone would begin with something else. */
  function direct(answer: Reply): Article[] {
    const [fact] = answer.lines
    if (!fact || answer.status === 'clarify' || answer.status === 'social') return []
    const entry = answer.entries.length === 1 ? assistant.entry(answer.entries[0]!) : undefined
    const title = entry ? titleOf(entry, answer.language) : say(answer.language, 'inline.answer')
    return [{ id: entry?.id ?? 'answer', entry: undefined, title, preview: fact.text, page: plain(answer) }]
  }

  function articleOf(id: string, spoken: Language): Article[] {
    const entry = assistant.entry(id)
    const answer = assistant.choose(id, { language: spoken, now })
    if (!entry || !answer) return []
    return [{ id, entry: id, title: titleOf(entry, spoken), preview: answer.lines[0]?.text ?? '', page: plain(answer) }]
  }

  /** Without buttons: pressed in a chat that we are not in, they could not be answered there. */
  function plain(answer: Reply): Page {
    return { ...answerPage(answer, assistant.entry), buttons: [] }
  }
}
