import type { Language } from '../../src/knowledge/language.ts'

const latinKeys = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
const russianKeys = 'ёйцукенгшщзхъфывапролджэячсмитьбю'
const kazakhDigits: Readonly<Record<string, string>> = {
  ә: '2',
  і: '3',
  ң: '4',
  ғ: '5',
  ү: '8',
  ұ: '9',
  қ: '0',
  ө: '-',
  һ: '=',
}

/** What comes out when a text is typed on the wrong layout: Cyrillic on the English one, English on the Russian one. */
export function typedOnLayout(text: string, language: Language): string {
  const [from, to] = language === 'en' ? [latinKeys, russianKeys] : [russianKeys, latinKeys]
  return Array.from(text.toLowerCase(), (letter) => {
    const key = from.indexOf(letter)
    return key >= 0 ? to[key] : language === 'kk' ? (kazakhDigits[letter] ?? letter) : letter
  }).join('')
}
