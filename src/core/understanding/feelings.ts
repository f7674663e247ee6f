import type { SmallTalk } from '../../languages/language-data.ts'
import type { Grammar } from './grammar.ts'
import { phrasesAt, type SmallTalkFound } from './small-talk.ts'
import { talkSpelling } from './talk-table.ts'

/** What is felt is said in words of one's own: "тупая железяка", "thanks, dear grandson". */
const felt: ReadonlySet<SmallTalk> = new Set([
  'thanks',
  'insult',
  'praise',
  'wrong',
  'confused',
  'apology',
  'impatience',
  'farewell',
  'sadness',
  'love',
  'laughter',
  'wellbeing',
  'hour',
  'ready',
])

/** Longer messages say more than what is felt. */
const mostWords = 12

/** Letters of a phrase, so that it is no other word. */
const fewestLetters = 4

/**
 * What somebody feels who asks nothing: the longest phrase for that, whatever words stand around it. Only where no
 * answer fits is this what was meant: "thanks to whom" begins like thanks.
 */
export function findFeeling(
  words: readonly string[],
  grammar: Pick<Grammar, 'talk' | 'asking'>,
): SmallTalkFound | undefined {
  if (words.length > mostWords) return undefined
  const spelled = words.map(talkSpelling)
  const asks = words.map((word) => grammar.asking.at([word], 0) !== undefined)
  const phrases = spelled.flatMap((_, from) =>
    phrasesAt(from, spelled, grammar.talk).flatMap(({ to, meanings }) => {
      const meaning = meanings.find(({ kind }) => felt.has(kind))
      const isAll = meaning && !asks.some((one, at) => one && (at < from || at >= to))
      const { length } = spelled.slice(from, to).join('')
      return isAll && length >= fewestLetters ? [{ length, meaning }] : []
    }),
  )
  const [longest] = phrases.toSorted((a, b) => b.length - a.length)
  return longest && { kind: longest.meaning.kind, language: longest.meaning.language, speak: undefined }
}
