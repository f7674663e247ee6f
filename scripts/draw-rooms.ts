import { readFileSync, writeFileSync } from 'node:fs'
import { readSources, roomOf, rooms, type Source } from './rooms.ts'

const document = 'docs/design.md'
const beginning = '<!-- rooms: drawn by npm run rooms -->\n'
const end = '<!-- /rooms -->'

/** The rooms and who imports whom, as a Mermaid graph. An arrow is left out where a longer way says the same. */
export function drawRooms(sources: readonly Source[]): string {
  const below = new Map<string, Set<string>>(rooms.map((room) => [room, new Set()]))
  for (const { path, imports } of sources) {
    for (const target of imports) {
      if (target.startsWith('src/') && roomOf(target) !== roomOf(path)) below.get(roomOf(path))?.add(roomOf(target))
    }
  }
  const arrows = [...below].toReversed().flatMap(([from, targets]) =>
    [...targets]
      .filter((to) => ![...targets].some((other) => other !== to && reaches(other, to, below)))
      .toSorted((a, b) => rooms.indexOf(b as never) - rooms.indexOf(a as never))
      .map((to) => `  ${idOf(from)}[${from}] --> ${idOf(to)}[${to}]`),
  )
  return ['```mermaid', 'graph TD', ...arrows, '```', ''].join('\n')
}

/** Puts the picture between its marks in a text. */
export function withPicture(text: string, picture: string): string {
  const [from, to] = [text.indexOf(beginning), text.indexOf(end)]
  if (from < 0 || to < 0) throw new Error(`${document} lacks ${beginning.trim()} and ${end}`)
  return text.slice(0, from + beginning.length) + picture + text.slice(to)
}

function reaches(from: string, to: string, below: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const next = below.get(from) ?? new Set()
  return next.has(to) || [...next].some((room) => reaches(room, to, below))
}

function idOf(room: string): string {
  return room.replaceAll(/\W/g, '_')
}

if (import.meta.main) writeFileSync(document, withPicture(readFileSync(document, 'utf8'), drawRooms(readSources())))
