import { languages as all, type Language } from '../../../knowledge/language.ts'
import { languageOf } from '../../../languages/known/all.ts'
import { say } from '../../i18n.ts'
import type { Written } from './written.ts'

type Block = { readonly language: Language | undefined; readonly text: string }

/**
 * The languages of one message: its paragraphs by the language of each, or what stands under a line that names one
 * ("RU", "Қазақша:", "🇬🇧"). Undefined if it is not in several languages, each of them in one piece: a text may quote
 * another language.
 */
export function blocksOf(text: string, languageOfBlock: (block: string) => Language | undefined): Written | undefined {
  return writtenIn(headedBlocks(text)) ?? writtenIn(paragraphBlocks(text, languageOfBlock))
}

/** One text for each language, if each has one and there are several. */
function writtenIn(blocks: readonly Block[] | undefined): Written | undefined {
  if (!blocks) return undefined
  const named = blocks.flatMap(({ language, text }) => (language === undefined ? [] : [[language, text] as const]))
  const isApart = new Set(named.map(([language]) => language)).size === named.length
  return named.length === blocks.length && named.length > 1 && isApart ? Object.fromEntries(named) : undefined
}

/** What stands under each line that only names a language; undefined where the first line is none. */
function headedBlocks(text: string): Block[] | undefined {
  const blocks: { language: Language; lines: string[] }[] = []
  for (const line of text.trim().split('\n')) {
    const language = headingLanguage(line)
    if (language !== undefined) blocks.push({ language, lines: [] })
    else if (blocks.length === 0) return undefined
    else blocks.at(-1)!.lines.push(line)
  }
  const filled = blocks.map(({ language, lines }) => ({ language, text: lines.join('\n').trim() }))
  return filled.every((block) => block.text !== '') ? filled : undefined
}

/** Paragraphs of one language together; what has no language goes with what it follows. */
function paragraphBlocks(text: string, languageOfBlock: (block: string) => Language | undefined): Block[] {
  const blocks: { language: Language | undefined; paragraphs: string[] }[] = []
  for (const paragraph of text.trim().split(/\n[^\S\n]*\n\s*/)) {
    const language = languageOfBlock(paragraph)
    const last = blocks.at(-1)
    if (last && (language === undefined || last.language === undefined || last.language === language)) {
      last.paragraphs.push(paragraph)
      last.language ??= language
    } else blocks.push({ language, paragraphs: [paragraph] })
  }
  return blocks.map(({ language, paragraphs }) => ({ language, text: paragraphs.join('\n\n') }))
}

/** The language that a line names and nothing else: by its code, its flag or its own name. */
function headingLanguage(line: string): Language | undefined {
  const name = line
    .trim()
    .toLowerCase()
    .replace(/^[[(#/*_-]+|[\])*_:–—-]+$/gu, '')
    .trim()
  return all.find((one) => namesOf(one).has(name))
}

function namesOf(language: Language): ReadonlySet<string> {
  const { code, headings = [] } = languageOf(language)
  return new Set([code, ...headings, say(language, 'language.name').toLowerCase()])
}
