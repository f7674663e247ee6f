import type { Entry } from '../../knowledge/pack.ts'
import { foldKazakh } from '../text/normalise.ts'
import { matcherOf } from '../text/word-list.ts'
import type { Question } from '../understanding/question.ts'

/**
 * Whether a question wants to know what became of something that the source only expects: "was the declaration
 * adopted?". A source written before cannot say.
 */
export function asksOutcome({ asked, words }: Question, entry: Entry): boolean {
  if (!entry.expected || !asked.has('yes-no')) return false
  const folded = words.map(({ text }) => foldKazakh(text))
  if (folded.some((word) => isExpectation(word))) return false
  return pastOpeners.has(folded[0]!) || folded.some((word) => isRussianPast(word) || kazakhPast.test(word))
}

/** "Were 1,500 delegates expected?" asks for what the source does say. */
const isExpectation = matcherOf(
  'expect* plan* suppos* ожида* планир* долж* предпола* кут* жоспар* тиис* draft* проект* жоба*',
)

const pastOpeners = new Set(['was', 'were', 'did', 'has', 'have', 'had'])

/** Past passives and preterites of Russian verbs of adopting, signing, approving, launching, coming. */
const isRussianPast = matcherOf(`
  принят* принял* утвержден* утвердил* подписан* подписал* одобрен* одобрили* запущен* запустили* состоял*
  приехал*
`)

/** The same of Kazakh verbs, in folded letters: a stem, and somewhere behind it an ending of the past. */
const kazakhPast = /^(?:кабылда|бекит|макулда|косыл|колданыл|кел|баста)\p{L}*(?:ды|ди|ты|ти|ган|ген|кан|кен)/u
