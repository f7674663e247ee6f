import { stem as stemEnglish } from 'porter2'
import type { LanguageData } from '../language-data.ts'
import { words } from '../phrases.ts'
import { asking, functionWords } from './asking.ts'
import { calendar } from './calendar.ts'
import { grammar } from './grammar.ts'
import { numerals } from './numerals.ts'
import { smallTalk } from './small-talk.ts'

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
  functionWords,
  smallTalk,
  fillers: words`the a bot jauap dear friend very so much oh o well all`,
  numerals,
  calendar,
}
