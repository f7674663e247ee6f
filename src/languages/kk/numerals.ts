import type { NumeralData } from '../numeral-data.ts'
import { numbered } from '../numbered.ts'
import { words } from '../phrases.ts'

/** What may follow the "-нші" of an ordinal: possessive and case ("екіншісінде"). */
const endings =
  `i сi сiн сiне сiнде сiнен сiнiң де ден ге нi нiң нен не мен ы сы сын сына сында сынан сының да дан ға ны ның нан на`
    .replaceAll('i', 'і')
    .split(' ')
    .concat('')

/** Days of a month, in whatever case: "сәуірдің екісі", "жиырма бірінде". */
const days = numbered(
  {
    '2…9': 'екісі, үші, төрті, бесі, алтысы, жетісі, сегізі, тоғызы',
    20: 'жиырмасы',
    21: 'жиырма бірі',
    30: 'отызы',
    31: 'отыз бірі',
  },
  ['', 'не', 'на', 'нде', 'нда', 'нен', 'нан'],
)

export const numerals: NumeralData = {
  cardinals: numbered({
    0: 'нөл',
    '1…10': `бір|біреу|біреуі, екі|екеу|екеуі, үш|үшеу|үшеуі, төрт|төртеу|төртеуі, бес|бесеу|бесеуі, алты|алтау|алтауы,
      жеті|жетеу|жетеуі, сегіз, тоғыз, он`,
    20: 'жиырма',
    30: 'отыз',
    40: 'қырық',
    50: 'елу',
    60: 'алпыс',
    70: 'жетпіс',
    80: 'сексен',
    90: 'тоқсан',
  }),
  ordinals: mergedWith(
    days,
    numbered(
      {
        '1…10': `бірінші, екінші, үшінші, төртінші, бесінші, алтыншы, жетінші, сегізінші, тоғызыншы, оныншы`,
        20: 'жиырмасыншы',
        30: 'отызыншы',
        40: 'қырқыншы',
        50: 'елуінші',
        60: 'алпысыншы',
        70: 'жетпісінші',
        80: 'сексенінші',
        90: 'тоқсаныншы',
        100: 'жүзінші',
        1000: 'мыңыншы',
      },
      endings,
    ),
  ),
  multipliers: numbered({ 100: 'жүз', 1000: 'мың', 1_000_000: 'миллион|млн', 1_000_000_000: 'миллиард|млрд' }),
  oneAndAHalf: ['бір жарым'],
  half: ['жарым'],
  joints: [],
  ordinalEndings: words`
    ші шы нші ншы інші ыншы сі сы шісі шысы і ы інде ында інен ынан іне ына сінде сында сінен сынан сіне сына shi shy
  `,
  number: ['нөмір', 'нөмірі', 'нөмірлі', 'номер', 'номері', 'n'],
}

function mergedWith(
  some: ReadonlyMap<number, readonly string[]>,
  others: ReadonlyMap<number, readonly string[]>,
): ReadonlyMap<number, readonly string[]> {
  const values = new Set([...some.keys(), ...others.keys()])
  return new Map(Array.from(values, (value) => [value, [...(some.get(value) ?? []), ...(others.get(value) ?? [])]]))
}
