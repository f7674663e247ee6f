import { partWith } from '../../knowledge/joint-pack.ts'
import type { Language } from '../../knowledge/language.ts'
import type { Reply } from '../answering/reply.ts'
import { titleOf, whenAndWhere } from '../answering/facts.ts'
import type { Assistant } from '../answering/assistant.ts'
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
 * Answers to a text while it is typed, best first. A whole question is answered first, and then what else it may mean;
 * a refusal comes last. Of what may be half a name, names that go on from it come first, and nothing is refused. Small
 * talk stands alone.
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
  // A word of what is not known stands below what is.
  const [refusals, answers] = [first.filter(({ refuses }) => refuses), first.filter(({ refuses }) => !refuses)]
  return [...answers, ...others.slice(0, mostArticles - first.length), ...refusals]
}

/** The reply as it is; with what is asked for first, where the entry alone would begin with something else. */
function direct(reply: Reply, assistant: Assistant): Article[] {
  const [line] = reply.lines
  if (!line || reply.status === 'clarify') return []
  const entry = reply.entries.length === 1 ? assistant.entry(reply.entries[0]!) : undefined
  // What speaks of no single entry is called by what it says.
  const title = entry ? titleOf(entry, reply.language) : line.text
  const refuses = reply.status === 'unknown'
  const page = plain(reply, assistant)
  const preview = previewOf(reply, title)
  return [{ id: entry?.id ?? 'answer', entry: undefined, title, preview, facts: '', refuses, page }]
}

function articleOf(id: string, language: Language, { assistant, now }: Circumstances): Article[] {
  const entry = assistant.entry(id)
  const reply = assistant.choose(id, { language, now })
  if (!entry || !reply) return []
  const facts = entry.type === 'event' ? whenAndWhere(entry, partWith(assistant.pack, entry), language) : ''
  const title = titleOf(entry, language)
  const page = plain(reply, assistant)
  return [{ id, entry: id, title, preview: previewOf(reply, title), facts, refuses: false, page }]
}

/** The first lines that say more than the title; the first of all, if none does. */
function previewOf({ lines }: Reply, title: string): string {
  const more = lines.filter(({ kind, text }) => kind !== 'source' && text !== title && !title.includes(text))
  return more.length === 0
    ? (lines[0]?.text ?? '')
    : more
        .slice(0, 2)
        .map(({ text }) => (text.startsWith(`${title}: `) ? text.slice(title.length + 2) : text))
        .join(' · ')
}

/** Without buttons: pressed in a chat that we are not in, they could not be answered there. */
function plain(reply: Reply, assistant: Assistant): Page {
  return { ...answerPage(reply, assistant.entry), buttons: [] }
}
