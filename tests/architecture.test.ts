import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

/** The rule: main → bots → core → knowledge, and no platform library below bots. serve.ts is the part of main that only platforms need. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  main: ['main', 'serve', 'bots', 'core', 'knowledge'],
  serve: ['bots', 'core', 'knowledge'],
  bots: ['bots', 'core', 'knowledge'],
  core: ['core', 'knowledge'],
  knowledge: ['knowledge'],
}
const platformLibraries = new Set(['grammy', '@grammyjs/runner', 'discord.js', 'hono', '@hono/node-server'])
const databaseLibraries = new Set(['kysely', 'kysely/migration', 'pg', 'node:sqlite'])

const files = globSync('src/**/*.ts').map((path) => ({ path, imports: importsOf(readFileSync(path, 'utf8'), path) }))

describe('sources', () => {
  test('import only from their own ring or an inner one', () => {
    const breaches = files.flatMap(({ path, imports }) =>
      imports
        .filter((target) => target.startsWith('src/') && !mayImport[ringOf(path)]!.includes(ringOf(target)))
        .map((target) => `${path} → ${target}`),
    )
    expect(breaches).toEqual([])
  })

  test('of the core and the knowledge import no platform library', () => {
    const breaches = files
      .filter(({ path }) => ['core', 'knowledge'].includes(ringOf(path)))
      .flatMap(({ path, imports }) =>
        imports.filter((name) => platformLibraries.has(name)).map((name) => `${path} → ${name}`),
      )
    expect(breaches).toEqual([])
  })

  test('know the database in core/store alone, which no feature of the core imports', () => {
    const breaches = files
      .filter(({ path }) => !path.startsWith('src/core/store/'))
      .flatMap(({ path, imports }) =>
        imports
          .filter(
            (name) =>
              databaseLibraries.has(name) || (path.startsWith('src/core/') && name.startsWith('src/core/store/')),
          )
          .map((name) => `${path} → ${name}`),
      )
    expect(breaches).toEqual([])
  })

  test('read the environment in main alone', () => {
    const readers = files
      .filter(({ path }) => readFileSync(path, 'utf8').includes('process.env'))
      .map(({ path }) => path)
    expect(readers).toEqual(['src/main.ts'])
  })

  test('do not import each other in circles', () => {
    const graph = new Map(
      files.map(({ path, imports }) => [
        path,
        imports.filter((target) => target.startsWith('src/') && target.endsWith('.ts')),
      ]),
    )
    expect([...graph.keys()].flatMap((start) => circleFrom(start, graph))).toEqual([])
  })
})

function ringOf(path: string): string {
  const [, ring] = path.split('/') as [string, string]
  return ring.replace('.ts', '')
}

/** Imports of values: importing a type alone binds nothing when the program runs. */
function importsOf(source: string, path: string): string[] {
  return Array.from(source.matchAll(/^import (?!type)[^'\n]*(?:\{[^}]*\} from )?'([^']+)'/gm), ([, target]) =>
    target!.startsWith('.') ? normalize(join(dirname(path), target!)) : target!,
  )
}

function circleFrom(start: string, graph: ReadonlyMap<string, readonly string[]>): string[] {
  const seen = new Set<string>()
  const open = [...(graph.get(start) ?? [])]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === start) return [start]
    if (seen.has(at)) continue
    seen.add(at)
    open.push(...(graph.get(at) ?? []))
  }
  return []
}
