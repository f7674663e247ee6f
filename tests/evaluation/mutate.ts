/** A way to write a text that people see as the same: `how` says what is done, and `of` does it. */
type Mutation = { readonly how: string; readonly of: (text: string) => string }

/** What copying, keyboards and habits do to a question without changing what it says. */
export const mutations: readonly Mutation[] = [
  { how: 'a soft hyphen', of: (text) => inLongestWord(text, '\u00ad') },
  { how: 'a zero-width space', of: (text) => inLongestWord(text, '\u200b') },
  { how: 'a word joiner', of: (text) => inLongestWord(text, '\u2060') },
  { how: 'a soft hyphen in every word', of: (text) => text.replace(/(?<=\p{L}{2})(?=\p{L}{2})/gu, '\u00ad') },
  { how: 'a hyphen at a line end', of: (text) => inLongestWord(text, '-\n') },
  { how: 'one look-alike letter', of: (text) => withLookAlikes(text, 1) },
  { how: 'all look-alike letters', of: (text) => withLookAlikes(text, Infinity) },
  { how: 'accents apart (NFD)', of: (text) => text.normalize('NFD') },
  { how: 'capitals', of: inCapitals },
  { how: 'small letters', of: (text) => text.toLowerCase() },
  { how: 'dotted capitals', of: (text) => inCapitals(text).replaceAll('I', 'İ') },
  { how: 'a stress mark', of: withStress },
  { how: 'a smiley behind', of: (text) => `${text} 😊` },
  { how: 'a bracket behind', of: (text) => `${text})` },
  { how: 'brackets behind', of: (text) => `${text}))` },
  { how: 'a colon and a bracket behind', of: (text) => `${text} :)` },
  { how: 'an exclamation mark behind', of: (text) => `${text}!` },
  { how: 'brackets around', of: (text) => `(${text})` },
  { how: 'quotes around', of: (text) => `"${text}"` },
  { how: 'angle quotes around', of: (text) => `«${text}»` },
  { how: 'blanks around', of: (text) => `\n  ${text.replaceAll(' ', '\u00a0 ')}  \n` },
]

/** Latin and Cyrillic letters that look alike (Unicode Technical Standard 39), written here apart from those of src. */
const latin = 'ABCEHKMOPTXaceopxyi'
const cyrillic = 'АВСЕНКМОРТХасеорхуі'

/** A dotless "ı" stays small: its capital is that of "i" too, and so another letter. */
function inCapitals(text: string): string {
  return text.replaceAll(/[^ı]+/g, (part) => part.toUpperCase())
}

function inLongestWord(text: string, inserted: string): string {
  const longest = (text.match(/\p{L}+/gu) ?? []).toSorted((a, b) => b.length - a.length)[0]
  if (longest === undefined || longest.length < 4) return text
  const middle = Math.floor(longest.length / 2)
  return text.replace(longest, longest.slice(0, middle) + inserted + longest.slice(middle))
}

/** Letters of words that have a letter beside them which looks like no other: "а" alone in Latin is another word. */
function withLookAlikes(text: string, most: number): string {
  let left = most
  return text.replace(/\p{L}{3,}/gu, (word) => {
    const isOwn = Array.from(word).some((letter) => !latin.includes(letter) && !cyrillic.includes(letter))
    if (!isOwn) return word
    return Array.from(word, (letter) => {
      const other = latin[cyrillic.indexOf(letter)] ?? cyrillic[latin.indexOf(letter)]
      if (other === undefined || left <= 0) return letter
      left -= 1
      return other
    }).join('')
  })
}

function withStress(text: string): string {
  return text.replace(/(?<=\p{L})[аеиоуыэюя](?=\p{L})/u, (vowel) => `${vowel}\u0301`)
}
