const shortestBase = 3

/** Behind a verb, from the outside in: person and tense, negation, the vowel of the present. */
const endings = [
  /(?:ймын|ймін|ймыз|йміз|йсыз|йсіз|йды|йді|йтын|йтін|мын|мін|мыз|міз|сыз|сіз|ды|ді|ты|ті|тын|тін|ған|ген|қан|кен|йді)$/u,
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
