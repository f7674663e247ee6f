import { smallTalkKinds, type SmallTalk } from '../../languages/language-data.ts'
import type { Grammar } from './grammar.ts'
import { talkSpelling, type Beside, type TalkMeaning, type TalkTable } from './talk-table.ts'

/** What a message says that is nothing but small talk or a command in words. */
export type SmallTalkFound = {
  readonly kind: SmallTalk
  /** The language that the phrase is said in; undefined if it is said in several. */
  readonly language: string | undefined
  /** Of `speak`: the language to go on in. */
  readonly speak: string | undefined
}

/** Longer messages are no small talk, or say more than that. */
const mostWords = 14

/** Words that no phrase has, in a message that may still be one with slips. */
const mostSlips = 2

/** Words in a phrase in which a slip is looked for. */
const mostMended = 4

/** Shorter words that are written together, or apart, make another word. */
const shortestJoined = 6

/** What may stand beside phrases of a kind, apart from what may stand beside anything. */
const besideKind: Readonly<Partial<Record<SmallTalk, Beside>>> = {
  ...sameFor('commands', ['unsubscribe', 'subscribe', 'stop', 'human', 'speak', 'language', 'mine', 'calendar']),
  ...sameFor('commands', [
    'remind',
    'forget',
    'menu',
    'help',
    'back',
    'repeat',
    'more',
    'ready',
    'joke',
    'languages',
    'confused',
  ]),
  ...sameFor('feelings', [
    'insult',
    'praise',
    'love',
    'sadness',
    'laughter',
    'wrong',
    'thanks',
    'apology',
    'impatience',
    'maker',
    'wellbeing',
  ]),
  robot: 'robot',
}

/** Kinds whose phrases hardly stand in a question: "sorry, it was for them", "не понял из этого ничего". */
const unmistakable: ReadonlySet<SmallTalk> = new Set([
  'unsubscribe',
  'subscribe',
  'human',
  'remind',
  'forget',
  'repeat',
  'wrong',
  'confused',
  'ready',
  'maker',
  'robot',
  'who',
  'joke',
  'apology',
  'farewell',
  'thanks',
  'wellbeing',
  'sadness',
  'insult',
  'love',
  'praise',
  'wishes',
  'laughter',
])

/**
 * What a message does that is nothing but small talk: phrases, what may stand beside them, and nothing else. Undefined
 * for anything that may be a question. `isKnown`: whether a word that no phrase has means something else, so that it is
 * no slip.
 */
export function findSmallTalk(
  words: readonly string[],
  grammar: Pick<Grammar, 'talk' | 'isFunction' | 'asking'>,
  isKnown: (word: string) => boolean,
): SmallTalkFound | undefined {
  if (words.length === 0 || words.length > mostWords) return undefined
  const { talk } = grammar
  const spelled = words.map(talkSpelling)
  const isPlain = (word: string): boolean => grammar.isFunction(word) && grammar.asking.at([word], 0) === undefined
  const strange = spelled.map((word, at) => !talk.has(word) && !isPlain(words[at]!))
  // Most questions end here: one word that means something else is enough.
  if (words.some((word, at) => strange[at] && isKnown(word))) return undefined
  const besides = spelled.map((word, at) => {
    const beside = talk.besideWhat(word)
    return isPlain(words[at]!) ? new Set<Beside>([...(beside ?? []), 'plain']) : beside
  })
  const exact: SpansAt = (from) => phrasesAt(from, spelled, talk)
  const mended: SpansAt = (from) =>
    phrasesAt(from, spelled, talk, (to, joined) => {
      const slip = to - from <= mostMended && strange.slice(from, to).includes(true)
      return talk.meaningsOf(joined) ?? (slip ? talk.nearlyMeant(joined, to - from) : undefined)
    })
  const slips = strange.filter(Boolean).length
  return cover(besides, exact) ?? (slips > 0 && slips <= mostSlips ? cover(besides, mended) : undefined)
}

/** A phrase that ends before word `to`. */
export type Span = { readonly to: number; readonly meanings: readonly TalkMeaning[] }
type SpansAt = (from: number) => Span[]

/** The phrases that begin at a word, the longest first. Words are spelled as `talkSpelling` writes them. */
export function phrasesAt(
  from: number,
  spelled: readonly string[],
  talk: TalkTable,
  meant: (to: number, joined: string) => readonly TalkMeaning[] | undefined = (_, joined) => talk.meaningsOf(joined),
): Span[] {
  const spans: Span[] = []
  let joined = ''
  for (let to = from + 1; to <= Math.min(spelled.length, from + talk.longest); to++) {
    joined += spelled[to - 1]!
    const meanings = meant(to, joined)?.filter(
      ({ words: most }) => most === to - from || joined.length >= shortestJoined,
    )
    if (meanings && meanings.length > 0) spans.unshift({ to, meanings })
  }
  return spans
}

/** Covers all words with phrases and what may stand beside them, phrases first. */
function cover(besides: readonly (ReadonlySet<Beside> | undefined)[], at: SpansAt): SmallTalkFound | undefined {
  const spans = besides.map((_, from) => at(from))
  const leads = [...besides.map(() => false), true]
  for (let from = besides.length - 1; from >= 0; from--) {
    leads[from] = (besides[from] !== undefined && leads[from + 1]!) || spans[from]!.some(({ to }) => leads[to]!)
  }
  return leads[0] ? from(0, [], []) : undefined

  function from(word: number, said: readonly TalkMeaning[], kept: readonly number[]): SmallTalkFound | undefined {
    if (word === besides.length)
      return found(
        said,
        kept.map((one) => besides[one]!),
      )
    if (!leads[word]) return undefined
    for (const { to, meanings } of spans[word]!) {
      const covered = from(to, [...said, ...meanings], kept)
      if (covered) return covered
    }
    return besides[word] ? from(word + 1, said, [...kept, word]) : undefined
  }
}

/** The kind that counts, if every other word may stand beside what was said. */
function found(said: readonly TalkMeaning[], besides: readonly ReadonlySet<Beside>[]): SmallTalkFound | undefined {
  const allowed = new Set<Beside | undefined>(['anything', ...said.map(({ kind }) => besideKind[kind])])
  if (said.some(({ kind }) => unmistakable.has(kind))) allowed.add('plain')
  if (!besides.every((beside) => [...beside].some((one) => allowed.has(one)))) return undefined
  const kinds = new Set(said.map(({ kind }) => kind))
  // "Are you a human?" calls for none.
  if (kinds.has('robot')) kinds.delete('human')
  const kind = smallTalkKinds.find((one) => kinds.has(one))
  if (!kind) return undefined
  const meant = said.filter((meaning) => meaning.kind === kind)
  const languages = new Set(meant.map(({ language }) => language))
  return { kind, language: languages.size === 1 ? meant[0]!.language : undefined, speak: meant.at(-1)!.speak }
}

function sameFor(beside: Beside, kinds: readonly SmallTalk[]): Partial<Record<SmallTalk, Beside>> {
  return Object.fromEntries(kinds.map((kind) => [kind, beside]))
}
