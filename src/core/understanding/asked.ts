import { foldKazakh } from '../text/normalise.ts'
import { askingWords, idleGroups, yesNoOpeners, type Asked } from './question-words.ts'

/** What the words of a question ask for, and which of the words say so. */
export type AskedFor = { readonly asked: ReadonlySet<Asked>; readonly words: ReadonlySet<number> }

type Pattern = { readonly words: readonly string[]; readonly asked: Asked | 'nothing' }

/** No beginning in the tables is shorter: patterns are found by their first letters. */
const shortestBeginning = 3

const patterns = compile()

/** The single words that ask for something, as they are written in full; Kazakh ones in folded letters. */
export const askingWordsInFull: readonly string[] = [...patterns.exact.keys()]

/** Reads normalised words; a word group such as "how many" is taken before the "how" in it. */
export function findAsked(words: readonly string[]): AskedFor {
  const folded = words.map(foldKazakh)
  const asked = new Set<Asked>()
  const used = new Set<number>()
  for (let at = 0; at < folded.length; at++) {
    let longest = 0
    const hits: Pattern['asked'][] = []
    for (const pattern of candidatesFor(folded[at]!)) {
      if (!pattern.words.every((word, offset) => fits(word, folded[at + offset]))) continue
      if (pattern.words.length > longest) hits.length = 0
      if (pattern.words.length >= longest) hits.push(pattern.asked)
      longest = Math.max(longest, pattern.words.length)
    }
    for (const one of hits) if (one !== 'nothing') asked.add(one)
    for (let offset = 0; offset < longest; offset++) used.add(at + offset)
    at += Math.max(0, longest - 1)
  }
  if (yesNoOpeners.has(folded[0] ?? '')) asked.add('yes-no')
  return { asked, words: used }
}

function compile(): { exact: Map<string, Pattern[]>; beginnings: Map<string, Pattern[]> } {
  const exact = new Map<string, Pattern[]>()
  const beginnings = new Map<string, Pattern[]>()
  for (const [asked, groups] of [...Object.entries(askingWords), ['nothing', idleGroups]] as [
    Pattern['asked'],
    readonly string[],
  ][]) {
    for (const group of groups) {
      const pattern = { words: group.split(' '), asked }
      if (pattern.words[0]!.endsWith('*'))
        beginnings.getOrInsertComputed(pattern.words[0]!.slice(0, shortestBeginning), () => []).push(pattern)
      else exact.getOrInsertComputed(pattern.words[0]!, () => []).push(pattern)
    }
  }
  return { exact, beginnings }
}

function candidatesFor(word: string): Pattern[] {
  const open = patterns.beginnings.get(word.slice(0, shortestBeginning)) ?? []
  return [...(patterns.exact.get(word) ?? []), ...open.filter(({ words }) => fits(words[0]!, word))]
}

function fits(pattern: string, word: string | undefined): boolean {
  if (word === undefined) return false
  return pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern
}
