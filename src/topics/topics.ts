import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Topic } from './topic.ts'

let all: readonly Topic[] | undefined

/** The topics of the files beside this one. Throws an Error that names the file and what is wrong in it. */
export function readTopics(): readonly Topic[] {
  return (all ??= readAll())
}

function readAll(): Topic[] {
  // Only compiling a pack needs the parsers, and they take half as long to load as a whole answer from a compiled one.
  const { topicsIn } = createRequire(import.meta.url)('./parse-topics.ts') as typeof import('./parse-topics.ts')
  const here = new URL('.', import.meta.url)
  const names = readdirSync(here).filter((name) => name.endsWith('.yaml'))
  return topicsIn(names.toSorted().map((name) => ({ name, text: readFileSync(new URL(name, here), 'utf8') })))
}

/** What nearly every event is asked about, as organizers are reminded of it. */
export const usualTopics: readonly string[] = `
  wifi food drinking-water registration cloakroom toilet parking public-transport taxi airport hotel visa dress-code
  interpretation livestream slides certificate prayer children accessibility first-aid emergency lost-and-found smoking
  sockets refund contacts
`
  .trim()
  .split(/\s+/)
