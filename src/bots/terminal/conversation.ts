import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { plainText, type Suggestion } from '../../core/answering/reply.ts'
import type { Assistant } from '../../core/answering/assistant.ts'
import { say } from '../../core/i18n.ts'
import { wordsIn } from '../../knowledge/pack.ts'
import { languages, type Language } from '../../knowledge/language.ts'
import { keepHistory, readHistory } from './history.ts'
import { fitted, styled, type Screen } from './screen.ts'

const session = 'terminal'

/** What people type to leave, in any of the languages and wherever they learnt it. */
const goodbyes = new Set(languages.flatMap((language) => say(language, 'terminal.leave').split(', ')))

export type Talk = {
  readonly input: Readable
  readonly output: Writable
  readonly screen: Screen
  /** That of all answers; without it each has that of its question. */
  readonly language: Language | undefined
  /** That of what is said before anything is asked. */
  readonly defaultLanguage: Language
  /** Where what was asked is kept for the next conversation; undefined: nowhere. */
  readonly historyFile: string | undefined
}

/**
 * Talks until the input ends, or until somebody leaves by a word. A number chooses one of the topics just offered.
 * Resolves with the number of lines that came.
 */
export async function converse(assistant: Assistant, talk: Talk): Promise<number> {
  const { input, output, screen, language, defaultLanguage, historyFile } = talk
  const spoken = language ?? defaultLanguage
  const { pack } = assistant
  const subject = wordsIn(pack.title, spoken) ?? pack.id
  const write = (text: string): void => void output.write(`${text}\n`)
  write(fitted(say(spoken, 'terminal.intro', { subject }), { ...screen, coloured: false }))
  const prompt = styled('bold', say(spoken, 'terminal.prompt'), screen.coloured)
  const isScreen = screen.columns !== undefined
  const history = readHistory(isScreen ? historyFile : undefined)
  const lines = createInterface({ input, output, prompt, terminal: isScreen, history, removeHistoryDuplicates: true })
  lines.on('history', (asked: string[]) => keepHistory(historyFile, asked))
  let offered: readonly Suggestion[] = []
  let count = 0
  let leaves = false
  let isClosed = false
  lines.once('close', () => (isClosed = true))
  lines.prompt()
  for await (const line of lines) {
    count++
    leaves = goodbyes.has(line.trim().toLowerCase())
    if (leaves) break
    if (line.trim() !== '') {
      const now = new Date()
      const chosen = offered[Number(line.trim()) - 1]
      const reply =
        (chosen && assistant.choose(chosen.id, { language: spoken, session, now })) ??
        assistant.ask({ text: line, language, session, now }).reply
      offered = reply.suggestions
      write(fitted(plainText(reply), screen))
      const numbers = offered.length === 1 ? '1' : `1–${offered.length}`
      const choices = `${say(reply.language, 'terminal.choices')} ${numbers}`
      if (offered.length > 0) write(styled('dim', choices, screen.coloured))
    }
    // The input may have ended while lines of it are still to be answered.
    if (!isClosed) lines.prompt()
  }
  // A terminal would keep the program waiting for more.
  lines.close()
  if (!leaves) output.write('\n')
  return count
}
