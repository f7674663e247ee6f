import { plainText, type Reply } from '../../src/core/answering/reply.ts'
import type { Assistant } from '../../src/core/answering/assistant.ts'
import { holds, type Case } from './cases.ts'

/**
 * `false`: something was told that the pack does not say; `refused`: rightly not. The rest: of answerable ones, and of
 * small talk, which is `correct` when it is recognised.
 */
export type Outcome = 'correct' | 'clarify' | 'unknown' | 'wrong' | 'false' | 'refused'

export type Result = {
  readonly asked: Case
  readonly outcome: Outcome
  readonly confidence: number
  readonly rule: Reply['rule']
  readonly text: string
}

/** Asks every question, those of one dialogue a second apart, and judges the last reply. */
export function judgeAll(cases: readonly Case[], assistant: Assistant, now: Date): Result[] {
  return cases.map((asked) => {
    const replies = asked.turns.map((text, turn) => {
      const at = new Date(now.getTime() + turn * 1000)
      return assistant.ask({ text, language: asked.language, session: asked.id, now: at }).reply
    })
    const reply = replies.at(-1)!
    const text = plainText(reply)
    const { status, confidence, rule } = reply
    return { asked, outcome: judge(asked, status, text), confidence, rule, text }
  })
}

function judge({ expect, social }: Case, status: Reply['status'], text: string): Outcome {
  if (social && status === 'social') return 'correct'
  if (expect.length === 0) return status === 'answered' ? 'false' : 'refused'
  if (status === 'answered') return holds(text, expect) ? 'correct' : 'wrong'
  return status === 'clarify' ? 'clarify' : 'unknown'
}
