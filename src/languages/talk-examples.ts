import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { smallTalkKinds, type SmallTalk } from './language-data.ts'

/** What people say of each kind, in words of their own. */
export type TalkExamples = ReadonlyMap<SmallTalk, readonly string[]>

/**
 * The examples of small talk in a language, from `CODE/talk.yaml`: a mapping from kinds to messages. Empty for a
 * language that has none. Only compiling a pack asks for them. Throws an Error that names the file for what is no kind.
 */
export function readTalkExamples(code: string): TalkExamples {
  const file = new URL(`${code}/talk.yaml`, import.meta.url)
  if (!existsSync(file)) return new Map()
  const { load } = createRequire(import.meta.url)('js-yaml') as typeof import('js-yaml')
  const said = Object.entries(load(readFileSync(file, 'utf8')) as Record<string, readonly string[]>)
  const strange = said.find(([kind]) => !smallTalkKinds.some((one) => one === kind))
  if (strange) throw new Error(`src/languages/${code}/talk.yaml: ${strange[0]} is no kind of small talk`)
  return new Map(said as [SmallTalk, readonly string[]][])
}
