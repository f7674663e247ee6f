import { Worker } from 'node:worker_threads'
import { describe, expect, test } from 'vitest'
import { openAssistant } from '../../../src/core/answering/assistant.ts'
import { plainText } from '../../../src/core/answering/reply.ts'
import { compileApart, messageOf } from '../../../src/core/knowledge-base/compile-apart.ts'
import { holdKnowledge } from '../../../src/core/knowledge-base/knowledge.ts'
import { openKnowledgeBase } from '../../../src/core/knowledge-base/knowledge-base.ts'
import { PackError } from '../../../src/knowledge/fault.ts'
import { loadPack, packFrom } from '../../../src/knowledge/load.ts'
import { aDirectory, smallPack } from '../../support/packs.ts'

const now = new Date('2026-11-24T09:00:00Z')

function anEdition(...entries: string[]) {
  const source = entries.map((entry) => `- ${entry}\n`).join('')
  return openKnowledgeBase(packFrom({ path: 'edition', files: [{ name: 'entries.yaml', source }], faults: [] }))
}

const lunch =
  '{ id: lunch, title: Lunch, says: [{ about: when, en: Lunch is at noon. }, { about: where, en: In the hall. }] }'
const dinner = '{ id: dinner, title: Dinner, text: Dinner is at seven. }'

describe('an assistant whose knowledge is replaced', () => {
  test('answers from the new pack, and shows it', () => {
    const knowledge = holdKnowledge(anEdition(lunch))
    const assistant = openAssistant(knowledge, 'en')
    knowledge.replace(anEdition(lunch.replace('noon', 'one')))
    expect(plainText(assistant.ask({ text: 'When is lunch?', now }).reply)).toContain('Lunch is at one.')
    expect(assistant.pack).toBe(knowledge.current().pack)
  })

  test('still knows what was spoken of', () => {
    const knowledge = holdKnowledge(anEdition(lunch))
    const assistant = openAssistant(knowledge, 'en')
    assistant.ask({ text: 'When is lunch?', session: 's', now })
    knowledge.replace(anEdition(dinner, lunch.replace('the hall', 'the garden')))
    expect(plainText(assistant.ask({ text: 'and where?', session: 's', now }).reply)).toContain('In the garden.')
  })

  test('has no answer to a choice of what is there no more, and goes on talking', () => {
    const knowledge = holdKnowledge(anEdition(lunch, dinner))
    const assistant = openAssistant(knowledge, 'en')
    assistant.ask({ text: 'When is lunch?', session: 's', now })
    knowledge.replace(anEdition(dinner))
    expect(assistant.choose('lunch', { language: 'en', now })).toBeUndefined()
    expect(assistant.entry('lunch')).toBeUndefined()
    expect(assistant.ask({ text: 'and where?', session: 's', now }).reply.entries).not.toContain('lunch')
  })
})

describe('compileApart', () => {
  test('gives what compiling here would', async () => {
    expect((await compileApart(smallPack)).pack).toEqual(openKnowledgeBase(loadPack(smallPack)).pack)
  })

  test('brings the faults of a pack with their lines', async () => {
    const directory = aDirectory({ 'entries.yaml': '- id: a\n  text: x\n  place: atlantis\n' })
    const refused = compileApart(directory)
    await expect(refused).rejects.toBeInstanceOf(PackError)
    await expect(refused).rejects.toThrow('entries.yaml, line 3, entry a: place names atlantis')
  })

  test('does not wait for a thread that ended and said nothing', async () => {
    const silent = new Worker('process.exit(3)', { eval: true })
    await expect(messageOf(silent)).rejects.toThrow('ended with status 3')
  })

  test('ends when it is stopped', async () => {
    await expect(compileApart(smallPack, AbortSignal.abort())).rejects.toThrow(/abort/)
  })
})
