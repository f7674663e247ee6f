import { describe, expect, test } from 'vitest'
import { openBulletin } from '../../support/bulletin.ts'
import { openDesk, type Desk } from '../../../src/core/desk/desk.ts'
import type { Visitor } from '../../../src/core/pages/visitor.ts'
import { openStore, type Store } from '../../../src/core/store/open.ts'

const assistant = openBulletin()

/** Then everything that was planned is due. */
const afterwards = new Date('2026-05-01T09:00:00Z')

function aVisitor(now: string, changes: Partial<Visitor> = {}): Visitor {
  return {
    person: { platform: 'telegram', id: '1' },
    here: { platform: 'telegram', kind: 'person', chat: '1', thread: '' },
    languageTag: 'en',
    session: 's',
    now: new Date(now),
    ...changes,
  }
}

async function aDesk(): Promise<{ desk: Desk; store: Store }> {
  const store = await openStore('sqlite::memory:')
  return { store, desk: openDesk({ assistant, ...store, defaultLanguage: 'en' }) }
}

describe('⏰ under the answer about an event', () => {
  test.for([
    { when: 'days before', now: '2026-04-10T09:00:00Z', shown: true },
    { when: 'in its last hour', now: '2026-04-22T03:30:00Z', shown: false },
    { when: 'when it is over', now: '2026-05-01T09:00:00Z', shown: false },
  ])('is shown $when: $shown', async ({ now, shown }) => {
    const { desk } = await aDesk()
    const { page } = await desk.ask(aVisitor(now), 'When is the summit?')
    expect(page.buttons.flat().some((button) => button.do === 'remind')).toBe(shown)
  })

  test('is not shown in groups, where nobody in particular would be reminded', async () => {
    const { desk } = await aDesk()
    const group = { platform: 'telegram' as const, id: '-1' }
    const { page } = await desk.ask(
      aVisitor('2026-04-10T09:00:00Z', {
        group,
        here: { platform: 'telegram', kind: 'group', chat: '-1', thread: '' },
      }),
      'When is the summit?',
    )
    expect(page.buttons.flat().some((button) => button.do === 'remind')).toBe(false)
  })

  test('asks to subscribe first, then reminds a day and an hour before, once however often it is pressed', async () => {
    const { desk, store } = await aDesk()
    const visitor = aVisitor('2026-04-10T09:00:00Z')
    const first = await desk.press(visitor, { do: 'remind', entry: 'summit' })
    expect(first).toMatchObject({ kind: 'message', page: { buttons: [[{ do: 'subscribe' }]] } })
    await desk.press(visitor, { do: 'subscribe' })
    for (let nth = 0; nth < 2; nth++) {
      const set = await desk.press(visitor, { do: 'remind', entry: 'summit' })
      expect(set).toMatchObject({
        kind: 'notice',
        page: { lines: [{ text: expect.stringContaining('2026-04-21 09:00, 2026-04-22 08:00') as string }] },
      })
    }
    const planned = await store.schedule.due(afterwards)
    expect(
      planned.map(({ content, startAt, notAfter }) => [
        content.title.en,
        startAt?.toISOString(),
        notAfter?.toISOString(),
      ]),
    ).toEqual([
      ['⏰ Tomorrow: Regional Ecological Summit 2026', '2026-04-21T04:00:00.000Z', '2026-04-21T19:00:00.000Z'],
      ['⏰ Today: Regional Ecological Summit 2026', '2026-04-22T03:00:00.000Z', '2026-04-22T04:00:00.000Z'],
    ])
    expect(planned[0]!.content.body.ru).toContain('22–24 апреля 2026 года, Астана')
  })

  test('schedules nothing for the past', async () => {
    const { desk, store } = await aDesk()
    const [dayBefore, over] = [aVisitor('2026-04-21T12:00:00Z'), aVisitor('2026-05-01T09:00:00Z')]
    await desk.press(dayBefore, { do: 'subscribe' })
    await desk.press(dayBefore, { do: 'remind', entry: 'summit' })
    expect((await store.schedule.due(afterwards)).map(({ content }) => content.title.en)).toEqual([
      '⏰ Today: Regional Ecological Summit 2026',
    ])
    expect(await desk.press(over, { do: 'remind', entry: 'summit' })).toMatchObject({
      kind: 'notice',
      page: { lines: [{ text: expect.stringContaining('nothing to remind') as string }] },
    })
    expect(await desk.press(over, { do: 'remind', entry: 'no such entry' })).toMatchObject({ kind: 'notice' })
  })

  test('tells of none that has been sent to others already, whatever the clock says here', async () => {
    const { desk, store } = await aDesk()
    const visitor = aVisitor('2026-04-21T03:59:59Z')
    await desk.press(visitor, { do: 'subscribe' })
    await desk.press(visitor, { do: 'remind', entry: 'summit' })
    const [dayBefore] = await store.schedule.due(new Date('2026-04-21T04:00:00Z'))
    await store.schedule.start(dayBefore!.id, afterwards, { act: 'start', who: 'jauap', at: visitor.now })
    const set = await desk.press(visitor, { do: 'remind', entry: 'summit' })
    expect(set).toMatchObject({ page: { lines: [{ text: expect.stringContaining(': 2026-04-22 08:00') as string }] } })
  })
})
