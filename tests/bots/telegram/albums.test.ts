import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aDirectory } from '../../support/packs.ts'
import { data, openTelegram, organizer } from '../../support/telegram/announcing.ts'
import type { Payload } from '../../support/telegram/server.ts'
import { aFile, aMembership, aPress } from '../../support/telegram/updates.ts'

const { api, started, terminal, beside, after, say, subscriber, turn, texts } = await openTelegram()

const origin = { type: 'user', date: 1, sender_user: { id: 5, is_bot: false, first_name: 'Someone' } }

/** Pictures of one album, which arrive together; the first has the words. */
function anAlbum(count: number, caption: string, album = 'A'): Payload[] {
  return Array.from({ length: count }, (_, nth) =>
    aFile('photo', {
      from: organizer,
      media_group_id: album,
      forward_origin: origin,
      ...(nth === 0 ? { caption } : {}),
    }),
  )
}

/** The calls that sent albums to a chat, each with its pictures and the words under each. */
function albumsTo(chat: number): { files: number; captions: unknown[] }[] {
  return api.calls
    .filter(({ method, payload, status }) => method === 'sendMediaGroup' && payload.chat_id === chat && status === 200)
    .map(({ payload }) => {
      const media = payload.media as { caption?: string }[]
      return { files: media.length, captions: media.map(({ caption }) => caption) }
    })
}

async function passedOn(messages: readonly Payload[]) {
  const before = texts(organizer.id).length
  for (const one of messages) api.push(one)
  await api.until(() => texts(organizer.id).length > before, 'the draft')
  await api.until(() => texts(organizer.id).at(-1)!.includes(`(${messages.length})`), 'all files on it')
  return api.shown(organizer.id).at(-1)!
}

