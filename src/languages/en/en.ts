import { stem as stemEnglish } from 'porter2'
import type { LanguageData } from '../language-data.ts'
import { asking, functionWords } from './asking.ts'
import { calendar } from './calendar.ts'
import { deeds } from './deeds.ts'
import { grammar } from './grammar.ts'
import { numerals } from './numerals.ts'
import { commandWords, feelingWords, fillers, robotWords, smallTalk, speakIn } from './small-talk.ts'

export const en: LanguageData = {
  ...grammar,
  code: 'en',
  script: 'Latin',
  ownLetters: '',
  typedAs: {},
  latin: undefined,
  keyboard: { keys: '`qwertyuiop[]asdfghjkl;\'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?@#$^&', digits: '' },
  stem: stemEnglish,
  verbBase: (word) => word,
  caseForms: (name) => [name],
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
