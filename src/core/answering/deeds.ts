import { deeds, type Deed } from '../../languages/language-data.ts'
import type { Entry, Pack } from '../../knowledge/pack.ts'
import { tokenise } from '../text/tokenise.ts'
import type { Grammar } from '../understanding/grammar.ts'
import { wantsYesOrNo } from '../understanding/question.ts'
import type { Turn } from './turn.ts'

/**
 * What a question asks who did, and the entry does not speak of in any language: who chaired, where it only says who
 * took part.
 * Undefined where it does, or where no such thing is asked.
 */
export function missingDeed(entry: Entry, { question, knowledge: { pack, reader } }: Turn): Deed | undefined {
  const { grammar } = reader
  if (!question.asked.has('who') || wantsYesOrNo(question)) return undefined
  const asked = deeds.filter((deed) => question.words.some(({ marks }) => marks.has(deed)))
  return asked.find((deed) => !hasRole(entry, deed) && !speaksOf(entry, deed, pack, grammar))
}

/** Whether typed data name whoever did it. */
function hasRole({ speakers, chairs, organisers }: Entry, deed: Deed): boolean {
  if (deed === 'spoke') return speakers.length > 0
  return (deed === 'chaired' && chairs.length > 0) || (deed === 'organised' && organisers.length > 0)
}

function speaksOf(entry: Entry, deed: Deed, pack: Pack, grammar: Grammar): boolean {
  return pack.languages.some((language) => {
    const texts = [entry.title, entry.text, ...entry.says.map(({ text }) => text)].map((text) => text[language] ?? '')
    return texts.some((text) => {
      const words = tokenise(text)
      return words.some((_word, at) =>
        grammar.marks.at(words, at)?.meanings.some((meant) => meant.what === deed && meant.language === language),
      )
    })
  })
}
