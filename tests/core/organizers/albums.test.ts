import { beforeEach, describe, expect, test } from 'vitest'
import { openCommands } from '../../../src/core/announcements/commands.ts'
import { readText } from '../../../src/core/answering/read-text.ts'
import { openOrganizersChat, type OrganizersChat } from '../../../src/core/organizers/chat.ts'
import type { Input } from '../../../src/core/organizers/writing/input.ts'
import type { OrganizerAct, Page } from '../../../src/core/pages/page.ts'
import type { Visitor } from '../../../src/core/pages/visitor.ts'
import { openStore, type Store } from '../../../src/core/store/open.ts'
import { venueDay } from '../../../src/core/time/venue.ts'
import { measureDiscord } from '../../../src/bots/discord/copy.ts'
import { measureTelegram } from '../../../src/bots/telegram/copy.ts'
import { bulletinKnowledge } from '../../support/bulletin.ts'

const now = new Date('2026-04-20T06:00:00Z')
const organizer: Visitor = { person: { platform: 'telegram', id: '99' }, session: 's', now }
const { timeZone } = bulletinKnowledge.pack
const eventName = () => 'RES 2026'

let store: Store
let chat: OrganizersChat
let lastMessage = 0

beforeEach(async () => {
  store = await openStore('sqlite::memory:')
  chat = opened()
  for (const one of ['1', '2'])
    await store.destinations.subscribe({ platform: 'telegram', kind: 'person', chat: one, hint: 'en' }, 'active', now)
})

/** As another process on the same store would. */
function opened(prompts = store.prompts): OrganizersChat {
  const { announcements, figures, topics, destinations } = store
  const measures = [measureTelegram(timeZone, eventName), measureDiscord(timeZone)]
  return openOrganizersChat({
    commands: openCommands({ announcements, figures, topics, measures, timeZone: () => timeZone }),
    stores: { ...store, prompts },
    destinations,
    organizers: { telegram: ['99'], discord: [] },
    measures,
    readText: (text, at) => readText(text, bulletinKnowledge, venueDay(at, timeZone)),
    timeZone: () => timeZone,
    eventName,
    languageFor: () => Promise.resolve('en'),
  })
}

/** A message with one file, or none; of an album by its name. */
function aMessage(name: string | undefined, album?: string, text = '', size = 3): Input {
  const files = name === undefined ? undefined : [{ name, bytes: new Uint8Array(size) }]
  return { text, files, source: String(++lastMessage), album }
}

const passedOn = (input: Input, by = chat) => by.take(organizer, input, true)
const sent = (input: Input, by = chat) => by.take(organizer, input, false)

async function press(act: OrganizerAct, subject: string, value?: string): Promise<Page> {
  const pressed = (await chat.press(organizer, act, subject, value))!
  return 'page' in pressed ? pressed.page : (undefined as never)
}

function stampOn({ page }: { readonly page: Page }, act: OrganizerAct): string | undefined {
  const found = page.buttons.flat().find((button) => button.do === 'organize' && button.act === act)
  return found && 'value' in found ? found.value : undefined
}

async function filesOf(id: string): Promise<string[]> {
  return ((await store.announcements.find(id))!.content.attachments ?? []).map(({ name }) => name)
}

/** The ids of all files that are stored, of the first twenty. */
async function stored(): Promise<string[]> {
  const ids = Array.from({ length: 20 }, (_, nth) => String(nth + 1))
  const found = await Promise.all(ids.map((id) => store.files.attachment(id)))
  return ids.filter((_, nth) => found[nth] !== undefined)
}

function words({ lines }: Page): string {
  return lines.map(({ text }) => text).join('\n')
}

function buttons({ buttons: rows }: Page): string[] {
  return rows.flat().map(({ label, ...more }) => `${label} → ${'value' in more ? String(more.value) : ''}`)
}

