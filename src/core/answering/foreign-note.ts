import { wordsIn, type Entry, type Localised } from '../../knowledge/pack.ts'
import { languages, type Language } from '../../knowledge/language.ts'
import { say } from '../i18n.ts'
import { languageName } from './detail-lines.ts'
import type { Line } from './reply.ts'
import { sentencesIn } from './sentences.ts'

/** Says, before the first text that the pack does not have in a language, which language it is in. */
export function withForeignNote(lines: readonly Line[], { text, says }: Entry, language: Language): readonly Line[] {
  const foreign = [text, ...says.map((statement) => statement.text)].filter(
    (words) => words[language] === undefined && Object.keys(words).length > 0,
  )
  const toldIn = ({ text: told }: Line): Localised | undefined =>
    foreign.find((words) => wordsIn(words, language)!.includes(sentencesIn(told)[0] ?? told))
  const at = lines.findIndex((line) => toldIn(line) !== undefined)
  const words = at < 0 ? undefined : toldIn(lines[at]!)
  if (!words) return lines
  const other = languages.find((one) => words[one] === wordsIn(words, language))!
  const name = languageName(other, language)
  const note: Line = { kind: 'note', text: say(language, 'detail.onlyIn', { name }) }
  return [...lines.slice(0, at), note, ...lines.slice(at)]
}
