import { languages, type Language } from '../../knowledge/language.ts'
import type { EntryKeys } from '../entry-keys.ts'

/** What `t.me/BOT?start=PAYLOAD` asks for: an entry, a language, both, or nothing that is known. */
export type DeepLink = { readonly entry?: string | undefined; readonly language?: Language | undefined }

/** Reads `summit`, `ru_summit`, `summit_ru`, `ru`; whole ids go first, so that one ending in "_ru" is found. */
export function readDeepLink(payload: string, keys: EntryKeys): DeepLink {
  const whole = keys.find(payload)
  if (whole !== undefined) return { entry: whole }
  const [, front, middle, back] = /^(?:(kk|ru|en)(?:[_-]|$))?(.*?)(?:(?:^|[_-])(kk|ru|en))?$/s.exec(payload) ?? []
  const language = languages.find((one) => one === (front ?? back))
  return { entry: keys.find(middle ?? ''), language }
}
