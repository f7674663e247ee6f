import type { LanguageData } from '../language-data.ts'
import { verbBase } from './verb-base.ts'
import { asking, functionWords } from './asking.ts'
import { commandWords, feelingWords, fillers, robotWords } from './beside-talk.ts'
import { calendar } from './calendar.ts'
import { commands, speakIn } from './commands.ts'
import { courtesies } from './courtesies.ts'
import { deeds } from './deeds.ts'
import { grammar } from './grammar.ts'
import { endingsBehindHyphen, keyboard, latin, typedAs } from './letters.ts'
import { numerals } from './numerals.ts'
import { programme } from './programme.ts'
import { stemKazakh } from './stem.ts'

export const kk: LanguageData = {
  ...grammar,
  code: 'kk',
  script: 'Cyrillic',
  strangers: ['kaa'],
  ownLetters: 'әғқңөұүһі',
  headings: ['🇰🇿', 'kz', 'kaz', 'қаз', 'каз', 'қазақ', 'қазақ тілі', 'казахский', 'kazakh'],
  typedAs,
  endingsBehindHyphen,
  latin,
  keyboard,
  stem: stemKazakh,
  verbBase,
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

/**
 * The stemmer takes the "-ты" of "Алматы" for an ending; the locative brings the other stem. It also takes "-сі" for
 * one in "серіктесі", where the с is the name's own, and leaves "Шығыстан" its "-стан".
 */
function caseForms(name: string): string[] {
  const behindS = name.endsWith('с') ? ['ы', 'і', 'тан', 'тен'].map((ending) => name + ending) : []
  return [name, `${name}да`, `${name}де`, ...behindS]
}
