import { foldKazakh } from './normalise.ts'
import { wordsOf } from './word-list.ts'

/** Endings that fill one place behind a Kazakh stem; of several that fit, the longest is taken. */
type Layer = { endings: string; after?: RegExp }

/**
 * A light stemmer for Kazakh. Kazakh is agglutinative and regular: endings stand in a fixed order, each place filled at
 * most once, so they are stripped from the outside in, one layer after the other. The tables follow the order
 * stem + voice + derivation + plural + possessive + case + person of R. Muhamedowa, "Kazakh: A Comprehensive Grammar"
 * (Routledge, 2016), chapters 5 and 7. They are written in folded letters (see `foldKazakh`), so that "басшыларының"
 * and "басшыларынын" have one stem; the many shapes of an ending come from vowel harmony and assimilation.
 */
const layers: readonly Layer[] = [
  // Person: "қатысушымыз", "делегатпын".
  { endings: 'мын мин бын бин пын пин сын син сыз сиз' },
  // Participles and tenses, first in their plain form and below again in front of a case.
  { endings: 'атын етин йтын йтин ган ген кан кен ады еди йды йди' },
  // Case behind a third-person possessive, which puts an н between: "басында", "мақсатын".
  { endings: 'ндагы ндеги нда нде нан нен на не н', after: /[ыи]$/ },
  // Case elsewhere, and the adjectives made from the locative: "Астанадағы".
  {
    endings: `
      дагы деги тагы теги нын нин дын дин тын тин да де та те нан нен дан ден тен га ге ка ке ны ни ды ди ты ти
      мен бен пен
    `,
  },
  // The ablative after a voiceless consonant, but not the "-стан" of countries.
  { endings: 'тан', after: /[^с]$/ },
  { endings: 'ган ген кан кен атын етин' },
  { endings: 'ымыз имиз мыз миз ыныз иниз ныз низ сы си ым им ын ин ы и' },
  { endings: 'лар лер дар дер тар тер' },
  // Derivation that leaves the subject in place: "климаттық", "басқарушы", "маңызды".
  { endings: 'лык лик дык дик тык тик лы ли ды ди ты ти ушы уши шы ши' },
  // Infinitive, converb, conditional, negation.
  { endings: 'май мей бай бей пай пей са се ып ип у п' },
  // Voice: "өткізіл-", "аталад-".
  { endings: 'ыл ил' },
]

const shortestStem = 3
const vowel = /[аеиоуыэюя]/

const tables = layers.map(({ endings, after }) => ({
  endings: wordsOf(endings).toSorted((a, b) => b.length - a.length),
  after: after ?? /./,
}))

/** The stem of a lower-case Kazakh word, in folded letters; never shortened below three letters. */
export function stemKazakh(word: string): string {
  let stem = foldKazakh(word)
  for (const { endings, after } of tables) {
    if (stem.length <= shortestStem) break
    stem = devoice(strip(stem, endings, after))
  }
  return stem
}

function strip(stem: string, endings: readonly string[], after: RegExp): string {
  for (const ending of endings) {
    if (!stem.endsWith(ending)) continue
    const rest = stem.slice(0, -ending.length)
    if (rest.length >= shortestStem && vowel.test(rest) && after.test(rest)) return rest
  }
  return stem
}

/** Undoes the voicing before a vowel ("тетік" → "тетігі", "талап" → "талабы"). */
function devoice(stem: string): string {
  if (stem.endsWith('г')) return `${stem.slice(0, -1)}к`
  return stem.endsWith('б') ? `${stem.slice(0, -1)}п` : stem
}
