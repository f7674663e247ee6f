import { stemmer as stemRussian } from '@orama/stemmers/russian'
import type { LanguageData } from '../language-data.ts'
import { asking, functionWords } from './asking.ts'
import { commandWords, feelingWords, fillers, robotWords } from './beside-talk.ts'
import { calendar } from './calendar.ts'
import { commands, speakIn } from './commands.ts'
import { courtesies } from './courtesies.ts'
import { deeds } from './deeds.ts'
import { grammar } from './grammar.ts'
import { keyboard, latin, typedAs } from './letters.ts'
import { numerals } from './numerals.ts'
import { programme } from './programme.ts'

/** "Астана" loses more to the stemmer than "Астане", and "Казахстане" less than "Казахстан". */
function caseForms(name: string): readonly string[] {
  if (/[бвгджзклмнпрстфхцчшщ]$/.test(name)) return [name, `${name}а`, `${name}е`]
  return /[бвгджзклмнпрстфхцчшщ]а$/.test(name) ? [name, name.replace(/а$/, 'е')] : [name]
}

export const ru: LanguageData = {
  ...grammar,
  code: 'ru',
  script: 'Cyrillic',
  strangers: ['uz', 'ky', 'tg', 'tk', 'az', 'hy', 'be', 'mn', 'tt', 'ba', 'cv'],
  ownLetters: '',
  headings: ['🇷🇺', 'rus', 'рус', 'орысша', 'орыс тілі', 'russian'],
  typedAs,
  latin,
  keyboard,
  stem: (word) => stemRussian(word.replaceAll('ё', 'е')),
  // The stemmer takes the "-н" of "Казахстан" for an ending, but not in "Казахстане".
  verbBase: (word) => word,
  caseForms,
  asking,
  deeds,
  functionWords,
  smallTalk: { ...commands, ...courtesies },
  speakIn,
  fillers,
  beside: { commands: commandWords, feelings: feelingWords, robot: robotWords },
  numerals,
  calendar,
  programme,
}
