import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aDirectory } from '../../support/packs.ts'
import { aPerson, openTelegram, organizer } from '../../support/telegram/announcing.ts'
import type { Fault } from '../../support/telegram/server.ts'

const { api, started, terminal, beside, say, subscriber, texts, faultFor } = await openTelegram()

describe('sending', () => {
  test('reaches each in their language, silently if it is routine', async () => {
    await using _bot = await started()
    const people = [await subscriber('kk'), await subscriber('ru'), await subscriber('en')]
    const report = await beside.reached(await beside.send())
    expect(report).toMatchObject({
      total: 3,
      sent: 3,
      failed: 0,
      uncertain: 0,
      pending: 0,
      possiblyTwice: 0,
      byPlatform: { telegram: { sent: 3 } },
      byLanguage: { kk: { sent: 1 }, ru: { sent: 1 }, en: { sent: 1 } },
    })
    expect(people.map(({ id }) => api.shown(id).at(-1)!.text.split('\n')[0])).toEqual([
      'Зал ауысты',
      'Зал изменён',
      'Hall changed',
    ])
    expect(api.shown(people[0]!.id).at(-1)!.payload.disable_notification).toBe(false)
  })

  test.for<{ what: string; fault: Fault; times?: number; shown: number; report: object }>([
    {
      what: 'a 429 is waited out',
      fault: { status: 429, retryAfter: 1 },
      shown: 1,
      report: { sent: 1, possiblyTwice: 0 },
    },
    {
      what: 'an error of the server is tried again',
      fault: { status: 500, description: 'Internal Server Error' },
      shown: 1,
      report: { sent: 1, possiblyTwice: 1 },
    },
    {
      what: 'a proxy’s page is tried again',
      fault: { status: 502, body: '<html>Bad Gateway</html>' },
      shown: 1,
      report: { sent: 1, possiblyTwice: 1 },
    },
    {
      what: 'a lost connection is repeated once, and said',
      fault: 'reset after it took effect',
      shown: 2,
      report: { sent: 1, possiblyTwice: 1 },
    },
    {
      what: 'lost twice it is uncertain, and not sent a third time',
      fault: 'reset after it took effect',
      times: 2,
      shown: 2,
      report: { sent: 0, uncertain: 1, possiblyTwice: 1 },
    },
    {
      what: 'who has blocked us is let go',
      fault: { status: 403, description: 'Forbidden: bot was blocked by the user' },
      times: Infinity,
      shown: 0,
      report: { sent: 0, failed: 1, reasons: { 'blocked: Forbidden: bot was blocked by the user': 1 } },
    },
  ])('$what', async ({ fault, times = 1, shown, report }) => {
    await using _bot = await started()
    const [hit, spared] = [await subscriber(), await subscriber()]
    const before = texts(hit.id).length
    faultFor(hit.id, fault, times)
    const found = await beside.reached(await beside.send())
    expect(texts(hit.id).length - before).toBe(shown)
    expect(texts(spared.id).at(-1)).toContain('Hall changed')
    expect(found).toMatchObject({ ...report, sent: (report as { sent: number }).sent + 1 })
  })

  test('what is uncertain is left to the organizers if they want it so, and repeated when they say', async () => {
    await using _bot = await started({ ANNOUNCE_UNCERTAIN: 'hold' })
    const person = await subscriber()
    faultFor(person.id, 'reset')
    const id = await beside.send()
    expect(await beside.reached(id)).toMatchObject({ sent: 0, uncertain: 1, possiblyTwice: 0 })
    expect((await terminal.fails('retry', id)).said).toContain('nothing to be tried again')
    await terminal.run('retry', id, '--uncertain')
    expect(await beside.reached(id)).toMatchObject({ sent: 1, uncertain: 0, possiblyTwice: 1 })
  })

  test('is paused after a run of failures, and the organizer is told why', async () => {
    await using _bot = await started()
    await say('/start', organizer)
    const people = new Set<number>()
    for (let nth = 0; nth < 12; nth++) people.add((await subscriber()).id)
    api.fault = (method, { chat_id: chat }) =>
      method === 'sendMessage' && people.has(Number(chat))
        ? { status: 400, description: 'Bad Request: something unheard of' }
        : undefined
    const id = await beside.send()
    await api.until(
      () =>
        texts(organizer.id).some((text) =>
          text.includes('Paused after a run of failures: Bad Request: something unheard of'),
        ),
      'the organizer is told',
    )
    expect(await beside.report(id)).toMatchObject({ state: 'paused', pause: { why: 'trouble' } })
    api.fault = () => undefined
    await terminal.run('resume', id)
    await terminal.run('retry', id)
    expect(await beside.reached(id)).toMatchObject({ sent: 12 })
  })

  test('lets a question go first', async () => {
    await using _bot = await started()
    const people = await Promise.all(Array.from({ length: 60 }, () => subscriber()))
    const copies = (): number =>
      people.filter(({ id }) => texts(id).some((text) => text.includes('Hall changed'))).length
    const id = await beside.send()
    await api.until(() => copies() >= 20, 'some have it')
    const before = copies()
    await say('When is the summit?', aPerson())
    // All sixty wait for the pace together; where a question is not let go first, it waits for every one of them.
    expect(copies() - before).toBeLessThan(20)
    expect(await beside.reached(id)).toMatchObject({ sent: 60 })
  })

  test('uploads a file once, also when the first to get it has gone', async () => {
    await using _bot = await started()
    const [gone, ...people] = [await subscriber(), await subscriber(), await subscriber(), await subscriber()]
    api.fault = (method, { chat_id: chat }) =>
      method === 'sendDocument' && chat === gone.id
        ? { status: 403, description: 'Forbidden: bot was blocked by the user' }
        : undefined
    const path = join(aDirectory({ 'plan.pdf': 'a plan' }), 'plan.pdf')
    const id = await terminal.create({ attachment: path })
    await terminal.run('send', id, '--yes')
    await beside.reached(id)
    const sent = api.calls.filter(
      ({ method, payload }) => method === 'sendDocument' && people.some(({ id }) => id === payload.chat_id),
    )
    expect(sent.map(({ payload }) => payload.document instanceof File)).toEqual([true, false, false])
    expect(api.shown(people[2].id).at(-1)!.text).toContain('Hall changed')
  })
})
