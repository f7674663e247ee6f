import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { importsIn } from './imports.ts'

/**
 * The rooms of src/, from the ground up: each may import from itself and from those before it, whatever kind of import
 * it is. A file that stands alone is a room of its own.
 */
export const rooms = [
  'languages',
  'lexicon',
  'knowledge',
  'topics',
  'core/i18n',
  'core/back-off',
  'core/chunks',
  'core/make-directory',
  'core/time',
  'core/people',
  'core/text',
  'core/understanding',
  'core/search',
  'core/knowledge-base',
  'core/answering',
  'core/events',
  'checking',
  'importing',
  'trying',
  'core/mailing',
  'core/stars',
  'core/announcements',
  'core/pages',
  'core/desk',
  'core/organizers',
  'core/store',
  'operation',
  'bots',
  'bots/terminal',
  'bots/telegram',
  'bots/discord',
  'platforms',
  'cli',
  'serve',
  'main',
] as const

/** Rooms on the same floor that must not know each other. */
export const strangers: readonly (readonly [string, string])[] = [
  ['core/desk', 'core/organizers'],
  ['bots/terminal', 'bots/telegram'],
  ['bots/terminal', 'bots/discord'],
  ['bots/telegram', 'bots/discord'],
]

/** A source with what it imports: paths from the project's root for files, names for packages. */
export type Source = { readonly path: string; readonly text: string; readonly imports: readonly string[] }

/** All sources under src/, read from the directory that the process was started in. */
export function readSources(): Source[] {
  return globSync('src/**/*.ts').map((path) => {
    const text = readFileSync(path, 'utf8')
    const resolve = (target: string): string =>
      target.startsWith('.') ? normalize(join(dirname(path), target)) : target
    return { path, text, imports: importsIn(text).map(resolve) }
  })
}

/** "src/core/text/term.ts" stands in core/text, "src/core/i18n.ts" in core/i18n, "src/serve.ts" in serve. */
export function roomOf(path: string): string {
  const parts = path
    .replace(/^src\//, '')
    .replace(/\.ts$/, '')
    .split('/')
  const deep = parts[0] === 'core' || (parts[0] === 'bots' && parts.length > 2)
  return parts.slice(0, deep ? 2 : 1).join('/')
}

/** Imports between files that a rule does not allow, as "from → to". */
export function breaches(sources: readonly Source[], allowed: (from: string, to: string) => boolean): string[] {
  return sources.flatMap(({ path, imports }) =>
    imports.filter((to) => to.startsWith('src/') && !allowed(path, to)).map((to) => `${path} → ${to}`),
  )
}

/**
 * Pairs of folders that import from each other, as "one ⇄ other". Each folder counts by itself, without those inside
 * it: what a folder and one inside it share stands in the inner one, or beside it.
 */
export function mutualFolders(sources: readonly Source[]): string[] {
  const pairs = sources.flatMap(({ path, imports }) =>
    imports.filter((to) => to.startsWith('src/')).map((to) => [dirname(path), dirname(to)] as const),
  )
  const arrows = new Set(pairs.map(([from, to]) => `${from} → ${to}`))
  const mutual = pairs.filter(([from, to]) => from < to && arrows.has(`${to} → ${from}`))
  return [...new Set(mutual.map(([from, to]) => `${from} ⇄ ${to}`))]
}
