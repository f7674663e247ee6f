/** core.telegram.org/bots/api#html-style */
const tags = new Set([
  'b',
  'strong',
  'i',
  'em',
  'u',
  'ins',
  's',
  'strike',
  'del',
  'span',
  'tg-spoiler',
  'a',
  'tg-emoji',
  'tg-time',
  'code',
  'pre',
  'blockquote',
])
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' }

/** The text without its mark-up, and the tags in it; or why it can't be read, in Telegram's words. */
export function parseHtml(
  html: string,
): { readonly text: string; readonly tags: readonly string[] } | { readonly fault: string } {
  const open: string[] = []
  const seen: string[] = []
  let text = ''
  for (const [token, closing, name, entity] of html.matchAll(/<(\/?)([a-z-]*)[^>]*>|&(\w+);|[^<&]+|[<&]/gi)) {
    if (name !== undefined) {
      if (!tags.has(name.toLowerCase())) return { fault: `can't parse entities: Unsupported start tag "${name}"` }
      if (closing === '') {
        open.push(name)
        seen.push(name)
      } else if (open.pop() !== name) return { fault: `can't parse entities: unexpected end tag "${name}"` }
    } else if (entity !== undefined) {
      if (entities[entity] === undefined) return { fault: `can't parse entities: unknown entity "${entity}"` }
      text += entities[entity]
    } else if (token === '<' || token === '&') return { fault: "can't parse entities: unescaped character" }
    else text += token
  }
  return open.length > 0 ? { fault: `can't parse entities: can't find end tag "${open.at(-1)}"` } : { text, tags: seen }
}
