import { expect, test } from 'vitest'
import { createAssistant } from '../../../src/core/answering/assistant.ts'
import { loadPack } from '../../../src/knowledge/load.ts'
import { aDirectory } from '../../support/packs.ts'

const now = new Date('2026-04-20T04:00:00Z')
const long = Array.from({ length: 20_000 }, (_, at) => `Session ${at} of the meeting is not in hall ${at % 7}.`).join(
  ' ',
)

test.for([
  ['text', { id: 'report', title: { en: 'Report' }, text: { en: long } }],
  ['title', { id: 'report', title: { en: long } }],
  ['word', { id: 'report', title: { en: 'Report' }, text: { en: 'a'.repeat(200_000) } }],
] as const)('a %s of a book’s length is compiled and asked in seconds', { timeout: 20_000 }, ([, entry]) => {
  const entries = [entry, { id: 'lunch', title: { en: 'Lunch' }, text: { en: 'At noon.' } }]
  const pack = { id: 'long', languages: ['en'], title: { en: 'Long' }, timeZone: 'Asia/Almaty', entries }
  const assistant = createAssistant(loadPack(`${aDirectory({ 'pack.json': JSON.stringify(pack) })}/pack.json`))
  expect(assistant.ask({ text: 'lunch', language: 'en', now }).reply.entries).toEqual(['lunch'])
})
