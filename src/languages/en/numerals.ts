import type { NumeralData } from '../numeral-data.ts'
import { numbered } from '../numbered.ts'

export const numerals: NumeralData = {
  cardinals: numbered({
    0: 'zero',
    '1…20': `one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen, fifteen,
      sixteen,
      seventeen, eighteen, nineteen, twenty`,
    30: 'thirty',
    40: 'forty',
    50: 'fifty',
    60: 'sixty',
    70: 'seventy',
    80: 'eighty',
    90: 'ninety',
  }),
  ordinals: numbered({
    '1…20': `first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, twelfth, thirteenth,
      fourteenth, fifteenth, sixteenth, seventeenth, eighteenth, nineteenth, twentieth`,
    30: 'thirtieth',
    40: 'fortieth',
    50: 'fiftieth',
    60: 'sixtieth',
    70: 'seventieth',
    80: 'eightieth',
    90: 'ninetieth',
    100: 'hundredth',
    1000: 'thousandth',
  }),
  multipliers: numbered({
    100: 'hundred|hundreds',
    1000: 'thousand|thousands|k',
    1_000_000: 'million|millions|mln',
    1_000_000_000: 'billion|billions|bn',
  }),
  oneAndAHalf: [],
  half: ['and a half'],
  joints: ['and'],
  ordinalEndings: ['st', 'nd', 'rd', 'th'],
  number: ['number', 'no', 'nr', 'num', 'n'],
}
