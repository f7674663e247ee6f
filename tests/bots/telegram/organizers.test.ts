import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { byDay } from '../../support/by-day.ts'
import { aDirectory } from '../../support/packs.ts'
import { data, openTelegram, organizer } from '../../support/telegram/announcing.ts'
import { aMessage, aPress } from '../../support/telegram/updates.ts'

const { api, started, terminal, beside, after, say, subscriber, turn, press, texts } = await openTelegram()

/** Who sends it, and why one gets it. */
const foot = 'From the organizers of Small Summit, since you subscribed · /unsubscribe'

describe('an organizer', () => {
  test('sends what is in one message with one press, and can take it back for half a minute', async () => {
    await using _bot = await started({}, byDay)
    const people = [await subscriber('ru'), await subscriber('kk')]
    const page = await say('/announce Зал изменён\nТеперь *B*\n\nЗал ауысты\nЕнді *B*', organizer, {
      entities: [{ type: 'bot_command', offset: 0, length: 9 }],
    })
    const texted = 'Қазақша: 1 (Telegram 1)\nЗал ауысты\nЕнді B\n• Русский: 1 (Telegram 1)\nЗал изменён\nТеперь B'
    expect(page.text).toContain(texted)
    expect(page.text).toMatch(/English: 0: they get it in Русский[^]*For 30 seconds/)
    await turn(page, /Send to 2$/)
    expect(page.text).toMatch(/scheduled[^]*Starts in 30 seconds/)
    expect(people.map(({ id }) => texts(id))).toEqual([[expect.anything()], [expect.anything()]])
    await turn(page, /Cancel/)
    expect(page.text).toContain('cancelled')
  })

  test('reaches people with one message and one press, once the pause to think again is over', async () => {
    let aheadMs = 0
    await using _bot = await started({}, () => new Date(byDay().getTime() + aheadMs))
    const people = [await subscriber('ru'), await subscriber('kk')]
    const page = await say('/announce Зал изменён\nТеперь B\n\nЗал ауысты\nЕнді B', organizer)
    await turn(page, /Send to 2$/)
    aheadMs += 31_000
    await beside.reached('1')
    expect(people.map(({ id }) => texts(id).at(-1)!.split('\n')[0])).toEqual(['Зал изменён', 'Зал ауысты'])
  })

  test('makes an announcement of a post that is passed on, with its picture; a question is answered', async () => {
    await using _bot = await started()
    await subscriber('en')
    const forwarded = {
      forward_origin: { type: 'channel', date: 1, message_id: 3, chat: { id: -1009, type: 'channel', title: 'N' } },
    }
    const page = await say('Hall changed\nNow B', organizer, {
      ...forwarded,
      caption: 'Hall changed\nNow B',
      text: undefined,
      photo: [{ file_id: 'f', file_unique_id: 'u', width: 1, height: 1 }],
    })
    expect(page.text).toMatch(/draft: Hall changed[^]*File: picture.jpg/)
    expect((await say('When is the summit?', organizer, forwarded)).text).not.toContain('draft')
  })

  test('writes all three languages one by one, previews, confirms the exact count and sees it through', async () => {
    await using _bot = await started()
    const people = [await subscriber('ru'), await subscriber('kk')]
    const board = await say('/announce', organizer)
    expect(board.text).toContain('none yet')
    const first = await press(board, /New announcement/)
    expect(first.text).toContain('Send the announcement in one message')
    await say('Hall changed\nNow *B*', organizer)
    await say('Зал ауысты\nЖаңасы – B', organizer)
    const draft = await say('Зал изменён\nТеперь B', organizer)
    expect(draft.text).toMatch(/No. \d+ · draft: Hall changed[^]*Comes to 2 destinations: Telegram 2/)
    const lengths = await after(aPress(draft, data(draft, /^Preview/)), organizer.id).then(() =>
      api
        .until(() => texts(organizer.id).at(-1)!.includes('of 4096'), 'lengths')
        .then(() => api.shown(organizer.id).at(-1)!),
    )
    expect(lengths.text).toMatch(/Telegram, English: 19 of 4096/)
    expect(texts(organizer.id)).toContain(`Hall changed\n\nNow B\n\n${foot}`)
    await turn(draft, /Make it urgent/)
    await turn(draft, /Send to 2…/)
    expect(draft.text).toContain('Destinations: 2')
    await turn(draft, /Yes, send to 2/)
    await api.until(() => /Delivered to all 2/.test(api.shown(organizer.id).at(-1)!.text), 'the page follows')
    await api.until(() => draft.text.includes('see below'), 'the report comes once')
    expect(people.map(({ id }) => api.shown(id).at(-1)!.text.split('\n')[0])).toEqual(['Зал изменён', 'Зал ауысты'])
    const id = /Announcement (\d+)/.exec(draft.text)![1]!
    expect((await terminal.run('show', id)).acts).toMatchObject([
      { act: 'create', who: 'telegram:99' },
      { act: 'amend' },
      { act: 'amend' },
      { act: 'amend' },
      { act: 'amend' },
      { act: 'schedule', who: 'telegram:99' },
      { act: 'start', who: 'jauap' },
      { act: 'finish' },
    ])
  })

  test('finds the draft as it was after a restart', async () => {
    const env = { DATABASE_URL: `sqlite:${join(aDirectory({}), 'jauap.db')}` }
    {
      await using _bot = await started(env)
      await press(await say('/announce', organizer), /New announcement/)
    }
    await using _bot = await started(env)
    expect((await say('Hall changed', organizer)).text).toContain('English: 0\nHall changed')
    expect((await say('/announce', organizer)).keyboard.flat().map(({ text }) => text)).toContain(
      'No. 1 · draft · Hall changed',
    )
  })

  test('makes an announcement of a message by replying to it, with its file and what is bold', async () => {
    await using _bot = await started()
    const replied = {
      message_id: 5,
      date: 1,
      chat: { id: organizer.id, type: 'private' },
      caption: 'Hall changed\nNow B',
      caption_entities: [{ type: 'bold', offset: 17, length: 1 }],
      document: { file_id: 'f', file_unique_id: 'u', file_name: 'plan.pdf' },
    }
    const draft = await say('/announce', organizer, { reply_to_message: replied })
    expect(draft.text).toMatch(/English: 0\nHall changed[^]*File: plan.pdf/)
    await after(aPress(draft, data(draft, /^Preview/)), organizer.id)
    await api.until(() => texts(organizer.id).at(-1)!.includes('File: plan.pdf'), 'lengths')
    expect(
      api.calls.findLast(({ method, payload }) => method === 'sendDocument' && payload.chat_id === organizer.id)!
        .payload,
    ).toMatchObject({ caption: `<b>Hall changed</b>\n\nNow <b>B</b>\n\n<i>${foot}</i>` })
    expect((await terminal.run('preview', '1', '--language', 'en', '--platform', 'telegram')).previews).toMatchObject([
      { messages: [`<b>Hall changed</b>\n\nNow <b>B</b>\n\n<i>${foot}</i>`] },
    ])
  })

  test('can take a routine one back for half a minute', async () => {
    await using _bot = await started()
    const [person] = [await subscriber(), await subscriber()]
    const id = await terminal.create({ urgency: 'routine' })
    const before = performance.now()
    const { startsAt } = await terminal.run('send', id, '--yes')
    expect(Date.parse(String(startsAt)) - Date.now()).toBeGreaterThan(30_000 - (performance.now() - before) - 1000)
    await terminal.run('cancel', id)
    expect(await beside.report(id)).toMatchObject({ state: 'cancelled', total: 0 })
    expect(texts(person.id)).toHaveLength(1)
  })

  test('is asked about what is late instead of it being sent', async () => {
    const path = join(aDirectory({}), 'jauap.db')
    const env = { DATABASE_URL: `sqlite:${path}` }
    {
      await using _bot = await started(env)
      await subscriber()
      const id = await terminal.create()
      await terminal.run('schedule', id, '--at', '2126-04-22 09:00')
    }
    // What a stop of two hours makes of it.
    const database = new DatabaseSync(path)
    database.prepare('update mailings set start_at = ?').run(new Date(Date.now() - 2 * 3_600_000).toISOString())
    database.close()
    await using _bot = await started(env)
    await api.until(() => texts(organizer.id).some((text) => text.includes('stale news is not sent')), 'asked')
    expect(await beside.report('1')).toMatchObject({ state: 'paused', pause: { why: 'late' }, total: 0 })
    const asked = api.shown(organizer.id).at(-1)!
    await turn(asked, /Send it all the same/)
    expect(await beside.reached('1')).toMatchObject({ sent: 1 })
  })
})

