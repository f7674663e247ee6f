import type { Inline, Mark } from './markup.ts'

/** Words between two signs. `inside`: what they must hold, so that codes and prices are no mark-up. */
const pairs: readonly { readonly sign: string; readonly kind: Mark; readonly inside: RegExp }[] = [
  { sign: '**', kind: 'bold', inside: /\S/ },
  { sign: '~~', kind: 'strike', inside: /\p{L}/u },
  { sign: '||', kind: 'spoiler', inside: /\p{L}/u },
  { sign: '*', kind: 'italic', inside: /\p{L}/u },
]

/** "[words]{.underline}", as Pandoc writes what Markdown has no signs for. */
const spans = ['bold', 'italic', 'underline', 'strike', 'spoiler', 'quote', 'code', 'pre'] as const

/** What has a meaning here, and stands for itself behind a backslash. */
const meaningful = /[*~|`[\]]/

/**
 * Reads what an organizer wrote: `**bold**`, `*italic*`, `~~strike~~`, `||spoiler||`, `` `code` ``, `[words](address)`,
 * `[words]{.underline}`, and addresses. Everything else means itself, letter for letter: lists and their numbers, lines
 * and spaces, "_", "#", ">" and "<b>"; signs within words, in codes ("*111*2#") and in addresses; a backslash, unless
 * it stands before one of these signs.
 */
export function readMarkup(markdown: string): Inline[] {
  const found: Inline[] = []
  for (let at = 0; at < markdown.length;) {
    const { inline, end } = readAt(markdown, at)
    const last = found.at(-1)
    if (inline.kind === 'text' && last?.kind === 'text')
      found[found.length - 1] = { kind: 'text', text: last.text + inline.text }
    else found.push(inline)
    at = end
  }
  return found
}

type Read = { readonly inline: Inline; readonly end: number }

function readAt(text: string, at: number): Read {
  return (
    readEscape(text, at) ??
    readAddress(text, at) ??
    readCode(text, at) ??
    readBracket(text, at) ??
    readPair(text, at) ?? { inline: { kind: 'text', text: text[at]! }, end: at + 1 }
  )
}

/** Two backslashes before a sign are one; an odd one takes the sign's meaning. Elsewhere they are what they are. */
function readEscape(text: string, at: number): Read | undefined {
  const [slashes = ''] = /^\\+/.exec(text.slice(at, at + 100)) ?? []
  const sign = text[at + slashes.length]
  if (slashes === '') return undefined
  if (sign === undefined || !meaningful.test(sign))
    return { inline: { kind: 'text', text: slashes }, end: at + slashes.length }
  const kept = '\\'.repeat(Math.floor(slashes.length / 2))
  const escapes = slashes.length % 2 === 1
  return { inline: { kind: 'text', text: kept + (escapes ? sign : '') }, end: at + slashes.length + (escapes ? 1 : 0) }
}

/** An address as it is typed, without what closes the sentence, or a mark around it. */
function readAddress(text: string, at: number): Read | undefined {
  if (isLetter(text[at - 1])) return undefined
  const [typed] = /^https?:\/\/[^\s<>"]+/i.exec(text.slice(at, at + 2048)) ?? []
  if (typed === undefined) return undefined
  let address = typed.replace(/^([^*~|]*)[*~|]+$/, '$1')
  while (/[.,;:!?'»”\]]$/.test(address) || (address.endsWith(')') && !isBalanced(address)))
    address = address.slice(0, -1)
  return { inline: { kind: 'link', address, children: [{ kind: 'text', text: address }] }, end: at + address.length }
}

function isBalanced(text: string): boolean {
  return text.split('(').length >= text.split(')').length
}

function readCode(text: string, at: number): Read | undefined {
  if (text[at] !== '`' || isLetter(text[at - 1]) || text[at - 1] === '`') return undefined
  const [whole, lines, words] = /^(?:```\n?([^`]+?)\n?```|`([^`\n]+)`)(?![\p{L}\p{N}`])/u.exec(text.slice(at)) ?? []
  if (whole === undefined) return undefined
  const inline = lines === undefined ? { kind: 'code' as const, text: words! } : { kind: 'pre' as const, text: lines }
  return { inline, end: at + whole.length }
}

