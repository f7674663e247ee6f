import { foldKazakh } from '../text/normalise.ts'

/** A number said in words or digits; `ordinal` when it names a place in a row ("third", "3-ші", "III"). */
export type Numeral = { value: number; ordinal: boolean; from: number; to: number }

/** Beginnings of numerals, longest match first; what follows is an ending of case, gender or number. */
const beginnings: readonly (readonly [value: number, ordinal: boolean, beginnings: string])[] = [
  [1, true, 'first перв бирин'],
  [2, true, 'second втор екинш'],
  [3, true, 'third трет ушинш'],
  [4, true, 'fourth четверт тортинш'],
  [5, true, 'fifth пят бесинш'],
  [6, true, 'sixth шест алтыншы алтынш'],
  [7, true, 'seventh седьм жетинш'],
  [8, true, 'eighth восьм сегизинш'],
  [9, true, 'ninth девят тогызынш'],
  [10, true, 'tenth десят онынш'],
  [11, true, 'eleventh одиннадцат'],
  [12, true, 'twelfth двенадцат'],
]

const cardinals: ReadonlyMap<string, number> = new Map(
  [
    'one two three four five six seven eight nine ten eleven twelve',
    'один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать',
    'бир еки уш торт бес алты жети сегиз тогыз он',
    'одна две трое четверо пятеро шестеро',
  ].flatMap((line) => line.split(' ').map((word, index): [string, number] => [word, index + 1])),
)

const roman: ReadonlyMap<string, number> = new Map(
  'i ii iii iv v vi vii viii ix x xi xii'.split(' ').map((numeral, index) => [numeral, index + 1]),
)

/** Endings that make digits an ordinal: 3rd, 3-я, 3-го, 3-ші, 3-ши, 3-shi. */
const ordinalEnding = /^(st|nd|rd|th|я|й|е|го|му|ая|ый|ой|ое|ую|ом|ей|ю|ши|шы|ші|shi|shy|инши|ыншы|си|сы|шиси|шысы)$/

/** Ordinals as they are mostly written, for mending mistyped ones. */
export const ordinalWords: readonly string[] = (
  'first second third fourth fifth sixth seventh eighth ninth tenth ' +
  'первый первая вторая третий третья четвертый четвертая пятый пятая шестой шестая седьмой седьмая восьмой восьмая ' +
  'биринши екинши ушинши тортинши бесинши алтыншы жетинши сегизинши'
).split(' ')

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
  for (const [value, , list] of beginnings) {
    for (const beginning of list.split(' ')) {
      if (!word.startsWith(beginning)) continue
      const ending = word.slice(beginning.length)
      // English ordinals have no endings; Russian and Kazakh ones are short.
      if (/[a-z]/.test(beginning) ? ending === '' : /^[а-я]{0,6}$/.test(ending) && isOrdinalEnding(beginning, ending))
        return value
    }
  }
  return undefined
}

/** Tells "пятая" (fifth) from "пять" (five) and "пятница" (Friday), "второй" from "вторник". */
function isOrdinalEnding(beginning: string, ending: string): boolean {
  if (beginning.endsWith('инш') || beginning.endsWith('ынш') || beginning === 'бирин' || beginning === 'алтыншы')
    return true
  return /^(ый|ой|ий|ая|ья|ое|ье|ые|ьи|ого|ьего|ому|ьему|ую|ью|ым|ьим|ом|ьем|ей|ьей|ых|ьих|ыми|а|о|у)$/.test(ending)
}
