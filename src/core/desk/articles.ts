import { partWith } from '../../knowledge/joint-pack.ts'
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

/** What articles are made with. */
type Circumstances = { readonly now: Date; readonly assistant: Assistant }

/**
 * Answers to a text while it is typed, best first. A whole question is answered first, and then what else it may mean.
 * Of what may be half a name, names that go on from it come first, and nothing is refused. Small talk stands alone.
 */
export function articlesFor(
  text: string,
  { language, hint, ...circumstances }: { language: Language | undefined; hint?: Language | undefined } & Circumstances,
): Article[] {
  const { assistant, now } = circumstances
  const { pack } = assistant
  const typed = text.trim()
  const named = (ids: Iterable<string>, spoken: Language): Article[] =>
    [...new Set(ids)].flatMap((id) => articleOf(id, spoken, circumstances))
  if (typed === '')
    return named(
      mainEntries(pack)
        .slice(0, mostArticles)
        .map(({ id }) => id),
      language ?? pack.languages[0]!,
    )
  const { reply } = assistant.ask({ text: typed, language, hint, now })
  const said = direct(reply, assistant)
  const begun = begunBy(typed, pack, reply.language)
  if (reply.status === 'social' && begun.length === 0) return said
  const isWhole = /\?\s*$/.test(typed) || typed.split(/\s+/).length >= wordsOfQuestion
  const first = isWhole ? said : begun.length > 0 ? [] : said.filter(({ refuses }) => !refuses)
  const near = assistant.suggest(typed, reply.language, mostArticles).map(({ id }) => id)
  const answered = reply.status === 'unknown' ? [] : reply.ranked
  const behind = [...reply.suggestions.map(({ id }) => id), ...answered]
  const ids = isWhole && reply.status !== 'unknown' ? [...behind, ...begun, ...near] : [...begun, ...near, ...behind]
  const others = named(ids, reply.language).filter(({ id }) => first.every((article) => article.id !== id))
  return [...first, ...others].slice(0, mostArticles)
}

/** The reply as it is; with what is asked for first, where the entry alone would begin with something else. */
function direct(reply: Reply, assistant: Assistant): Article[] {
  const [line] = reply.lines
  if (!line || reply.status === 'clarify') return []
  const entry = reply.entries.length === 1 ? assistant.entry(reply.entries[0]!) : undefined
  const title = entry ? titleOf(entry, reply.language) : say(reply.language, 'inline.answer')
  const refuses = reply.status === 'unknown'
  const page = plain(reply, assistant)
  return [{ id: entry?.id ?? 'answer', entry: undefined, title, preview: line.text, facts: '', refuses, page }]
}

function articleOf(id: string, language: Language, { assistant, now }: Circumstances): Article[] {
  const entry = assistant.entry(id)
  const reply = assistant.choose(id, { language, now })
  if (!entry || !reply) return []
  const facts = entry.type === 'event' ? whenAndWhere(entry, partWith(assistant.pack, entry), language) : ''
  const preview = reply.lines[0]?.text ?? ''
  const page = plain(reply, assistant)
  return [{ id, entry: id, title: titleOf(entry, language), preview, facts, refuses: false, page }]
}

/** Without buttons: pressed in a chat that we are not in, they could not be answered there. */
function plain(reply: Reply, assistant: Assistant): Page {
  return { ...answerPage(reply, assistant.entry), buttons: [] }
}
