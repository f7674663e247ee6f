import type { LanguageData } from '../../languages/language-data.ts'

const digitRow = '234567890-=@#$%^&*()_+'

type Keyboard = LanguageData['keyboard']

/**
 * What was meant by someone who typed with another layout switched on. `from` are the layouts that may have been on: of
 * several that differ in a key, the first counts. Numbers by themselves are left alone.
 */
export function retype(typed: string, from: readonly Keyboard[], to: Keyboard): string {
  const keys = new Map(from.toReversed().flatMap((one) => [...keyTable(one, to)]))
  return typed.replace(/\S+/gu, (chunk) => {
    if (!/\p{L}/u.test(chunk)) return chunk
    return Array.from(chunk, (key) => keys.get(key) ?? key).join('')
  })
}

function keyTable(from: Keyboard, to: Keyboard): Map<string, string> {
  const pairs = pair(from.keys, to.keys)
  // Only one of the two has letters on the digits: the other one's digits stand there.
  if (to.digits !== '') return new Map([...pairs, ...pair(digitRow, to.digits)])
  return new Map([...pairs, ...pair(from.digits, digitRow)])
}

function pair(from: string, to: string): (readonly [string, string])[] {
  return Array.from(from, (key, index) => [key, to[index] ?? key] as const)
}
