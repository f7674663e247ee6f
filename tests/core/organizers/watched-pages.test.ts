import { expect, test } from 'vitest'
import { openWatchedPages } from '../../../src/core/organizers/watched-pages.ts'
import { openStore } from '../../../src/core/store/open.ts'
import { anAnnouncement, noon } from '../../support/shown.ts'

test('a page is left alone at once, but for what is being drawn on it, which is waited for', async () => {
  const store = await openStore('sqlite::memory:')
  const { id } = await store.announcements.create(anAnnouncement(), noon)
  const pages = openWatchedPages(store.watches)
  const watch = { announcement: id, platform: 'telegram', person: '9', chat: '9', message: '1' } as const
  await pages.watch(watch)
  const drawn: string[] = []
  const drawing = Promise.withResolvers<void>()
  const begun = Promise.withResolvers<void>()
  const first = pages.draw(watch, async () => {
    begun.resolve()
    await drawing.promise
    drawn.push('progress')
  })
  await begun.promise
  const left = pages.unwatch(watch).then(() => drawn.push('question'))
  await expect.poll(() => pages.watches('telegram'), { timeout: 10_000 }).toEqual([])
  drawing.resolve()
  await Promise.all([first, left])
  expect(await pages.draw(watch, async () => drawn.push('progress'))).toBeUndefined()
  expect(drawn).toEqual(['progress', 'question'])
})
