import { stemmer as stemRussian } from '@orama/stemmers/russian'
import type { LanguageData } from '../language-data.ts'
import { asking, functionWords } from './asking.ts'
import { calendar } from './calendar.ts'
import { deeds } from './deeds.ts'
import { grammar } from './grammar.ts'
import { keyboard, latin, typedAs } from './letters.ts'
import { numerals } from './numerals.ts'
import { commandWords, feelingWords, fillers, robotWords, smallTalk, speakIn } from './small-talk.ts'

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
  deeds,
  functionWords,
  smallTalk,
  speakIn,
  fillers,
  beside: { commands: commandWords, feelings: feelingWords, robot: robotWords },
  numerals,
  calendar,
}
