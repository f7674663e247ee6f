import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { plainText, type Suggestion } from '../../core/answering/reply.ts'
import type { Assistant } from '../../core/answering/assistant.ts'
import { say } from '../../core/i18n.ts'
import { wordsIn } from '../../knowledge/pack.ts'
import type { Language } from '../../knowledge/language.ts'

const session = 'terminal'

/** Talks until the input ends. A number chooses one of the topics just offered. */
export async function converse(
  assistant: Assistant,
  {
    input,
    output,
    language,
    defaultLanguage,
  }: { input: Readable; output: Writable; language: Language | undefined; defaultLanguage: Language },
): Promise<void> {
  const { pack } = assistant
  const subject = wordsIn(pack.title, language ?? defaultLanguage) ?? pack.id
  output.write(`${say(language ?? defaultLanguage, 'terminal.intro', { subject })}\n`)
  const lines = createInterface({ input, output, prompt: say(language ?? defaultLanguage, 'terminal.prompt') })
  let offered: readonly Suggestion[] = []
  lines.prompt()
  for await (const line of lines) {
    const now = new Date()
    const chosen = offered[Number(line.trim()) - 1]
    const reply =
      (chosen && assistant.choose(chosen.id, { language: language ?? defaultLanguage, session, now })) ??
      assistant.ask({ text: line, language, session, now }).reply
    offered = reply.suggestions
    output.write(`${plainText(reply)}\n`)
    if (offered.length > 0) output.write(`${say(reply.language, 'terminal.choices')} 1–${offered.length}\n`)
    lines.prompt()
  }
  output.write('\n')
}
