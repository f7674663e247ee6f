import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importsIn } from './support/imports.ts'

/**
 * The rooms, from the ground up: each may import from itself and from those before it, whatever kind of import it is.
 * A file that stands alone is a room of its own.
 */
const rooms = [
  'knowledge',
  'core/i18n',
  'core/back-off',
  'core/time',
  'core/people',
  'core/text',
  'core/understanding',
  'core/search',
  'core/knowledge-base',
  'core/answering',
  'core/mailing',
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
  'announcement-commands',
  'cli',
  'serve',
  'main',
]

/** Rooms side by side that look down on the same floor and must not know each other. */
const strangers = [
  ['core/desk', 'core/organizers'],
  ['bots/terminal', 'bots/telegram'],
  ['bots/terminal', 'bots/discord'],
  ['bots/telegram', 'bots/discord'],
]

const platformLibraries = ['grammy', '@grammyjs/runner', 'discord.js', 'hono', '@hono/node-server']
const databaseLibraries = ['kysely', 'kysely/migration', 'pg', 'node:sqlite']

type File = { readonly path: string; readonly imports: readonly string[] }

const files: File[] = globSync('src/**/*.ts').map((path) => ({
  path,
  imports: importsIn(readFileSync(path, 'utf8')).map((target) =>
    target.startsWith('.') ? normalize(join(dirname(path), target)) : target,
  ),
}))

describe('sources', () => {
  test('each stand in a room that is on the list', () => {
    expect(files.map(({ path }) => roomOf(path)).filter((room) => !rooms.includes(room))).toEqual([])
  })

  test('import only from their own room or one below it', () => {
    expect(breaches((from, to) => rooms.indexOf(roomOf(from)) >= rooms.indexOf(roomOf(to)))).toEqual([])
  })

  test('do not import from the room beside theirs', () => {
    expect(breaches((from, to) => !areStrangers(roomOf(from), roomOf(to)))).toEqual([])
  })

  test('of the core reach the store through ports alone', () => {
    expect(
      breaches((from, to) => !isIn('src/core/store/', to) || isIn('src/core/store/', from) || !isIn('src/core/', from)),
    ).toEqual([])
  })

  test('of the core and the knowledge import no platform library', () => {
    expect(uses(platformLibraries).filter(({ path }) => /^src\/(?:core|knowledge)\//.test(path))).toEqual([])
  })

  test('know the database in core/store alone', () => {
    expect(uses(databaseLibraries).filter(({ path }) => !isIn('src/core/store/', path))).toEqual([])
  })

  test('read the environment in main alone', () => {
    const readers = files.filter(({ path }) => readFileSync(path, 'utf8').includes('process.env'))
    expect(readers.map(({ path }) => path)).toEqual(['src/main.ts'])
  })

  test('do not import each other in circles', () => {
    const graph = new Map(files.map(({ path, imports }) => [path, imports.filter((target) => target.endsWith('.ts'))]))
    expect([...graph.keys()].flatMap((start) => circleFrom(start, graph))).toEqual([])
  })
})

function areStrangers(one: string, other: string): boolean {
  return one !== other && strangers.some((pair) => pair.includes(one) && pair.includes(other))
}

/** Imports between files that a rule does not allow. */
function breaches(allowed: (from: string, to: string) => boolean): string[] {
  return files.flatMap(({ path, imports }) =>
    imports.filter((to) => isIn('src/', to) && !allowed(path, to)).map((to) => `${path} → ${to}`),
  )
}

function uses(libraries: readonly string[]): { path: string; library: string }[] {
  return files.flatMap(({ path, imports }) =>
    imports.filter((name) => libraries.includes(name)).map((library) => ({ path, library })),
  )
}

function isIn(folder: string, path: string): boolean {
  return path.startsWith(folder)
}

/** "src/core/text/term.ts" stands in core/text, "src/core/i18n.ts" in core/i18n, "src/serve.ts" in serve. */
function roomOf(path: string): string {
  const parts = path
    .replace(/^src\//, '')
    .replace(/\.ts$/, '')
    .split('/')
  const deep = parts[0] === 'core' || (parts[0] === 'bots' && parts.length > 2)
  return parts.slice(0, deep ? 2 : 1).join('/')
}

/** The way back to where it started, if there is one. */
function circleFrom(start: string, graph: ReadonlyMap<string, readonly string[]>): string[] {
  const seen = new Set<string>()
  const visit = (path: string, trail: readonly string[]): string[] => {
    for (const next of graph.get(path) ?? []) {
      if (next === start) return [[...trail, next].join(' → ')]
      if (seen.has(next)) continue
      seen.add(next)
      const circle = visit(next, [...trail, next])
      if (circle.length > 0) return circle
    }
    return []
  }
  return visit(start, [start])
}
