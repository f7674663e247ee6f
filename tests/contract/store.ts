import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../../src/core/store/open.ts'
import { startProgram } from '../support/process.ts'

const now = new Date('2026-04-01T09:00:00Z')
const person = { platform: 'telegram', id: '7' } as const

/** What every database has to do. `newUrl` names one with nothing in its tables, `emptyUrl` one without tables. */
export function describeStore(engine: string, newUrl: () => Promise<string>, emptyUrl: () => Promise<string>): void {
  describe(`a store on ${engine}`, () => {
    let url: string
    let store: Store

    beforeEach(async () => {
      url = await newUrl()
      store = await openStore(url)
    })

    afterEach(() => store[Symbol.asyncDispose]())

    describe('of people', () => {
      test('knows nothing of someone new', async () => {
        expect(await store.people.settingsOf(person)).toEqual({
          language: undefined,
          appLanguage: undefined,
          switchOffered: false,
          plain: false,
        })
      })

      test('remembers the language chosen last, and the offer to switch', async () => {
        await store.people.setLanguage(person, 'ru')
        await store.people.noteOffer(person, now)
        await store.people.setLanguage(person, 'kk')
        await store.people.setPlain(person, true)
        expect(await store.people.settingsOf(person)).toMatchObject({
          language: 'kk',
          switchOffered: true,
          plain: true,
        })
        await store.people.setPlain(person, false)
        expect(await store.people.settingsOf(person)).toMatchObject({ language: 'kk', plain: false })
      })

      test('remembers what the app said last beside it, until they are forgotten', async () => {
        await store.people.noteAppLanguage(person, 'en')
        await store.people.setLanguage(person, 'kk')
        await store.people.noteAppLanguage(person, 'ru')
        expect(await store.people.settingsOf(person)).toMatchObject({ language: 'kk', appLanguage: 'ru' })
        await store.people.forget(person)
        expect(await store.people.settingsOf(person)).toMatchObject({ appLanguage: undefined })
      })

      test('keeps platforms apart', async () => {
        await store.people.setLanguage(person, 'ru')
        expect(await store.people.settingsOf({ platform: 'discord', id: '7' })).toMatchObject({ language: undefined })
      })

      test('leaves the language of a group alone when one without a language moves there', async () => {
        const group = { platform: 'telegram', id: '-1005' } as const
        await store.people.setGroupLanguage(group, 'ru')
        await store.people.moveGroup({ ...group, id: '-5' }, '-1005')
        expect(await store.people.groupLanguage(group)).toBe('ru')
      })

      test('moves a group to its new id, over what was there', async () => {
        const group = { platform: 'telegram', id: '-5' } as const
        await store.people.setGroupLanguage(group, 'en')
        await store.people.setGroupLanguage({ ...group, id: '-1005' }, 'ru')
        await store.people.moveGroup(group, '-1005')
        expect(await store.people.groupLanguage(group)).toBeUndefined()
        expect(await store.people.groupLanguage({ ...group, id: '-1005' })).toBe('en')
      })

      test('forgets a person with all that they left', async () => {
        await store.people.setLanguage(person, 'ru')
        await store.feedback.add({
          platform: 'telegram',
          person: '7',
          language: 'ru',
          question: 'когда?',
          entry: 'summit',
          at: now,
        })
        await store.feedback.add({
          platform: 'telegram',
          person: '8',
          language: 'ru',
          question: undefined,
          entry: 'aim',
          at: now,
        })
        await store.telegramUpdates.receive([{ id: 1, payload: 'one', chat: '7', message: 12 }], now)
        await store.telegramUpdates.settle(1, [13])
        await store.people.forget(person)
        expect(await store.telegramUpdates.answersTo('7', 12)).toEqual([])
        expect(await store.telegramUpdates.receive([{ id: 1, payload: 'one', chat: '7', message: 12 }], now)).toEqual(
          new Set(),
        )
        expect(await store.people.settingsOf(person)).toMatchObject({ language: undefined })
        expect(await store.feedback.latest(10)).toEqual([
          { platform: 'telegram', person: '8', language: 'ru', question: undefined, entry: 'aim', at: now },
        ])
      })
    })

    describe('of claims', () => {
      test('gives each to one owner, who may ask again, however many ask at once', async () => {
        const ids = Array.from({ length: 40 }, (_, nth) => `i${nth}`)
        const owners = ['a', 'b', 'c']
        const taken = await Promise.all(
          owners.map((owner, at) =>
            Promise.all((at % 2 ? ids.toReversed() : ids).map((id) => store.claims.take('discord', id, owner, now))),
          ),
        )
        expect(taken.flat().filter(Boolean)).toHaveLength(ids.length)
        const first = await Promise.all(owners.map((owner) => store.claims.take('discord', 'i0', owner, now)))
        expect(first.filter(Boolean)).toHaveLength(1)
      })

      test('keeps platforms apart, and forgets what is old', async () => {
        await store.claims.take('discord', 'i1', 'a', now)
        expect(await store.claims.take('telegram', 'i1', 'b', now)).toBe(true)
        expect(await store.claims.take('discord', 'i1', 'b', now)).toBe(false)
        await store.claims.purge('discord', new Date(now.getTime() + 1))
        expect(await store.claims.take('discord', 'i1', 'b', now)).toBe(true)
      })

      test('keeps what was taken on of late by one who has long been there', async () => {
        const later = new Date(now.getTime() + 2)
        await store.claims.take('discord', 'i1', 'a', now)
        await store.claims.take('discord', 'i2', 'a', later)
        await store.claims.purge('discord', new Date(now.getTime() + 1))
        expect(await store.claims.take('discord', 'i2', 'b', later)).toBe(false)
        expect(await store.claims.take('discord', 'i1', 'b', later)).toBe(true)
      })
    })

    describe('of updates', () => {
      const update = { id: 5_000_000_000, payload: '{"update_id":5000000000}', chat: '7', message: 12 }

      test('receives each id until somebody begins it', async () => {
        expect(await store.telegramUpdates.receive([update], now)).toEqual(new Set([update.id]))
        await store.telegramUpdates.begin(update.id, 'a')
        expect(await store.telegramUpdates.receive([update, { ...update, id: 2 }], now)).toEqual(new Set([2]))
      })

      test('lets one caller begin, however many try', async () => {
        await store.telegramUpdates.receive([update], now)
        const begun = await Promise.all(
          Array.from({ length: 20 }, (_, nth) => store.telegramUpdates.begin(update.id, `owner ${nth}`)),
        )
        expect(begun.filter(Boolean)).toHaveLength(1)
        const winner = `owner ${begun.indexOf(true)}`
        expect(await store.telegramUpdates.begin(update.id, winner)).toBe(true)
      })

      test('lets another begin what was taken back', async () => {
        await store.telegramUpdates.receive([update], now)
        await store.telegramUpdates.begin(update.id, 'a')
        await store.telegramUpdates.takeBack(update.id)
        expect(await store.telegramUpdates.begin(update.id, 'b')).toBe(true)
      })

      test('has waiting what was received and not begun, oldest first', async () => {
        await store.telegramUpdates.receive(
          [update, { ...update, id: 3, payload: 'three' }, { ...update, id: 4, payload: 'four' }],
          now,
        )
        await store.telegramUpdates.begin(update.id, 'a')
        await store.telegramUpdates.settle(4, [])
        expect(await store.telegramUpdates.waiting()).toEqual(['three'])
        expect(await store.telegramUpdates.settleBegun(now)).toBe(0)
        expect(await store.telegramUpdates.settleBegun(new Date(now.getTime() + 1))).toBe(1)
      })

      test('remembers the answers to a message', async () => {
        await store.telegramUpdates.receive([update], now)
        await store.telegramUpdates.settle(update.id, [100, 101])
        expect(await store.telegramUpdates.answersTo('7', 12)).toEqual([100, 101])
        expect(await store.telegramUpdates.answersTo('8', 12)).toEqual([])
      })

      test('purges what is old and settled', async () => {
        await store.telegramUpdates.receive([update, { ...update, id: 3, payload: 'three' }], now)
        await store.telegramUpdates.settle(update.id, [100])
        await store.telegramUpdates.purge(new Date(now.getTime() + 1))
        expect(await store.telegramUpdates.answersTo('7', 12)).toEqual([])
        expect(await store.telegramUpdates.waiting()).toEqual(['three'])
      })
    })

    test('is migrated once, however often it is opened together', async () => {
      const empty = await emptyUrl()
      await using stack = new AsyncDisposableStack()
      const opened = await Promise.all(Array.from({ length: 8 }, () => openStore(empty)))
      for (const one of opened) expect(await stack.use(one).people.settingsOf(person)).toMatchObject({})
    })

    test('is migrated once by processes that open it together', async () => {
      const env = { DATABASE_URL: await emptyUrl() }
      const ended = await Promise.all(
        Array.from({ length: 2 }, async () => {
          await using program = startProgram(env, ['feedback'])
          return { status: await program.ended(), said: program.output() }
        }),
      )
      expect(ended).toEqual(ended.map(() => ({ status: 0, said: 'Nobody has called an answer wrong yet.\n' })))
    })

    test('keeps everything from one start to the next', async () => {
      await store.people.setLanguage(person, 'ru')
      await using again = await openStore(url)
      expect(await again.people.settingsOf(person)).toMatchObject({ language: 'ru' })
    })
  })
}
