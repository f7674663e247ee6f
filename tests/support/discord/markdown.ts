/** A piece of Discord's Markdown, in the order in which Discord looks for it. */
const pieces: readonly (readonly [RegExp, (found: RegExpExecArray) => string])[] = [
  [/^\\([^\p{L}\p{N}\s])/u, ([, sign]) => sign!],
  [/^<(https?:\/\/[^\s>]+)>/, ([, address]) => address!],
  [/^https?:\/\/[^\s<]+/, ([address]) => address],
  [/^``? ?([^`]+?) ?``?(?!`)/, ([, words]) => words!],
  [/^\u200b/, () => ''],
  [/^(?:\*\*|\*|__|_(?!\w)|~~|\|\|)/, ([sign]) => `⟪${sign}⟫`],
  [/^(?:<(?:@|#|a?:)|@(?:everyone|here)|:\w+:)/, ([found]) => `⟪${found}⟫`],
]

/** What would begin a heading, a list or a quote. */
const lineStart = /^[ \t]*(?:#{1,3}|-#|[-*+]|>|\d+\.) /

/**
 * What people see of a message in Discord, as its client reads Markdown; of mark-up the signs in ⟪⟫, other than the two
 * around a title.
 */
export function shownByDiscord(content: string): string {
  const [, title, rest = ''] = /^\*\*([^]*?)\*\*(?:\n\n([^]*))?$/.exec(content) ?? []
  return [title, rest]
    .map((part = '') => shown(part))
    .filter((part) => part !== '')
    .join('\n\n')
}

function shown(markdown: string): string {
  let seen = ''
  let rest = markdown
  while (rest !== '') {
    if (seen === '' || seen.endsWith('\n')) {
      const begins = lineStart.exec(rest)
      if (begins) {
        seen += `⟪${begins[0]}⟫`
        rest = rest.slice(begins[0].length)
        continue
      }
    }
    const [found, show] = pieces.map(([pattern, say]) => [pattern.exec(rest), say] as const).find(([one]) => one) ?? []
    seen += found && show ? show(found) : rest[0]
    rest = rest.slice(found ? found[0].length : 1)
  }
  return seen
}
