const shortestBase = 3

/** Behind a verb, from the outside in: person and tense, negation, the vowel of the present. */
const endings = [
  /(?:й?м[ыі]н|й?м[ыі]з|й?с[ыі]з|й?[дт][ыі]|й?т[ыі]н|[ғқ]ан|[гк]ен)$/u,
  /(?:ма|ме|ба|бе|па|пе)й?$/u,
  /[аей]$/u,
]

/** "Берілмейді", "беріледі", "берілген" and "беріле" as "беріл". */
export function verbBase(word: string): string {
  return endings.reduce((base, ending) => {
    const shorter = base.replace(ending, '')
    return shorter.length >= shortestBase ? shorter : base
  }, word)
}
