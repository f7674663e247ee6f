import type { Entry } from '../../knowledge/pack.ts'
import { foldKazakh } from '../text/normalise.ts'
import type { Question } from '../understanding/question.ts'

/**
 * Whether a question wants to know what became of something that the source only expects: "was the declaration
 * adopted?". A source written before cannot say.
 */
export function asksOutcome({ asked, words }: Question, entry: Entry): boolean {
  if (!entry.expected || !asked.has('yes-no')) return false
  const folded = words.map(({ text }) => foldKazakh(text))
  if (folded.some((word) => expectation.test(word))) return false
  return pastOpeners.has(folded[0]!) || folded.some((word) => pastForms.test(word))
}

/** "Were 1,500 delegates expected?" asks for what the source does say. */
const expectation = /^(expect|plan|suppos|ожида|планир|долж|предпола|кут|жоспар|тиис|draft|проект|жоба)/

const pastOpeners = new Set(['was', 'were', 'did', 'has', 'have', 'had'])

/** Past passives and preterites of Russian and Kazakh verbs of adopting, signing, approving, launching, coming. */
const pastForms =
  /^(приня(т|та|то|ты|ли|л)|утвержден|утвердил|подписа(н|ли|л)|одобр(ен|или)|запу(щен|стили)|состоял|приеха(ли|л)|(кабылда|бекит|макулда|иске косыл|косыл|колданыл|кел|баста)\p{L}*(ды|ди|ты|ти|ган|ген|кан|кен))/u
