import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TextReader } from '../../src/core/answering/read-text.ts'
import { openAlbums } from '../../src/core/organizers/writing/albums.ts'
import type { EnteredMessage } from '../../src/core/organizers/writing/entry-fields.ts'
import { openEntryPrompts } from '../../src/core/organizers/writing/entry-prompts.ts'
import { answeringOffers } from '../../src/core/organizers/writing/offer-answers.ts'
import { openOffers } from '../../src/core/organizers/writing/offers.ts'
import type { Page } from '../../src/core/pages/page.ts'
import type { Visitor } from '../../src/core/pages/visitor.ts'
import { openStore, type Store } from '../../src/core/store/open.ts'
import { anAnnouncement, noon } from '../support/shown.ts'

const organizer: Visitor = { person: { platform: 'telegram', id: '99' }, session: 's', now: noon }
const announcement = anAnnouncement()
const text = 'Dinner moved'

/** A picture of an album, in a message of its own. */
function aPicture(nth: number): EnteredMessage['input'] {
  return {
    text: nth === 0 ? text : '',
    files: [{ name: `${nth}.jpg`, bytes: new Uint8Array([nth]) }],
    source: String(nth),
    album: 'A',
  }
}

const readText: TextReader = () => ({ language: 'en', asks: false })

function openedOn({ albums, files, prompts }: Store) {
  const ports = { albums: openAlbums(albums), files, prompts: openEntryPrompts(prompts), readText }
  return { ...openOffers(ports), ...answeringOffers(ports) }
}

/** What the first button under an offer says. */
function valueOn({ buttons }: Page): string | undefined {
  const [first] = buttons.flat()
  return first && 'value' in first ? first.value : undefined
}

/** What two processes on one database make of messages that may be meant for an announcement. */
export function describeOffers(name: string, newUrl: () => Promise<string>): void {
  describe(`${name}: what is offered for an announcement`, () => {
    let stores: Store[]
    let offers: ReturnType<typeof openedOn>[]

    beforeEach(async () => {
      const url = await newUrl()
      stores = [await openStore(url), await openStore(url)]
      await stores[0]!.announcements.create(announcement, noon)
      offers = stores.map(openedOn)
      const prompt = { announcement: '1', field: 'more' } as const
      const entry = { visitor: organizer, language: 'en', prompt, input: aPicture(0), edited: false } as const
      await offers[0]!.offer(entry, announcement)
    })

    afterEach(async () => {
      for (const store of stores) await store[Symbol.asyncDispose]()
    })

    /** Pictures behind the first, which come to the processes by turns. */
    function joining(...pictures: number[]) {
      return pictures.map((nth) => offers[nth % 2]!.join(organizer, 'en', announcement, aPicture(nth)))
    }

    test('has every file of its album, however many join at once in several processes', async () => {
      const [page] = await Promise.all(joining(1, 2, 3, 4, 5, 6))
      const { files } = (await offers[1]!.accept(organizer, announcement, valueOn(page!)))!
      expect(new Set(files.map((one) => one.name))).toEqual(
        new Set(['0.jpg', '1.jpg', '2.jpg', '3.jpg', '4.jpg', '5.jpg', '6.jpg']),
      )
    })

    test('is accepted once, with all that has joined by then', async () => {
      const page = (await joining(1)[0])!
      const more = joining(2, 3, 4)
      const pressed = offers.map((one) => one.accept(organizer, announcement, valueOn(page)))
      const taken = (await Promise.all(pressed)).filter((one) => one !== undefined)
      const joined = (await Promise.all(more)).filter((one) => one !== undefined)
      expect(taken).toHaveLength(1)
      expect(taken[0]!.files).toHaveLength(2 + joined.length)
    })

    test('leaves no file behind when it is turned down, nor one that comes later', async () => {
      const stamp = valueOn((await joining(1)[0])!)?.slice(-8)
      expect(await offers[1]!.dismiss(organizer, '1', 'of-other')).toBeUndefined()
      expect(await offers[1]!.dismiss(organizer, '2', stamp)).toBeUndefined()
      expect(await offers[1]!.dismiss(organizer, '1', stamp)).toBe('more')
      expect(await offers[0]!.dismiss(organizer, '1', stamp)).toBeUndefined()
      expect(await joining(2)[0]).toBeUndefined()
      const { files } = stores[0]!
      expect(await Promise.all(['1', '2', '3'].map((id) => files.attachment(id)))).toEqual([
        undefined,
        undefined,
        undefined,
      ])
    })
  })
}
