import type { Language } from '../../knowledge/language.ts'
import { wordsIn, type Entry } from '../../knowledge/pack.ts'
import { languages } from '../../knowledge/language.ts'
import { say } from '../i18n.ts'
import type { Line } from './reply.ts'
import { sentencesIn } from './sentences.ts'

/** Says, before the first text that the pack does not have in a language, which language it is in. */
export function withForeignNote(lines: readonly Line[], { text, says }: Entry, language: Language): readonly Line[] {
  const foreign = [text, ...says.map((statement) => statement.text)].filter(
    (words) => words[language] === undefined && Object.keys(words).length > 0,
  )
  if (foreign.length === 0) return lines
  const texts = foreign.map((words) => wordsIn(words, language)!)
  const at = lines.findIndex((line) => texts.some((one) => one.includes(sentencesIn(line.text)[0] ?? line.text)))
  if (at < 0) return lines
  const other = languages.find((one) => foreign[0]![one] === wordsIn(foreign[0]!, language))!
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(other)
  const note: Line = { kind: 'note', text: say(language, 'detail.onlyIn', { name }) }
  return [...lines.slice(0, at), note, ...lines.slice(at)]
}