/** A link, or a span with a name. */
function readBracket(text: string, at: number): Read | undefined {
  if (text[at] !== '[') return undefined
  const close = closingBracket(text, at)
  if (close === undefined) return undefined
  const words = text.slice(at + 1, close)
  const rest = text.slice(close + 1, close + 2100)
  const span = /^\{\.([a-z]+)\}/.exec(rest)
  if (span) return readSpan(words, span[1]!, close + 1 + span[0].length)
  const [whole, typed = ''] = /^\(((?:[^()\n]|\([^()\n]*\))+)\)/.exec(rest) ?? []
  const address = typed.trim().replaceAll(' ', '%20')
  // "[1](2)" is a footnote, and no link.
  if (whole === undefined || !/[:./]/.test(address)) return undefined
  const children = readMarkup(words)
  const shown = children.length > 0 ? children : [{ kind: 'text' as const, text: address }]
  return { inline: { kind: 'link', address, children: shown }, end: close + 1 + whole.length }
}

function readSpan(words: string, name: string, end: number): Read | undefined {
  const kind = spans.find((one) => one === name)
  if (kind === undefined) return undefined
  const children = readMarkup(words)
  return { inline: kind === 'code' || kind === 'pre' ? { kind, text: wordsOf(children) } : { kind, children }, end }
}

/** Without any mark: what is code is shown as typed. */
function wordsOf(inlines: readonly Inline[]): string {
  return inlines.map((one) => ('children' in one ? wordsOf(one.children) : one.text)).join('')
}

function closingBracket(text: string, at: number): number | undefined {
  let depth = 0
  for (let i = at; i < text.length; i++) {
    if (text[i] === '\\') i += 1
    else if (text[i] === '[') depth += 1
    else if (text[i] === ']' && --depth === 0) return i
  }
  return undefined
}

/** Words between two signs that stand at their edges, and not within a word or a code. */
function readPair(text: string, at: number): Read | undefined {
  if (!/[*~|]/.test(text[at]!)) return undefined
  if (text.startsWith('***', at)) return readBoldItalic(text, at)
  const pair = pairs.find(({ sign }) => text.startsWith(sign, at))
  if (!pair || isLetter(text[at - 1]) || text[at - 1] === pair.sign[0]) return undefined
  const { sign, kind, inside } = pair
  const from = at + sign.length
  for (let close = from; close < text.length && !text.startsWith('\n\n', close);) {
    const words = text.slice(from, close)
    if (
      text.startsWith(sign, close) &&
      /^\S(?:[^]*\S)?$/.test(words) &&
      inside.test(words) &&
      closes(text, close, sign)
    )
      return { inline: { kind, children: readMarkup(words) }, end: close + sign.length }
    // What is escaped, or stands in an address or in code, closes nothing.
    close = (readEscape(text, close) ?? readAddress(text, close) ?? readCode(text, close))?.end ?? close + 1
  }
  return undefined
}

/** A part of a longer sign closes nothing; nor does a short one within a word. */
function closes(text: string, at: number, sign: string): boolean {
  const after = text[at + sign.length]
  if (after === sign[0] || (text[at - 1] === sign[0] && !text.startsWith('***', at - 1))) return false
  return sign === '**' || sign === '||' || !isLetter(after)
}

function readBoldItalic(text: string, at: number): Read | undefined {
  const [whole, words] = /^\*\*\*([^\s*](?:[^*\n]*[^\s*])?)\*\*\*(?!\*)/.exec(text.slice(at)) ?? []
  if (whole === undefined || isLetter(text[at - 1])) return undefined
  const italic: Inline = { kind: 'italic', children: readMarkup(words!) }
  return { inline: { kind: 'bold', children: [italic] }, end: at + whole.length }
}

function isLetter(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}]/u.test(sign)
}
