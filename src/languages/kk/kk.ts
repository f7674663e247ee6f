import type { LanguageData } from '../language-data.ts'
import { words } from '../phrases.ts'
import { verbBase } from './verb-base.ts'
import { asking, functionWords } from './asking.ts'
import { calendar } from './calendar.ts'
import { grammar } from './grammar.ts'
import { keyboard, latin, typedAs } from './letters.ts'
import { numerals } from './numerals.ts'
import { smallTalk } from './small-talk.ts'
import { stemKazakh } from './stem.ts'

export const kk: LanguageData = {
  ...grammar,
  code: 'kk',
  script: 'Cyrillic',
  ownLetters: 'әғқңөұүһі',
  typedAs,
  latin,
  keyboard,
  stem: stemKazakh,
  // The stemmer takes the "-ты" of "Алматы" for an ending; the locative brings the other stem.
  verbBase,
  caseForms: (name) => [name, `${name}да`, `${name}де`],
  asking,
  functionWords,
  smallTalk,
  fillers: words`барлығына досым жаным және сізге саған ғой`,
  numerals,
  calendar,
}
