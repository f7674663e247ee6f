/**
 * Latin and Cyrillic letters that look alike, capitals before small ones: people copy them from PDF files, and
 * keyboards mix them (Unicode Technical Standard 39, confusables.txt; those of Russian and Kazakh letters).
 */
const latin = 'ABCEHKMOPTXYISJaceopxyisj'
const cyrillic = 'АВСЕНКМОРТХУІЅЈасеорхуіѕј'

const toCyrillic = new Map(Array.from(latin, (letter, at) => [letter, cyrillic[at]!]))
const toLatin = new Map(Array.from(cyrillic, (letter, at) => [letter, latin[at]!]))

const asciiOnly = /^[\x20-\x7e]*$/
/** Soft hyphens, joiners, direction marks, byte order marks, variation selectors: nobody sees them. */
const invisible = /[\p{Cf}\ufe00-\ufe0f]/gu
const controls = /[\p{Cc}\p{Cs}]/gu
/** A word cut at a line's end, as copied from a PDF file. */
const cutAtLineEnd = /(?<=\p{L})[-\u2010\u00ad]\r?\n\s*(?=\p{Ll})|(?<=\p{Lu}{2})[-\u2010\u00ad]\r?\n\s*(?=\p{Lu}{2})/gu
/** What is left of accents when letters are composed: stress marks of Cyrillic, the dot of a lowered "İ". */
const strayMarks = /\p{M}+/gu
const runs = /\p{L}+/gu

/**
 * The text as people see it: composed letters, nothing invisible, no stress marks, and words in the letters of one
 * script. Case, punctuation and line ends stay.
 */
export function cleanCharacters(text: string): string {
  if (asciiOnly.test(text)) return text
  const clean = joinCutWords(text.normalize('NFKC'))
    .replace(invisible, '')
    .replace(controls, (control) => (/\s/.test(control) ? control : ' '))
    .replaceAll('İ', 'I')
    .replace(strayMarks, '')
  return /\p{Script=Latin}/u.test(clean) ? clean.replace(runs, (word) => inOneScript(word, clean)) : clean
}

/** Puts together the words that a line's end has cut: "сам-⏎мит". */
export function joinCutWords(text: string): string {
  return text.replace(cutAtLineEnd, '')
}

/**
 * A word that mixes scripts, in the script of those of its letters that look like no other's; if there are none, in
 * the one
 * that has more of such letters in the whole text.
 */
function inOneScript(word: string, text: string): string {
  if (!/\p{Script=Latin}/u.test(word) || !/\p{Script=Cyrillic}/u.test(word)) return word
  const letters = Array.from(word)
  const plainCyrillic = letters.some((letter) => /\p{Script=Cyrillic}/u.test(letter) && !toLatin.has(letter))
  const plainLatin = letters.some((letter) => /\p{Script=Latin}/u.test(letter) && !toCyrillic.has(letter))
  if (plainCyrillic === plainLatin) {
    if (plainCyrillic) return word
    return swap(letters, isMostlyCyrillic(text) ? toCyrillic : toLatin)
  }
  return swap(letters, plainCyrillic ? toCyrillic : toLatin)
}

function isMostlyCyrillic(text: string): boolean {
  const cyrillicLetters = (text.match(/\p{Script=Cyrillic}/gu) ?? []).filter((letter) => !toLatin.has(letter))
  const latinLetters = (text.match(/\p{Script=Latin}/gu) ?? []).filter((letter) => !toCyrillic.has(letter))
  return cyrillicLetters.length >= latinLetters.length
}

/**
 * The same lower-case word in the other script, if its capitals look alike in both: "сор" is "СОР" and that "COP"; else
 * undefined. More capitals look alike than small letters ("М" and "M").
 */
export function lookAlike(word: string): string | undefined {
  const capitals = Array.from(word.toUpperCase())
  for (const table of [toLatin, toCyrillic])
    if (capitals.every((letter) => table.has(letter))) return swap(capitals, table).toLowerCase()
  return undefined
}

function swap(letters: readonly string[], table: ReadonlyMap<string, string>): string {
  return letters.map((letter) => table.get(letter) ?? letter).join('')
}
