import type { Language } from '../../knowledge/language.ts'
import { packTitle } from '../../knowledge/pack-subject.ts'
import type { Pack } from '../../knowledge/pack.ts'
import { say, type TextKey } from '../i18n.ts'

/** How sentences call what the answers come from: as their subject, and behind "in"; each also with a capital. */
type SourceWords = {
  readonly source: string
  readonly Source: string
  readonly inSource: string
  readonly InSource: string
}

/** An interface text that speaks of the source: by the word that the pack has for it, else as the event's programme. */
export function saySource(
  pack: Pack,
  language: Language,
  key: TextKey,
  values: Readonly<Record<string, string>> = {},
): string {
  return say(language, key, { ...sourceWords(pack, language), ...values })
}

function sourceWords(pack: Pack, language: Language): SourceWords {
  const called = pack.called[language]
  const title = packTitle(pack, language)
  const word = (form: 'name' | 'in'): string =>
    called?.[form] ??
    (title === undefined ? say(language, `source.${form}`) : say(language, `source.${form}Of`, { title }))
  const [source, inSource] = [word('name'), word('in')]
  return { source, Source: capital(source), inSource, InSource: capital(inSource) }
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