describe('who is no organizer', () => {
  const acts = [
    'board',
    'new',
    'open',
    'write',
    'urgency',
    'audience',
    'fallback',
    'when',
    'file',
    'preview',
    'confirm',
    'send',
    'cancel',
    'pause',
    'resume',
    'correct',
    'recall',
    'remove',
    'retry',
    'repeat',
    'export',
    'approve',
    'refuse',
    'languages',
    'correctNow',
  ]

  test('can neither see nor do any of it', async () => {
    await using _bot = await started()
    const person = await subscriber()
    await terminal.create()
    const before = await terminal.run('list')
    for (const text of ['/announce', '/announcements'])
      expect((await say(text, person)).text).toContain('do not know this command')
    expect(
      (
        await say('/announce', person, {
          reply_to_message: { message_id: 5, date: 1, chat: { id: person.id, type: 'private' }, text: 'Secret' },
        })
      ).text,
    ).toContain('do not know this command')
    const shown = api.shown(person.id).length
    for (const act of acts) api.push(aPress(api.shown(person.id).at(-1)!, `aen:${act}.1.kk`))
    const answers = () =>
      api.calls.filter(
        ({ method, payload }) => method === 'answerCallbackQuery' && /out of date/.test(String(payload.text)),
      )
    await api.until(() => answers().length >= acts.length, 'every press is called out of date')
    expect(api.shown(person.id)).toHaveLength(shown)
    expect(await terminal.run('list')).toEqual(before)
    expect((await say('Hall changed', person)).text).not.toContain('Қазақша')
  })

  test('nor can organizers where others read along, who are told of their commands in private alone', async () => {
    await using _bot = await started()
    const group = { id: -100_900, type: 'supergroup', title: 'G' }
    await terminal.create()
    expect((await say('/help', organizer)).text).toContain('As an organizer you also have /announce')
    const answered = await after(aMessage({ from: organizer, text: '/help', chat: group }), group.id)
    expect(answered.text).not.toContain('/announce')
    api.push(aPress(answered, 'aen:open.1', organizer))
    await api.until(
      () =>
        api.calls.some(
          ({ method, payload }) => method === 'answerCallbackQuery' && /out of date/.test(String(payload.text)),
        ),
      'called out of date',
    )
    expect(answered.edits).toBe(0)
  })
})
