import { stem as stemEnglish } from 'porter2'
import type { LanguageData } from '../language-data.ts'
import { asking, functionWords } from './asking.ts'
import { commandWords, feelingWords, fillers, robotWords } from './beside-talk.ts'
import { calendar } from './calendar.ts'
import { commands, speakIn } from './commands.ts'
import { courtesies } from './courtesies.ts'
import { deeds } from './deeds.ts'
import { grammar } from './grammar.ts'
import { numerals } from './numerals.ts'
import { programme } from './programme.ts'

export const en: LanguageData = {
  ...grammar,
  code: 'en',
  script: 'Latin',
  strangers: 'others',
  ownLetters: '',
  headings: ['🇬🇧', '🇺🇸', 'eng', 'англ', 'ағылшынша', 'ағылшын тілі', 'английский'],
  typedAs: {},
  latin: undefined,
  keyboard: { keys: '`qwertyuiop[]asdfghjkl;\'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?@#$^&', digits: '' },
  stem: stemEnglish,
  verbBase: (word) => word,
  caseForms: (name) => [name],
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
