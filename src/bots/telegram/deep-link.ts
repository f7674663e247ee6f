import { languages, type Language } from '../../knowledge/language.ts'
import type { EntryKeys } from '../entry-keys.ts'

/** What `t.me/BOT?start=PAYLOAD` asks for: an entry, a language, both, or nothing that is known. */
export type DeepLink = { readonly entry?: string | undefined; readonly language?: Language | undefined }

/** Reads `summit`, `ru_summit`, `summit_ru` and `ru`. Longer ids go first, so that one that ends in "_ru" is found. */
export function readDeepLink(payload: string, keys: EntryKeys): DeepLink {
  const [, front, behind = ''] = /^(kk|ru|en)(?:[_-](.*))?$/s.exec(payload) ?? []
  const [, before = '', back] = /^(.*)[_-](kk|ru|en)$/s.exec(payload) ?? []
  const readings = [
    { key: payload, language: undefined },
    { key: behind, language: front },
    { key: before, language: back },
  ]
  const found = readings.find(({ key }) => keys.find(key) !== undefined)
  const language = languages.find((one) => one === (found ? found.language : front))
  return { entry: found && keys.find(found.key), language }
}
