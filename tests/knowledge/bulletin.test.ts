import { describe, expect, test } from 'vitest'
import { inspectPack } from '../../src/knowledge/load.ts'
import { readPackFiles } from '../../src/knowledge/pack-files.ts'
import { bulletin } from '../support/packs.ts'
import { openBulletin, bulletinKnowledge } from '../support/bulletin.ts'
import { plainText } from '../../src/core/answering/reply.ts'
import { languages } from '../../src/knowledge/language.ts'

const { pack } = bulletinKnowledge
const assistant = openBulletin()
const entries = pack.entries.filter(({ type }) => type !== 'gap')

describe.each(languages)('the bulletin in %s', (language) => {
  test('has ten questions or more for every entry', () => {
    expect(entries.filter(({ questions }) => questions[language].length < 10).map(({ id }) => id)).toEqual([])
  })

  test('answers every topic with something and says where it stands', () => {
    const now = new Date('2026-11-24T09:00:00+05:00')
    const replies = entries.map(({ id }) => plainText(assistant.choose(id, { language, now })!))
    expect(replies.filter((text) => !/§\d/.test(text) || text.split('\n').length < 2)).toEqual([])
  })

  test('does not ask the same question of two entries', () => {
    const asked = pack.entries.flatMap(({ questions }) => questions[language])
    expect(asked.length).toBe(new Set(asked).size)
  })
})

test('says everything in its three languages', () => {
  expect(inspectPack(readPackFiles(bulletin))).toMatchObject({ faults: [], warnings: [] })
})

test('an expected result is told with the note that its outcome is not known', () => {
  const reply = assistant.choose('joint-declaration', { language: 'en', now: new Date('2026-11-24T09:00:00Z') })!
  expect(plainText(reply)).toContain('no information on the outcome')
})

test('before the summit that note would be out of place', () => {
  const reply = assistant.choose('joint-declaration', { language: 'en', now: new Date('2026-04-01T09:00:00Z') })!
  expect(plainText(reply)).not.toContain('no information on the outcome')
})
