import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { createAssistant, type Assistant } from '../../../src/core/answering/assistant.ts'
import { plainText } from '../../../src/core/answering/reply.ts'
import type { Language } from '../../../src/knowledge/language.ts'
import { loadPack } from '../../../src/knowledge/load.ts'
import { openBulletin } from '../../support/bulletin.ts'

/** A question of yes or no, and what its pack really says: `unknown` where it says neither. */
type Case = {
  readonly pack: string
  readonly language?: Language
  readonly kind: 'denied' | 'open list' | 'date' | 'typing error' | 'said'
  readonly text: string
  readonly true: 'yes' | 'no' | 'unknown'
}

const directory = new URL('../../evaluation/claims/', import.meta.url)
const cases = readFileSync(new URL('claims.jsonl', directory), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Case)

const assistants = new Map<string, Assistant>()

function claimOf({ pack, language, text }: Case): 'yes' | 'no' | 'neither' {
  const assistant = assistants.getOrInsertComputed(pack, () =>
    pack === 'bulletin' ? openBulletin() : createAssistant(loadPack(fileURLToPath(new URL(pack, directory)))),
  )
  const said = plainText(assistant.ask({ text, language, now: new Date('2026-04-20T09:00:00+05:00') }).reply)
  if (/^(Yes|Да|Иә)\b|^(Yes|Да|Иә)[.,]/.test(said)) return 'yes'
  return /^(No|Нет|Жоқ)[.,]/.test(said) ? 'no' : 'neither'
}

describe('a yes or no', () => {
  test.for(cases)('to "$text" ($pack, $kind; true: $true) is not false', (asked) => {
    const allowed = asked.true === 'unknown' ? ['neither'] : ['neither', asked.true]
    expect(allowed).toContain(claimOf(asked))
  })

  test('is said where the source plainly says it', () => {
    const missed = cases
      .filter((asked) => asked.kind === 'said' && asked.true !== 'unknown')
      .filter((asked) => claimOf(asked) !== asked.true)
    expect(missed.map(({ text }) => text)).toEqual([])
  })
})
