import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { drawRooms, withPicture } from '../scripts/draw-rooms.ts'
import { importsIn } from '../scripts/imports.ts'
import { breaches, mutualFolders, readSources, roomOf, rooms, strangers, type Source } from '../scripts/rooms.ts'

const platformLibraries = ['grammy', '@grammyjs/runner', 'discord.js', 'hono', '@hono/node-server']
const databaseLibraries = ['kysely', 'kysely/migration', 'pg', 'node:sqlite']

const sources = readSources()

describe('sources', () => {
  test('each stand in a room that is on the list', () => {
    expect(sources.map(({ path }) => roomOf(path)).filter((room) => !isRoom(room))).toEqual([])
  })

  test('import only from their own room or one below it', () => {
    expect(breaches(sources, looksDown)).toEqual([])
  })

  test('do not import from the room beside theirs', () => {
    expect(breaches(sources, (from, to) => !areStrangers(roomOf(from), roomOf(to)))).toEqual([])
  })

  test('of the core reach the store through ports alone', () => {
    expect(breaches(sources, byPort)).toEqual([])
  })

  test('of the core and the knowledge import no platform library', () => {
    expect(uses(platformLibraries).filter((use) => /^src\/(?:core|knowledge)\//.test(use))).toEqual([])
  })

  test('know the database in core/store alone', () => {
    expect(uses(databaseLibraries).filter((use) => !use.startsWith('src/core/store/'))).toEqual([])
  })

  test('read the environment in main alone', () => {
    expect(sources.filter(({ text }) => text.includes('process.env')).map(({ path }) => path)).toEqual(['src/main.ts'])
  })

  test('do not import each other in circles', () => {
    const graph = new Map(sources.map(({ path, imports }) => [path, imports.filter((to) => to.endsWith('.ts'))]))
    expect([...graph.keys()].flatMap((start) => circleFrom(start, graph))).toEqual([])
  })

  test('import one way at most between two folders, also where one is inside the other', () => {
    expect(mutualFolders(sources)).toEqual([])
  })
})

describe('the rule for rooms', () => {
  test.for([
    ['a type', `import type { Lexicon } from '../understanding/lexicon.ts'`],
    ['a type in passing', `export type Key = import('../understanding/lexicon.ts').Lexicon`],
    ['what is loaded when it is needed', `const { buildLexicon } = await import('../understanding/lexicon.ts')`],
    ['what is handed on', `export { buildLexicon } from '../understanding/lexicon.ts'`],
    ['several lines', `import {\n  buildLexicon,\n  type Lexicon,\n} from '../understanding/lexicon.ts'`],
    ['nothing but the effect', `import '../understanding/lexicon.ts'`],
  ])('sees an import upwards of %s', ([, text]) => {
    expect(importsIn(text!)).toEqual(['../understanding/lexicon.ts'])
    const planted: Source = {
      path: 'src/core/text/term.ts',
      text: text!,
      imports: ['src/core/understanding/lexicon.ts'],
    }
    expect(breaches([planted], looksDown)).toEqual(['src/core/text/term.ts → src/core/understanding/lexicon.ts'])
  })
})

test('the rule for folders sees two that import from each other, and one inside the other', () => {
  expect(
    mutualFolders([
      planted(
        'src/core/desk/desk.ts',
        'src/core/desk/pages/page.ts',
        'src/core/text/term.ts',
        'src/core/desk/press.ts',
      ),
      planted('src/core/desk/pages/page.ts', 'src/core/desk/press.ts'),
      planted('src/core/text/term.ts', 'src/core/people/people.ts'),
      planted('src/core/people/recent.ts', 'src/core/text/term.ts'),
    ]),
  ).toEqual(['src/core/desk ⇄ src/core/desk/pages', 'src/core/people ⇄ src/core/text'])
})

test('the picture in docs/design.md is that of the rooms as they are', () => {
  const document = readFileSync('docs/design.md', 'utf8')
  expect(document, 'npm run rooms draws it anew').toBe(withPicture(document, drawRooms(sources)))
})

function planted(path: string, ...imports: string[]): Source {
  return { path, imports, text: '' }
}

function byPort(from: string, to: string): boolean {
  return !inStore(to) || inStore(from) || !from.startsWith('src/core/')
}

function inStore(path: string): boolean {
  return path.startsWith('src/core/store/')
}

function isRoom(room: string): boolean {
  return (rooms as readonly string[]).includes(room)
}

function looksDown(from: string, to: string): boolean {
  const order: readonly string[] = rooms
  return order.indexOf(roomOf(from)) >= order.indexOf(roomOf(to))
}

function areStrangers(one: string, other: string): boolean {
  return one !== other && strangers.some((pair) => pair.includes(one) && pair.includes(other))
}

/** "FILE → LIBRARY" for each import of one of these. */
function uses(libraries: readonly string[]): string[] {
  return sources.flatMap(({ path, imports }) =>
    imports.filter((name) => libraries.includes(name)).map((name) => `${path} → ${name}`),
  )
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
