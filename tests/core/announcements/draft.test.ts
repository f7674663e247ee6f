import { describe, expect, test } from 'vitest'
import { policyOf, type Announcement } from '../../../src/core/announcements/announcement.ts'
import { readDraft } from '../../../src/core/announcements/draft.ts'
import { problemsIn, type Measure } from '../../../src/core/announcements/validate.ts'

const zone = 'Asia/Almaty'
const now = new Date('2026-04-20T09:00:00Z')
const whole = { title: { kk: 'a', ru: 'b', en: 'c' }, body: { kk: 'd', ru: 'e', en: 'f' } }

describe('a file', () => {
  test('is read, with moments at the venue and without texts that say nothing', () => {
    const read = readDraft(
      {
        ...whole,
        body: { ...whole.body, en: '  ' },
        sendAt: '2026-04-22 09:00',
        urgency: 'urgent',
        audience: { topics: ['Press'] },
      },
      zone,
    )
    expect(read).toMatchObject({
      draft: {
        content: { body: { kk: 'd', ru: 'e' } },
        sendAt: new Date('2026-04-22T04:00:00Z'),
        urgency: 'urgent',
        audience: { topics: ['Press'] },
      },
    })
    expect('draft' in read && 'en' in read.draft.content.body).toBe(false)
  })

  test.for([
    { value: { ...whole, titel: 'x' }, says: /unknown: titel; known are title, body/ },
    { value: { title: { de: 'x' } }, says: /unknown: de; known are kk, ru and en/ },
    { value: { title: 'x' }, says: /^title is "x": / },
    { value: {}, says: /^title: missing|missing; write/ },
    { value: undefined, says: /missing; write title/ },
    { value: { ...whole, urgency: 'now' }, says: /^urgency is "now": use routine or urgent$/ },
    {
      value: { ...whole, audience: { platforms: ['whatsapp'] } },
      says: /^audience.platforms.0 is "whatsapp": use telegram, discord$/,
    },
    { value: { ...whole, audience: { platforms: [] } }, says: /audience.platforms is \[\]: name one/ },
    {
      value: { ...whole, audience: { topics: ['a, b'] } },
      says: /^audience.topics.0 is "a, b": write a name without a comma$/,
    },
    {
      value: { ...whole, audience: { topics: ['x'.repeat(41)] } },
      says: /^audience.topics.0 is "x+": write a name of up to 40 letters$/,
    },
    { value: { ...whole, sendAt: 'tomorrow' }, says: /^sendAt is "tomorrow": write a time at the venue such as/ },
    { value: { ...whole, sendNotAfter: '2026-02-30 10:00' }, says: /^sendNotAfter is "2026-02-30 10:00"/ },
  ])('with $says is refused, with place, value and remedy', ({ value, says }) => {
    const read = readDraft(value, zone)
    expect('faults' in read && read.faults.join('\n')).toMatch(says)
  })

  test('with several faults names them all', () => {
    const read = readDraft({ ...whole, urgency: 'now', audience: { kinds: ['pet'] } }, zone)
    expect('faults' in read && read.faults).toHaveLength(2)
  })
})

const measure: Measure = ({ content }, languages) => ({
  platform: 'telegram',
  languages,
  units: (content.body[languages[0]!] ?? '').length,
  limit: 20,
  messages: 1,
  sizes: [1],
})

describe('the gate', () => {
  function problems(changes: Partial<Announcement>): string[] {
    const announcement: Announcement = {
      id: '1',
      policy: policyOf('routine'),
      state: 'draft',
      content: whole,
      version: 1,
      audience: {},
      urgency: 'routine',
      fallback: undefined,
      sendAt: undefined,
      startAt: undefined,
      notAfter: undefined,
      pause: undefined,
      author: 'telegram:1',
      createdAt: now,
      startedAt: undefined,
      finishedAt: undefined,
      ...changes,
    }
    return problemsIn(announcement, [measure], { language: 'en', now, timeZone: zone })
  }

  test('lets through what has all languages', () => expect(problems({})).toEqual([]))

  test.for([
    {
      when: 'a language is missing',
      changes: { content: { title: { ru: 'b' }, body: { ru: 'e' } } },
      says: [/^Қазақша: there is no text.*its readers get instead/, /^English: there is no text/],
    },
    { when: 'nothing is written', changes: { content: { title: {}, body: {} } }, says: [/no text/] },
    {
      when: 'a body has no title',
      changes: { content: { title: { ru: 'b' }, body: { ru: 'e', en: 'f' } }, fallback: 'ru' as const },
      says: [/^English: the text has no title/],
    },
    {
      when: 'one language has only a title',
      changes: { content: { ...whole, body: { kk: 'd', ru: 'e' } } },
      says: [/^English: there is a title alone/],
    },
    {
      when: 'a text is too long',
      changes: { content: { ...whole, body: { ...whole.body, ru: 'x'.repeat(21) } } },
      says: [/^Русский: 21 letters are too long for Telegram, which takes 20/],
    },
    {
      when: 'the fallback is not written',
      changes: { content: { title: { ru: 'b' }, body: { ru: 'e' } }, fallback: 'kk' as const },
      says: [/^Қазақша is to stand in for other languages, but there is no text/],
    },
    {
      when: 'a link opens nowhere',
      changes: { content: { ...whole, body: { ...whole.body, en: '[x](javascript:1)' } } },
      says: [/link javascript:1 opens nowhere/],
    },
    {
      when: 'its time has passed',
      changes: { sendAt: new Date('2026-04-20T08:59:59Z') },
      says: [/Its time, .*, has passed/],
    },
    {
      when: 'it would be stale before it starts',
      changes: { sendAt: new Date('2026-04-22T09:00:00Z'), notAfter: new Date('2026-04-22T08:00:00Z') },
      says: [/not to be sent any more before it begins/],
    },
  ])('holds back when $when', ({ changes, says }) => {
    const found = problems(changes)
    expect(found).toHaveLength(says.length)
    for (const [at, pattern] of says.entries()) expect(found[at]).toMatch(pattern)
  })

  test('lets a fallback stand in for missing languages, if an organizer names it', () => {
    expect(problems({ content: { title: { ru: 'b' }, body: { ru: 'e' } }, fallback: 'ru' })).toEqual([])
  })

  test('measures only the platforms that it is for', () => {
    expect(
      problems({
        content: { ...whole, body: { ...whole.body, ru: 'x'.repeat(21) } },
        audience: { platforms: ['discord'] },
      }),
    ).toEqual([])
  })
})
