import { stemmer as stemRussian } from '@orama/stemmers/russian'
import type { LanguageData } from '../language-data.ts'
import { words } from '../phrases.ts'
import { asking, functionWords } from './asking.ts'
import { calendar } from './calendar.ts'
import { grammar } from './grammar.ts'
import { keyboard, latin, typedAs } from './letters.ts'
import { numerals } from './numerals.ts'
import { smallTalk } from './small-talk.ts'

export const ru: LanguageData = {
  ...grammar,
  code: 'ru',
  script: 'Cyrillic',
  ownLetters: '',
  typedAs,
  latin,
  keyboard,
  stem: (word) => stemRussian(word.replaceAll('ё', 'е')),
  // The stemmer takes the "-н" of "Казахстан" for an ending, but not in "Казахстане".
  verbBase: (word) => word,
  caseForms: (name) => (/[бвгджзклмнпрстфхцчшщ]$/.test(name) ? [name, `${name}а`, `${name}е`] : [name]),
  asking,
  functionWords,
  smallTalk,
  fillers: words`бот всем вам тебе вас очень а ну и`,
  numerals,
  calendar,
}
