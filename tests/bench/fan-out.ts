import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { policyOf } from '../../src/core/announcements/announcement.ts'
import { openStore, type Store } from '../../src/core/store/open.ts'
import { startPostgres } from '../support/postgres.ts'

/**
 * How fast the queue of deliveries is: leased, begun and settled one by one, by one worker and by four side by side,
 * beside plain writes of one row to the same database.
 */
export async function benchFanOut(count = 1500): Promise<void> {
  console.log(`\nAn announcement to ${count} destinations`)
  console.log(
    'database     fix audience   lease+begin+settle, 1 worker   4 workers   plain write    plain writes per delivery',
  )
  const directory = mkdtempSync(join(tmpdir(), 'jauap-bench-'))
  await using postgres = await startPostgres()
  for (const [name, url] of [
    ['SQLite', `sqlite:${join(directory, 'jauap.db')}`],
    ['PostgreSQL', await postgres.newDatabase()],
  ] as const) {
    await using store = await openStore(url)
    const plain = await subscribe(store, count)
    const one = await fanOut(store, 1)
    const four = await fanOut(store, 4)
    const figures = [
      `${one.fixMs.toFixed(0)} ms`.padStart(12),
      `${one.perSecond.toFixed(0)}/s`.padStart(31),
      `${four.perSecond.toFixed(0)}/s`.padStart(11),
      `${plain.toFixed(0)}/s`.padStart(13),
      (plain / one.perSecond).toFixed(1).padStart(15),
    ]
    console.log(`${name.padEnd(13)}${figures.join(' ')}`)
  }
  rmSync(directory, { recursive: true })
}

async function subscribe({ destinations }: Store, most: number): Promise<number> {
  const start = performance.now()
  for (let nth = 0; nth < most; nth++)
    await destinations.subscribe(
      { platform: 'telegram', kind: 'person', chat: String(nth), hint: 'en' },
      'active',
      new Date(),
    )
  return (1000 * most) / (performance.now() - start)
}

async function fanOut(
  { announcements, schedule, outbox }: Store,
  workers: number,
): Promise<{ fixMs: number; perSecond: number }> {
  const now = new Date()
  const content = { title: { en: 'Hall changed' }, body: {} }
  const { id } = await announcements.create(
    {
      content,
      audience: {},
      policy: policyOf('urgent'),
      fallback: 'en',
      sendAt: undefined,
      notAfter: undefined,
      author: 'terminal:bench',
    },
    now,
  )
  await announcements.change(
    id,
    ['draft'],
    { state: 'scheduled', startAt: now },
    { act: 'schedule', who: 'terminal:bench', at: now },
  )
  const start = performance.now()
  await schedule.start(id, now, { act: 'start', who: 'jauap', at: now })
  const fixMs = performance.now() - start
  const begun = performance.now()
  const settled = await Promise.all(Array.from({ length: workers }, (_, nth) => work(`${id}.${nth}`)))
  return { fixMs, perSecond: (1000 * settled.reduce((sum, one) => sum + one, 0)) / (performance.now() - begun) }

  async function work(name: string): Promise<number> {
    const worker = { id: name, platform: 'telegram' } as const
    await outbox.beat(worker, now)
    for (let done = 0; ;) {
      const leased = await outbox.lease(worker, 60, now)
      if (leased.length === 0) return done
      for (const delivery of leased) {
        await outbox.begin(worker, delivery, now)
        await outbox.settle(
          worker,
          delivery,
          { state: 'sent', attempts: 0, doubts: 0, unclearSince: undefined, messages: ['1'] },
          1,
          now,
        )
        done++
      }
    }
  }
}
