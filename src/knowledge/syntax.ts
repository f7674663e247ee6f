import type { Fault } from './fault.ts'
import { firstLine } from './pack-files.ts'

/** How js-yaml tells where it stopped; lines count from 0. */
type Marked = Error & { readonly reason: string; readonly mark: { readonly line: number } }

/** What is wrong with the writing of a file, in words of whoever wrote it: where, and what to write instead. */
export function describeSyntax(error: unknown, source: string): Pick<Fault, 'place' | 'line' | 'message'> {
  if (!isMarked(error)) return { place: '', message: firstLine(error) }
  const lines = source.split('\n')
  const at = slipNear(error.mark.line, lines) ?? error.mark.line
  return { place: '', line: at + 1, message: remedyFor(lines[at] ?? '', error.reason) }
}

/** The slip itself often stands a line before the one at which the parser stops. */
function slipNear(line: number, lines: readonly string[]): number | undefined {
  return [line, line - 1].find((at) => hasSlip(lines[at] ?? ''))
}

function hasSlip(line: string): boolean {
  return line.includes('\t') || hasBareColon(line) || hasOpenQuote(line) || hasBareStart(line)
}

function remedyFor(line: string, reason: string): string {
  const [, key = 'title', value = ''] = /^\s*(?:-\s+)?([\p{L}\p{N}_-]+):\s+(.*?)\s*$/u.exec(line) ?? []
  const quoted = `${key}: "${value.replaceAll('"', '\\"')}"`
  if (/^\s*\t/.test(line)) return 'begins with a tab; indent with spaces'
  if (hasBareColon(line)) return `a text with a colon in it; put the text in quotes: ${quoted}`
  if (hasOpenQuote(line))
    return `${key} begins or ends in a quotation mark alone; put the whole text in quotes, or none of it`
  if (hasBareStart(line))
    return `${key} begins with a sign that means something else; put the text in quotes: ${quoted}`
  if (/indentation/.test(reason))
    return 'is not as far in as its neighbours; begin it in the same column as the line above'
  if (/duplicated mapping key/.test(reason)) return 'has the same key twice; keep one of them'
  return `can't be read (${reason}); compare it with the lines above`
}

/** "title: Wi-Fi: how to" */
function hasBareColon(line: string): boolean {
  return /^\s*(?:-\s+)?[\p{L}\p{N}_-]+:\s+(?!["'[{|>#&*!])[^"#]*:(?:\s|$)/u.test(line)
}

/** `title: "Water" and us`, `title: "Water` */
function hasOpenQuote(line: string): boolean {
  const value = /:\s+(["'])(.*)$/.exec(line)
  return (
    value !== null &&
    !new RegExp(`^(?:[^${value[1]}\\\\]|\\\\.|${value[1]}{2})*${value[1]}\\s*(?:#.*|,.*)?$`).test(value[2]!)
  )
}

/** What begins with @, %, ` or * means something to YAML. */
function hasBareStart(line: string): boolean {
  return /^\s*(?:-\s+)?[\p{L}\p{N}_-]+:\s+[@%`*&!]/u.test(line)
}

function isMarked(error: unknown): error is Marked {
  return error instanceof Error && 'reason' in error && 'mark' in error && typeof error.mark === 'object'
}
