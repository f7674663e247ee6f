import { expect, test } from 'vitest'
import { data, openTelegram, organizer, type Announcing } from '../../support/telegram/announcing.ts'
import { aPress } from '../../support/telegram/updates.ts'
import type { Shown } from '../../support/telegram/server.ts'

const { api, started, beside, say, turn }: Announcing = await openTelegram()

const colleague = { id: 98, language: 'en' }
const readers = 400

/** Copies that were handed over. */
function handedOver(): number {
  return api.calls.filter(({ method, payload }) => method === 'sendMessage' && Number(payload.chat_id) >= 700_000)
    .length
}

/** Calls that may have been on their way when the finger came down. */
const onTheirWay = 5

/** An announcement on its way to four hundred, of which some have it, and the pages of two organizers. */
async function underWay(): Promise<{ id: string; page: Shown; other: Shown }> {
  await beside.subscribe('telegram', readers)
  const before = handedOver()
  const id = await beside.send()
  await api.until(() => handedOver() > before + 5, 'some have it')
  const page = await opened(organizer, id)
  return { id, page, other: await opened(colleague, id) }
}

async function opened(who: typeof organizer, id: string): Promise<Shown> {
  const board = await say('/announce', who)
  const edits = board.edits
  api.push(aPress(board, data(board, new RegExp(`No. ${id} `)), who))
  await api.until(() => board.edits > edits, 'the announcement')
  return board
}

test('what is stopped goes to nobody after the finger came down, and the question stays under it', async () => {
  await using _bot = await started({ ORGANIZERS: 'telegram:99,telegram:98' })
  const { id, page, other } = await underWay()
  await turn(page, /Stop the rest/)
  const sent = handedOver()
  expect(page.text).toMatch(/Not sent to \d+ of 400[^]*Sending rests while you decide/)
  const asked = [page.edits, page.text]
  // The page of the colleague is kept up to date by the same round that would have drawn over the question.
  await api.until(() => other.text.includes('Sending rests while'), 'the colleague sees that it rests')
  await api.until(() => other.edits > 1, 'a round')
  expect([page.edits, page.text]).toEqual(asked)
  await turn(page, /Yes, stop/)
  const report = await beside.reached(id, 'cancelled')
  expect(handedOver()).toBeLessThanOrEqual(sent + onTheirWay)
  expect(report.sent).toBeLessThan(100)
  expect(report.sent).toBe(handedOver())
})

test('a recall asks while nobody else gets it, and then takes back what is out', async () => {
  await using _bot = await started({ ORGANIZERS: 'telegram:99,telegram:98' })
  const earlier = handedOver()
  const { id, page } = await underWay()
  await turn(page, /Recall…/)
  const sent = handedOver()
  await turn(page, /Yes, recall/)
  const report = await beside.reached(id, 'recalled')
  expect(handedOver()).toBeLessThanOrEqual(sent + onTheirWay)
  expect(report.recall).toMatchObject({ removed: handedOver() - earlier, pending: 0 })
})

test('while a correction is written nobody gets the old text, and afterwards the rest gets the new one', async () => {
  await using _bot = await started({ ORGANIZERS: 'telegram:99,telegram:98' })
  const earlier = handedOver()
  const { page } = await underWay()
  await turn(page, /^Correct/)
  const resting = handedOver() - earlier
  const shown = api.shown(organizer.id).length
  api.push(aPress(page, data(page, /✎ English/), organizer))
  await api.until(() => api.shown(organizer.id).length > shown, 'asked for the text')
  const asked = await say('Hall changed\nNow C', organizer)
  const sent = handedOver() - earlier
  expect(sent).toBeLessThanOrEqual(resting + onTheirWay)
  await turn(asked, /Correct silently/)
  await api.until(() => handedOver() - earlier > sent, 'it goes on')
  const texts = api.calls
    .filter(({ method, payload }) => method === 'sendMessage' && Number(payload.chat_id) >= 700_000)
    .slice(earlier)
    .map(({ payload }) => String(payload.text))
  expect(texts.slice(0, sent).every((text) => text.includes('Now <b>B</b>'))).toBe(true)
  expect(texts.slice(sent).every((text) => text.includes('Now C'))).toBe(true)
})

test('what is cancelled while it can still be taken back goes to nobody', async () => {
  await using _bot = await started({ ORGANIZERS: 'telegram:99,telegram:98' })
  await beside.subscribe('telegram', readers)
  const earlier = handedOver()
  const id = await beside.send({ urgency: 'routine' })
  const page = await opened(organizer, id)
  await turn(page, /Cancel/)
  expect(await beside.reached(id, 'cancelled')).toMatchObject({ sent: 0 })
  expect(handedOver()).toBe(earlier)
})
