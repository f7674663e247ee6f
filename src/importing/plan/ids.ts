import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'

/** Telegram's links to an entry take 64 letters, of which a prefix needs some. */
const longest = 48

let latin: Readonly<Record<string, string>> | undefined

/** A readable id of a title or a name, in Latin letters, cut between words: "Ашылу салтанаты" is ashylu-saltanaty. */
function slugOf(text: string): string {
  latin ??= load(readFileSync(new URL('latin.yaml', import.meta.url), 'utf8')) as Record<string, string>
  const letters = Array.from(text.toLowerCase(), (letter) => latin![letter] ?? letter).join('')
  const words =
    letters
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .match(/[a-z0-9]+/g) ?? []
  let slug = ''
  for (const word of words) {
    if (slug !== '' && slug.length + word.length + 1 > longest) break
    slug = slug === '' ? word.slice(0, longest) : `${slug}-${word}`
  }
  return slug === '' ? 'entry' : slug
}

/** Gives ids that nothing else has: another of the same name gets a number. */
export function idGiver(taken: Iterable<string>): (called: string) => string {
  const ids = new Set(taken)
  return (called) => {
    const slug = slugOf(called)
    let id = slug
    for (let number = 2; ids.has(id); number++) id = `${slug}-${number}`
    ids.add(id)
    return id
  }
}
