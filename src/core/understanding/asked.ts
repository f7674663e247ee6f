import { editDistance } from '../text/edit-distance.ts'
import { foldKazakh } from '../text/normalise.ts'
import { ordinalWords } from './numerals.ts'
import { askingWords, functionWords, idleGroups, yesNoOpeners, type Asked } from './question-words.ts'

/** What the words of a question ask for, and which of the words say so. */
export type AskedFor = { readonly asked: ReadonlySet<Asked>; readonly words: ReadonlySet<number> }

type Pattern = { readonly words: readonly string[]; readonly asked: Asked | 'nothing' }

/** No beginning in the tables is shorter: patterns are found by their first letters. */
const shortestBeginning = 3

const patterns = compile()

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
  for (const [asked, groups] of [...Object.entries(askingWords), ['nothing', idleGroups]] as [Pattern['asked'], readonly string[]][]) {
    for (const group of groups) {
      const pattern = { words: group.split(' '), asked }
      if (pattern.words[0]!.endsWith('*')) beginnings.getOrInsertComputed(pattern.words[0]!.slice(0, shortestBeginning), () => []).push(pattern)
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

/** Shorter words are one letter away from too many others. */
const shortestMended = 4

const mendable = [...patterns.exact.keys(), ...ordinalWords].filter((word) => word.length >= shortestMended)

/** The function word whose neighbouring letters were swapped ("teh", "adn"): too short for any other mending. */
export function unswap(word: string): string | undefined {
  if (word.length < 3 || word.length > 4) return undefined
  for (let at = 0; at + 1 < word.length; at++) {
    const swapped = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
    if (swapped !== word && functionWords.has(foldKazakh(swapped))) return swapped
  }
  return undefined
}

/** The question word or ordinal that a mistyped word stands for ("wehn", "кагда", "thrid"), if one is a single slip away. */
export function mendQuestionWord(word: string): string | undefined {
  const folded = foldKazakh(word)
  if (folded.length < shortestMended) return undefined
  return mendable.find((known) => Math.abs(known.length - folded.length) <= 1 && known[0] === folded[0] && editDistance(known, folded) === 1)
}
