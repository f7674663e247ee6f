import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import { composeEntry, type Wording } from '../../src/core/answering/compose.ts'
import { whenAndWhere } from '../../src/core/answering/facts.ts'
import { plainText } from '../../src/core/answering/reply.ts'
import type { Language } from '../../src/knowledge/language.ts'
import { wordsIn, type Entry, type Pack } from '../../src/knowledge/pack.ts'

/** A search library over the same pack: a question in, all that the first entry found says out. */
export type Peer = { readonly name: string; readonly answer: (text: string, language: Language) => string | undefined }

type Item = { id: string; title: string; names: string[]; text: string; questions: string[] }

/** Every text of the pack in one language: what any search library can be given. */
export function itemsOf(pack: Pack, language: Language): Item[] {
  return pack.entries
    .filter(({ type }) => type !== 'gap')
    .map((entry) => ({
      id: entry.id,
      title: wordsIn(entry.title, language) ?? '',
      names: [...entry.names[language]],
      text: [
        wordsIn(entry.text, language),
        whenAndWhere(entry, pack, language),
        ...entry.says.map(({ text }) => wordsIn(text, language)),
      ]
        .filter(Boolean)
        .join(' '),
      questions: [...entry.questions[language]],
    }))
}

const keys = ['title', 'names', 'text', 'questions']

/** Fuse.js as it comes, with its token search, and MiniSearch with fuzzy matching and prefixes. */
export function peersOver(pack: Pack): Peer[] {
  const byLanguage = new Map(
    pack.languages.map((language) => {
      const items = itemsOf(pack, language)
      const mini = new MiniSearch<Item>({
        fields: keys,
        extractField: (item, field) => [item[field as keyof Item]].flat().join(' '),
      })
      mini.addAll(items)
      return [
        language,
        { plain: new Fuse(items, { keys }), token: new Fuse(items, { keys, useTokenSearch: true }), mini },
      ]
    }),
  )
  const entries = new Map(pack.entries.map((entry) => [entry.id, entry]))
  const tell = (id: string | undefined, language: Language): string | undefined => {
    const entry = id === undefined ? undefined : entries.get(id)
    return entry && everythingIn(entry, pack, language)
  }
  return [
    {
      name: 'Fuse.js',
      answer: (text, language) =>
        tell(byLanguage.get(language)!.plain.search(text.slice(0, 250), { limit: 1 })[0]?.item.id, language),
    },
    {
      name: 'Fuse.js token search',
      answer: (text, language) =>
        tell(byLanguage.get(language)!.token.search(text.slice(0, 250), { limit: 1 })[0]?.item.id, language),
    },
    {
      name: 'MiniSearch',
      answer: (text, language) =>
        tell(
          byLanguage.get(language)!.mini.search(text, { fuzzy: 0.2, prefix: true })[0]?.id as string | undefined,
          language,
        ),
    },
  ]
}

function everythingIn(entry: Entry, pack: Pack, language: Language): string {
  const wording: Wording = {
    pack,
    language,
    now: new Date(),
    asked: new Set(),
    terms: new Set(),
    termOf: (word) => word,
  }
  return plainText({ lines: composeEntry(entry, wording) })
}
