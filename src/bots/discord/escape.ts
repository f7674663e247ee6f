/** What Discord gives a meaning, in the order in which it is looked for; addresses are left as they are. */
const meaningful = new RegExp(
  [
    /(?<address>https?:\/\/[^\s<>]+)/,
    /(?<start>^[ \t]*(?:#{1,3}|-#|[-+>]|\d+[.)])(?= ))/,
    /(?<emoji>:(?=\w+:))/,
    /(?<everyone>@(?=everyone|here))/,
    /(?<sign>[\\*_~`|<[\]])/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gm',
)

/** Says mark-up, links, mentions and emoji instead of meaning them. */
export function escapeMarkdown(text: string): string {
  return text.replace(meaningful, (found, ...rest) => {
    const { address, start, everyone } = rest.at(-1) as Readonly<Record<string, string | undefined>>
    if (address !== undefined) return found
    // The first sign: a heading's, a list's, or the point behind its number.
    if (start !== undefined) return found.replace(/[#>+.)-]/, '\\$&')
    // No escape helps against calling everyone, if anything ever let it through; a space without width does.
    return everyone === undefined ? `\\${found}` : '@\u200b'
  })
}
