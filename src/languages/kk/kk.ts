import type { LanguageData } from '../language-data.ts'
import { verbBase } from './verb-base.ts'
import { asking, functionWords } from './asking.ts'
import { calendar } from './calendar.ts'
import { deeds } from './deeds.ts'
import { grammar } from './grammar.ts'
import { keyboard, latin, typedAs } from './letters.ts'
import { numerals } from './numerals.ts'
import { commandWords, feelingWords, fillers, robotWords, smallTalk, speakIn } from './small-talk.ts'
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
  deeds,
  functionWords,
  smallTalk,
  speakIn,
  fillers,
  beside: { commands: commandWords, feelings: feelingWords, robot: robotWords },
  numerals,
  calendar,
}