describe('an album', () => {
  test('passed on becomes one page, goes out as one album, is corrected in place and recalled whole', async () => {
    await using _bot = await started()
    const person = await subscriber('en')
    const channel = { id: -100_710, type: 'channel', title: 'News' }
    await after(aMembership(channel, organizer, 'administrator'), organizer.id)
    const pages = texts(organizer.id).length
    const draft = await passedOn(anAlbum(3, 'Hall changed\nNow B'))
    expect(texts(organizer.id)).toHaveLength(pages + 1)
    expect(draft.text).toContain('Hall changed\nNow B\n• Files (3): picture.jpg ×3')
    await after(aPress(draft, data(draft, /^Preview/)), organizer.id)
    await api.until(() => albumsTo(organizer.id).length === 1, 'a preview')
    await turn(draft, /Make it urgent/)
    const id = '1'
    await terminal.run('send', id, '--yes')
    await beside.reached(id)
    const words = '<b>Hall changed</b>\n\nNow B'
    const way = '\n\n<i>From the organizers of Small Summit, since you subscribed · /unsubscribe</i>'
    expect(albumsTo(person.id)).toEqual([{ files: 3, captions: [words + way, undefined, undefined] }])
    expect(albumsTo(channel.id)).toEqual([{ files: 3, captions: [words, undefined, undefined] }])
    expect(await terminal.run('show', id)).toMatchObject({ total: 2, sent: 2 })
    const copies = api.shown(person.id).slice(-3)
    const path = join(aDirectory({ 'again.yaml': 'title: {en: Hall changed}\nbody: {en: Now C}' }), 'again.yaml')
    await terminal.run('correct', id, '--file', path)
    await api.until(() => copies[0]!.text.includes('Now C'), 'corrected')
    expect(copies.map(({ text, edits }) => [text.includes('Now C'), edits])).toEqual([
      [true, 1],
      [false, 0],
      [false, 0],
    ])
    expect(copies[0]!.text).toContain('/unsubscribe')
    await terminal.run('recall', id, '--yes')
    await api.until(() => !texts(person.id).some((text) => text.includes('Now C')), 'recalled')
    await api.until(() => api.shown(person.id).every((one) => !copies.includes(one)), 'all of it')
  })

  test('of which no message can be deleted any more says so once, where its words were', async () => {
    await using _bot = await started()
    const person = await subscriber('en')
    await turn(await passedOn(anAlbum(2, 'Hall changed\nNow B', 'B')), /Make it urgent/)
    await terminal.run('send', '1', '--yes')
    await beside.reached('1')
    api.fault = (method) =>
      method === 'deleteMessage' || method === 'editMessageText'
        ? { status: 400, description: "Bad Request: message can't be deleted" }
        : undefined
    await terminal.run('recall', '1', '--yes')
    await api.until(() => texts(person.id).some((text) => text.includes('recalled')), 'a notice')
    const lines = texts(person.id).slice(-2)
    expect(lines[0]).toContain('This announcement was recalled')
    expect(lines[1]).toBe('')
  })

  test('whose text is corrected before its pictures are sent loses none of them, and has the new text', async () => {
    await using _bot = await started()
    const person = await subscriber('en')
    await turn(await passedOn(anAlbum(3, `Hall changed\n${'x'.repeat(1100)}`, 'D')), /Make it urgent/)
    let waits = true
    api.fault = (method, { chat_id: chat }) =>
      waits && method === 'sendMediaGroup' && chat === person.id ? { status: 429, retryAfter: 1 } : undefined
    await terminal.run('send', '1', '--yes')
    await api.until(() => texts(person.id).some((text) => text.includes('xxx')), 'the text')
    const short = join(aDirectory({ 'again.yaml': 'title: {en: Hall changed}\nbody: {en: Now C}' }), 'again.yaml')
    await terminal.run('correct', '1', '--file', short)
    waits = false
    expect(await beside.reached('1')).toMatchObject({ sent: 1, possiblyTwice: 0 })
    expect(albumsTo(person.id)).toEqual([{ files: 3, captions: [undefined, undefined, undefined] }])
    const shown = (): string[] => texts(person.id).slice(-4)
    await api.until(() => shown()[0]!.includes('Now C'), 'the new text')
    expect(shown().slice(1)).toEqual(['', '', ''])
    expect(await terminal.run('show', '1')).toMatchObject({ correction: { done: 1, impossible: 0 } })
  })

  test('corrected beyond a caption: who corrects is told before, of how many copies', async () => {
    await using _bot = await started()
    const person = await subscriber('en')
    await turn(await passedOn(anAlbum(2, 'Hall changed\nNow B', 'F')), /Make it urgent/)
    await terminal.run('send', '1', '--yes')
    await beside.reached('1')
    const long = `Now C ${'x'.repeat(1000)}`
    const path = join(aDirectory({ 'l.yaml': `title: {en: Hall changed}\nbody: {en: ${long}}` }), 'l.yaml')
    expect(await terminal.fails('correct', '1', '--file', path)).toMatchObject({
      status: 1,
      said: expect.stringMatching(/Telegram, English: one copy keeps .* where 9\d\d letters fit; .* 1020\./) as string,
    })
    const board = await say('/announce', organizer)
    await turn(board, /No. 1 /)
    await turn(board, /^Correct/)
    const asked = await say(`Hall changed\n${long}`, organizer)
    expect(asked.text).toMatch(/one copy keeps the old text, since it stands below files/)
    await turn(asked, /and tell/)
    await api.until(() => texts(person.id).at(-1)!.includes('Now C'), 'told in a new message')
    expect(texts(person.id).some((text) => text.includes('Now B'))).toBe(true)
  })

  test('that is refused for the moment goes out whole a little later, once', async () => {
    await using _bot = await started()
    const person = await subscriber('en')
    await turn(await passedOn(anAlbum(4, 'Hall changed\nNow B', 'C')), /Make it urgent/)
    let left = 1
    api.fault = (method, { chat_id: chat }) =>
      method === 'sendMediaGroup' && chat === person.id && left-- > 0 ? { status: 429, retryAfter: 1 } : undefined
    await terminal.run('send', '1', '--yes')
    expect(await beside.reached('1')).toMatchObject({ sent: 1, possiblyTwice: 0 })
    expect(albumsTo(person.id)).toHaveLength(1)
  })

  test('is uploaded once, and named by Telegram’s ids from then on', async () => {
    await using _bot = await started()
    const people = [await subscriber('en'), await subscriber('en')]
    const directory = aDirectory({ 'a.jpg': 'a', 'b.jpg': 'b' })
    const attachment = [join(directory, 'a.jpg'), join(directory, 'b.jpg')]
    const id = await terminal.create({ attachment })
    await terminal.run('send', id, '--yes')
    await beside.reached(id)
    const media = people.map(({ id: chat }) =>
      (
        api.calls.find(({ method, payload }) => method === 'sendMediaGroup' && payload.chat_id === chat)!.payload
          .media as { media: string }[]
      ).map((one) => one.media.startsWith('attach://')),
    )
    expect(new Set(media.map(String))).toEqual(new Set(['true,true', 'false,false']))
  })
})

describe('a picture', () => {
  test('with “/announce” under it makes a draft; of an album replied to, itself alone, which is said', async () => {
    await using _bot = await started()
    const draft = await after(
      aFile('photo', { from: organizer, caption: '/announce Hall changed\nNow B' }),
      organizer.id,
    )
    expect(draft.text).toContain('Hall changed\nNow B\n• File: picture.jpg')
    const replied = (
      aFile('photo', { from: organizer, media_group_id: 'Z', caption: 'Dinner' }) as { message: Payload }
    ).message
    expect((await say('/announce', organizer, { reply_to_message: replied })).text).toContain('Of an album')
  })

  test('too much for its text is told of before sending, and one file is taken off by a press', async () => {
    await using _bot = await started()
    await subscriber('en')
    const draft = await passedOn(anAlbum(2, `Hall\n${'x'.repeat(1100)}`, 'E'))
    expect(draft.text).toMatch(
      /Telegram: the text is longer than a caption allows \(1106 of \d+\), so it will be 2 messages/,
    )
    await turn(draft, /Remove files/)
    await turn(draft, /1\. picture/)
    expect(draft.text).toContain('File: picture.jpg')
  })
})
