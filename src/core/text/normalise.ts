/** Kazakh letters and those that people type instead who have no Kazakh keyboard. */
const kazakhLetters: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
  ё: 'е',
}

const asciiOnly = /^[\x20-\x7e]*$/
const separatedThousands = /(?<=\d)[ ,\u00a0\u202f](?=\d{3}(?!\d))/g
const foldable = /[әғқңөұүһіё]/g
const combiningMarks = /\p{M}/gu
const apostrophes = /['’‘ʼ`´ʹ]/g
const invisible = /[\p{Cf}\p{Cc}\p{Cs}]/gu

/**
 * One spelling for what people see as the same text: compatibility forms, case, invisible and combining characters,
 * apostrophes and digit grouping are removed ("1 500" → "1500"). Letters stay as typed, Kazakh ones too.
 */
export function normalise(text: string): string {
  if (asciiOnly.test(text)) return text.toLowerCase().replace(apostrophes, '').replace(separatedThousands, '')
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(invisible, ' ')
    .replace(apostrophes, '')
    .replace(separatedThousands, '')
}

/** Removes what accents add to Latin letters (é → e, ğ → g). Not for Cyrillic: й and ё would lose theirs. */
export function stripAccents(word: string): string {
  return word.normalize('NFD').replace(combiningMarks, '').replaceAll('ı', 'i')
}

/** Kazakh letters as the Russian ones that people without a Kazakh keyboard type instead, and ё as е. */
export function foldKazakh(word: string): string {
  return word.replace(foldable, (letter) => kazakhLetters[letter] ?? letter)
}
