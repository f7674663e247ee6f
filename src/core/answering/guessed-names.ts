import type { Named, Pack } from '../../knowledge/pack.ts'
import { editDistance } from '../text/edit-distance.ts'
import { spell } from '../text/term.ts'
import { tokenise } from '../text/tokenise.ts'
import type { Word } from '../understanding/word.ts'

/** Three letters have too many neighbours for one of them to be meant. */
const shortest = 4

/** One slip in a word of four letters, two in one of seven. */
const leastLikeness = 0.7

/** What may be a slip is not denied: here a doubt is enough. */
const leastLikenessOfPart = 0.6

/**
 * The organisations that a mistyped word may mean: those with a name of one word that is nearly the same, the likeliest
 * alone.
 */
export function organisationsLike({ text }: Word, pack: Pack): string[] {
  const typed = spell(text)
  if (typed.length < shortest) return []
  let best = leastLikeness
  let ids: string[] = []
  for (const [id, organisation] of pack.organisations) {
    const likeness = Math.max(0, ...namesOf(organisation, pack).map((name) => likenessOf(typed, name)))
    if (likeness < best) continue
    ids = likeness > best ? [id] : [...ids, id]
    best = likeness
  }
  return ids
}

/** Whether a word is nearly one of those that organisations are called by: then it may be a slip in a longer name. */
export function isLikePartOfName({ text }: Word, pack: Pack): boolean {
  const typed = spell(text)
  return [...pack.organisations.values()].some((organisation) =>
    wordsOfNames(organisation, pack).some((words) =>
      words.some((word) => likenessOf(typed, word) >= leastLikenessOfPart),
    ),
  )
}

/** Whether an organisation is called by just this word, alone or among others. */
export function isWordOfName({ text }: Word, organisation: Named, pack: Pack): boolean {
  return wordsOfNames(organisation, pack).some((words) => words.includes(spell(text)))
}

/** The names that consist of one word. */
function namesOf(organisation: Named, pack: Pack): string[] {
  return wordsOfNames(organisation, pack).flatMap((words) => (words.length === 1 ? words : []))
}

function wordsOfNames({ name, short, names }: Named, { languages }: Pack): string[][] {
  const texts = languages.flatMap((language) => [name[language] ?? '', short[language] ?? '', ...names[language]])
  return texts.map((text) => tokenise(text).map(spell))
}

function likenessOf(a: string, b: string): number {
  return 1 - editDistance(a, b) / Math.max(a.length, b.length)
}