describe('an album', () => {
  test('that is passed on makes one draft with all of it, whichever process has its other messages', async () => {
    const page = (await passedOn(aMessage('a.jpg', 'A', 'Hall changed\nNow B')))!.page
    expect(words(page)).toContain('File: a.jpg')
    const other = opened()
    await passedOn(aMessage('b.jpg', 'A'), other)
    const all = (await passedOn(aMessage('b.jpg', 'A')))!.page
    expect(words(all)).toContain('Hall changed\nNow B\nFiles (3): a.jpg, b.jpg ×2')
    expect(await store.announcements.list(9)).toHaveLength(1)
  })

  test('keeps the order of its messages, in whichever they come', async () => {
    const [a, b, c] = [aMessage('a.jpg', 'A'), aMessage('b.jpg', 'A', 'Hall changed'), aMessage('c.jpg', 'A')]
    for (const one of [b, c, a]) await passedOn(one)
    expect(await filesOf('1')).toEqual(['a.jpg', 'b.jpg', 'c.jpg'])
  })

  test('does not mix with another, nor with a text in between', async () => {
    await passedOn(aMessage('a1.jpg', 'A', 'Hall changed'))
    await press('new', '')
    await passedOn(aMessage('b1.jpg', 'B', 'Dinner moved'))
    await passedOn(aMessage('a2.jpg', 'A'))
    await sent(aMessage(undefined, undefined, 'Ужин сегодня в зале B в 19:00'))
    await passedOn(aMessage('b2.jpg', 'B'))
    await passedOn(aMessage('a3.jpg', 'A'))
    expect(await filesOf('1')).toEqual(['a1.jpg', 'a2.jpg', 'a3.jpg'])
    expect(await filesOf('2')).toEqual(['b1.jpg', 'b2.jpg'])
    expect((await store.announcements.find('2'))!.content.title).toEqual({
      en: 'Dinner moved',
      ru: 'Ужин сегодня в зале B в 19:00',
    })
  })

  test('whose words may be meant otherwise is offered as a whole, and its buttons stay good', async () => {
    await passedOn(aMessage(undefined, undefined, 'Hall changed'))
    const offer = (await sent(aMessage('a.jpg', 'A', 'Dinner moved to the terrace')))!.page
    const grown = (await sent(aMessage('b.jpg', 'A')))!.page
    expect(words(grown)).toContain('Files (2): a.jpg, b.jpg')
    expect(buttons(grown)).toEqual(buttons(offer))
    const value = buttons(offer)[0]!.split(' → ')[1]!
    expect(words(await press('take', '1', value))).toContain('Files (2): a.jpg, b.jpg')
    await sent(aMessage('c.jpg', 'A'))
    expect(await filesOf('1')).toEqual(['a.jpg', 'b.jpg', 'c.jpg'])
  })

  test('that was accepted while another of its messages came has that, too', async () => {
    await passedOn(aMessage(undefined, undefined, 'Hall changed'))
    const offer = (await sent(aMessage('a.jpg', 'A', 'Dinner moved to the terrace')))!.page
    const value = buttons(offer)[0]!.split(' → ')[1]!
    let isPressed = false
    const other = opened({
      ...store.prompts,
      async latest(...whose) {
        if (!isPressed) {
          isPressed = true
          await press('take', '1', value)
        }
        return store.prompts.latest(...whose)
      },
    })
    await sent(aMessage('b.jpg', 'A'), other)
    expect(await filesOf('1')).toEqual(['a.jpg', 'b.jpg'])
  })

  test('that is turned down, or asks something, adds nothing', async () => {
    await passedOn(aMessage(undefined, undefined, 'Hall changed'))
    const asked = await sent(aMessage('a.jpg', 'A', 'Dinner moved to the terrace'))
    await press('dismiss', '1', stampOn(asked!, 'dismiss'))
    expect(await sent(aMessage('b.jpg', 'A'))).toBeUndefined()
    expect(await filesOf('1')).toEqual([])
  })

  test('of which a file is lost or too large has the others, and that is said', async () => {
    const taken = await passedOn({ ...aMessage(undefined, 'A', 'Hall changed'), fileLost: true })
    expect(taken).toMatchObject({ lacks: 'The file could not be fetched. Send it again, please.' })
    await passedOn(aMessage('b.jpg', 'A'))
    expect(await passedOn(aMessage('c.jpg', 'A', '', 10_000_001))).toMatchObject({
      lacks: 'The file is too large: up to 10 MB.',
    })
    await passedOn(aMessage('d.jpg', 'A'))
    expect(await filesOf('1')).toEqual(['b.jpg', 'd.jpg'])
  })

  test('has up to ten files, and the rest is not left out in silence', async () => {
    let page: Page | undefined
    for (let nth = 1; nth <= 11; nth++)
      page = (await passedOn(aMessage(`${nth}.jpg`, 'A', nth === 1 ? 'Hall' : '')))?.page
    expect(await filesOf('1')).toHaveLength(10)
    expect(words(page!)).toContain('takes up to 10 files')
    expect(await stored()).toHaveLength(10)
  })

  test('that is offered has up to ten files, too, beside those that are there', async () => {
    await passedOn(aMessage('0.jpg', undefined, 'Hall changed'))
    let page: Page | undefined
    for (let nth = 1; nth <= 10; nth++)
      page = (await sent(aMessage(`${nth}.jpg`, 'A', nth === 1 ? 'Dinner moved to the terrace' : '')))?.page
    expect(words(page!)).toContain('takes up to 10 files')
    expect(await stored()).toHaveLength(10)
  })

  test('of which a message comes when the announcement is on its way leaves nothing of it behind', async () => {
    await passedOn(aMessage('a.jpg', 'A', 'Hall changed'))
    const act = { act: 'schedule', who: 'telegram:99', at: now } as const
    await store.announcements.change('1', ['draft'], { state: 'scheduled' }, act)
    await store.schedule.start('1', now, act)
    await passedOn(aMessage('b.jpg', 'A'))
    expect(await filesOf('1')).toEqual(['a.jpg'])
    expect(await stored()).toEqual(['1'])
  })

  test('is copied, and loses one file or all', async () => {
    for (const name of ['a.jpg', 'b.jpg', 'c.jpg']) await passedOn(aMessage(name, 'A', name === 'a.jpg' ? 'Hall' : ''))
    await press('copy', '1')
    const which = await press('unfile', '1')
    expect(buttons(which).slice(0, 4)).toEqual([
      '✕ 1. a.jpg → 1',
      '✕ 2. b.jpg → 2',
      '✕ 3. c.jpg → 3',
      'Remove all files → all',
    ])
    expect(words(await press('unfile', '1', '2'))).toContain('Files (2): a.jpg, c.jpg')
    await press('unfile', '1', 'all')
    expect(await filesOf('1')).toEqual([])
    expect(await filesOf('2')).toEqual(['a.jpg', 'b.jpg', 'c.jpg'])
  })

  test('whose caption is edited has it anew, and each file once', async () => {
    const first = aMessage('a.jpg', 'A', 'Hall changed')
    await passedOn(first)
    await passedOn(aMessage('b.jpg', 'A'))
    await press('write', '1', 'en')
    const second = aMessage('c.jpg', 'B', 'Hall C')
    await sent(second)
    await sent(aMessage('d.jpg', 'B'))
    await chat.enter(organizer, { ...second, text: 'Hall D' })
    expect((await store.announcements.find('1'))!.content.title).toEqual({ en: 'Hall D' })
    expect(await filesOf('1')).toEqual(['a.jpg', 'b.jpg', 'c.jpg', 'd.jpg'])
  })
})

describe('before sending, an organizer is told', () => {
  test('that a text is longer than a caption, and how many messages it will be', async () => {
    const page = (await passedOn(aMessage('a.jpg', undefined, `Hall\n${'x'.repeat(1100)}`)))!.page
    expect(words(page)).toContain(
      'Telegram: the text is longer than a caption allows (1106 of 1024), so it will be 2 messages.',
    )
    await press('write', '1', 'en')
    const short = (await sent(aMessage(undefined, undefined, `Hall\n${'x'.repeat(1000)}`)))!.page
    expect(words(short)).not.toContain('messages')
  })

  test('that files of several kinds do not go together', async () => {
    await passedOn(aMessage('a.jpg', 'A', 'Hall'))
    expect(words((await passedOn(aMessage('plan.pdf', 'A')))!.page)).toContain('Telegram: it will be 2 messages')
  })
})
