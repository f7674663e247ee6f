import { foldKazakh } from '../text/normalise.ts'
import { wordsOf } from '../text/word-list.ts'

/** A number said in words or digits; `ordinal` when it names a place in a row ("third", "3-ші", "III"). */
export type Numeral = { value: number; ordinal: boolean; from: number; to: number }

/** Beginnings of the ordinals from 1 on, before endings of case, gender and number. Kazakh ones in folded letters. */
const ordinals: readonly (readonly string[])[] = [
  'first перв бирин',
  'second втор екинш',
  'third трет ушинш',
  'fourth четверт тортинш',
  'fifth пят бесинш',
  'sixth шест алтыншы алтынш',
  'seventh седьм жетинш',
  'eighth восьм сегизинш',
  'ninth девят тогызынш',
  'tenth десят онынш',
  'eleventh одиннадцат',
  'twelfth двенадцат',
].map(wordsOf)

const cardinals: ReadonlyMap<string, number> = new Map(
  [
    'one two three four five six seven eight nine ten eleven twelve',
    'один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать',
    'бир еки уш торт бес алты жети сегиз тогыз он',
    'одна две трое четверо пятеро шестеро',
  ].flatMap(numbered),
)

const roman: ReadonlyMap<string, number> = new Map(numbered('i ii iii iv v vi vii viii ix x xi xii'))

/** Endings that make digits an ordinal: 3rd, 3-я, 3-го, 3-ші, 3-ши, 3-shi. */
const ordinalEnding = /^(st|nd|rd|th|я|й|е|го|му|ая|ый|ой|ое|ую|ом|ей|ю|ши|шы|ші|shi|shy|инши|ыншы|си|сы|шиси|шысы)$/

/** Ordinals as they are mostly written, for mending mistyped ones. */
export const ordinalWords: readonly string[] = wordsOf(`
  first second third fourth fifth sixth seventh eighth ninth tenth
  первый первая вторая третий третья четвертый четвертая пятый пятая шестой шестая седьмой седьмая восьмой восьмая
  биринши екинши ушинши тортинши бесинши алтыншы жетинши сегизинши
`)

/** The numerals among the words of a question, by position; a numeral may take several words ("3", "ші"). */
export function findNumerals(words: readonly string[]): Numeral[] {
  const found: Numeral[] = []
  for (let at = 0; at < words.length; at++) {
    const numeral = readNumeral(words, at)
    if (!numeral) continue
    found.push(numeral)
    at = numeral.to - 1
  }
  return found
}

function readNumeral(words: readonly string[], at: number): Numeral | undefined {
  const word = foldKazakh(words[at]!)
  if (/^\d+$/.test(word)) {
    const ordinal = ordinalEnding.test(foldKazakh(words[at + 1] ?? ''))
    return { value: Number(word), ordinal, from: at, to: at + (ordinal ? 2 : 1) }
  }
  // "он бірінші": ten and first are eleventh.
  const next = foldKazakh(words[at + 1] ?? '')
  if (word === 'он') {
    const unit = ordinalOf(next)
    if (unit !== undefined && next.includes('инш')) return { value: 10 + unit, ordinal: true, from: at, to: at + 2 }
    const more = cardinals.get(next)
    if (more !== undefined && /^(бир|еки)$/.test(next))
      return { value: 10 + more, ordinal: false, from: at, to: at + 2 }
  }
  // Alone it is "he" in Russian as well; before a Kazakh particle it can only be ten.
  if (word === 'он' && /^(ба|бе|шакты|дана|иш)$/.test(next)) return { value: 10, ordinal: false, from: at, to: at + 1 }
  const cardinal = cardinals.get(word)
  if (cardinal !== undefined && word !== 'он') return { value: cardinal, ordinal: false, from: at, to: at + 1 }
  const ordinal = ordinalOf(word)
  if (ordinal !== undefined) return { value: ordinal, ordinal: true, from: at, to: at + 1 }
  const numeral = roman.get(word)
  return numeral !== undefined && word !== 'i' && word !== 'v' && word !== 'x'
    ? { value: numeral, ordinal: true, from: at, to: at + 1 }
    : undefined
}

function ordinalOf(word: string): number | undefined {
  const index = ordinals.findIndex((beginnings) => beginnings.some((beginning) => isOrdinal(word, beginning)))
  return index < 0 ? undefined : index + 1
}

/** English ordinals have no endings; Russian and Kazakh ones are short. */
function isOrdinal(word: string, beginning: string): boolean {
  if (!word.startsWith(beginning)) return false
  const ending = word.slice(beginning.length)
  return /[a-z]/.test(beginning) ? ending === '' : /^[а-я]{0,6}$/.test(ending) && isOrdinalEnding(beginning, ending)
}

/** Tells "пятая" (fifth) from "пять" (five) and "пятница" (Friday), "второй" from "вторник". */
function isOrdinalEnding(beginning: string, ending: string): boolean {
  if (beginning.endsWith('инш') || beginning.endsWith('ынш') || beginning === 'бирин' || beginning === 'алтыншы')
    return true
  return /^(ый|ой|ий|ая|ья|ое|ье|ые|ьи|ого|ьего|ому|ьему|ую|ью|ым|ьим|ом|ьем|ей|ьей|ых|ьих|ыми|а|о|у)$/.test(ending)
}

/** The words of a list with their places in it, from 1 on. */
function numbered(list: string): [word: string, place: number][] {
  return wordsOf(list).map((word, index) => [word, index + 1])
}
