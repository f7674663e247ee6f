/**
 * The same keys on the three keyboard layouts people here switch between: QWERTY (US), Russian ЙЦУКЕН, and the Kazakh
 * layout of Windows, which is the Russian one with Kazakh letters in place of the digits.
 */
const english = '`qwertyuiop[]asdfghjkl;\'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?@#$^&'
const russian = 'ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"№;:?'
const digitRow = '234567890-=@#$%^&*()_+'
const kazakhRow = 'әіңғ,.үұқөһӘІҢҒ;:ҮҰҚӨҺ'

const toRussian = pair(english, russian)
const toKazakh = new Map([...toRussian, ...pair(digitRow, kazakhRow)])
const toEnglish = pair(russian, english)
const kazakhToEnglish = new Map([...toEnglish, ...pair(kazakhRow, digitRow)])

/** What was meant by someone who typed with the wrong layout switched on, for each layout that they may have meant. */
export const layouts: Readonly<Record<'ru' | 'kk' | 'en', (typed: string) => string>> = {
  ru: (typed) => retype(typed, toRussian),
  kk: (typed) => retype(typed, toKazakh),
  en: (typed) => retype(typed, kazakhToEnglish),
}

/** Numbers by themselves are left alone: they look the same in every layout but the Kazakh one. */
function retype(typed: string, keys: ReadonlyMap<string, string>): string {
  return typed.replace(/\S+/gu, (chunk) => {
    if (!/\p{L}/u.test(chunk)) return chunk
    return Array.from(chunk, (key) => keys.get(key) ?? key).join('')
  })
}

function pair(from: string, to: string): Map<string, string> {
  return new Map(Array.from(from, (key, index) => [key, to[index]!]))
}
