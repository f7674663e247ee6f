import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aDirectory } from '../../support/packs.ts'
import { aPerson, data, openTelegram, organizer } from '../../support/telegram/announcing.ts'
import { aMembership, aMessage, aPress } from '../../support/telegram/updates.ts'

const { api, started, terminal, beside, after, say, subscriber, turn, press, texts, faultFor } = await openTelegram()

describe('subscribing', () => {
  test('a person does by command or button, is told who writes and how to stop, and stops by either', async () => {
    await using _bot = await started()
    const person = aPerson('ru')
    const welcome = await say('/start', person)
    const subscribed = await press(welcome, /Получать объявления/)
    expect(subscribed.text).toMatch(
      /объявления организаторов в личных сообщениях: Малый саммит[^]*Язык: Русский[^]*\/unsubscribe/,
    )
    expect((await say('/unsubscribe', person)).text).toContain('Вы отписались')
    expect((await say('/unsubscribe', person)).text).toContain('не подписаны')
    expect((await say('/subscribe пресса', person)).text).toContain('Такой темы нет: пресса.')
    const id = await beside.send()
    await beside.reached(id)
    const copy = api.shown(person.id).at(-1)!
    expect(copy.text).toBe(
      'Зал изменён\n\nТеперь B\n\nОт организаторов: Малый саммит. Вы подписаны на объявления · /unsubscribe',
    )
    api.push(aPress(copy, data(copy, /Отписаться/)))
    await api.until(
      () =>
        api.calls.some(
          ({ method, payload }) => method === 'answerCallbackQuery' && /Вы отписались/.test(String(payload.text)),
        ),
      'told that no more come',
    )
    await beside.audienceIs(0)
  })

  test('a group’s administrators do, and choose its languages; others can’t', async () => {
    await using _bot = await started()
    const group = { id: -100_700, type: 'supergroup', title: 'Delegates' }
    const [member, admin] = [aPerson(), aPerson()]
    api.administrators.add(`${group.id}/${admin.id}`)
    expect((await after(aMessage({ from: member, text: '/subscribe', chat: group }), group.id)).text).toContain(
      'Only administrators',
    )
    const subscribed = await after(aMessage({ from: admin, text: '/subscribe', chat: group }), group.id)
    api.push(aPress(subscribed, data(subscribed, /All languages/), member))
    await api.until(
      () =>
        api.calls.some(
          ({ method, payload }) => method === 'answerCallbackQuery' && /Only administrators/.test(String(payload.text)),
        ),
      'refused',
    )
    api.push(aPress(subscribed, data(subscribed, /All languages/), admin))
    await api.until(() => subscribed.edits > 0, 'languages chosen')
    await beside.reached(await beside.send())
    expect(api.shown(group.id).at(-1)!.text).toBe(
      'Зал ауысты\n\nЖаңасы – B\n\n———\n\nЗал изменён\n\nТеперь B\n\n———\n\nHall changed\n\nNow B\n\n' +
        'Шағын саммит ұйымдастырушыларынан · От организаторов: Малый саммит · From the organizers of Small Summit',
    )
    expect(api.shown(group.id).at(-1)!.keyboard).toEqual([])
  })

  test('a channel is when an organizer adds the bot; when somebody else does, organizers decide', async () => {
    await using _bot = await started()
    const channel = { id: -100_800, type: 'channel', title: 'News' }
    const told = await after(aMembership(channel, organizer, 'administrator'), organizer.id)
    expect(told.text).toMatch(/“News” receives announcements. Language: English/)
    await turn(told, /Қазақша/)
    const other = { id: -100_801, type: 'channel', title: 'Strangers' }
    const asked = await after(aMembership(other, aPerson(), 'administrator'), organizer.id)
    expect(asked.text).toContain('“Strangers” wants to receive announcements')
    await beside.reached(await beside.send())
    expect(texts(channel.id)).toEqual(['Зал ауысты\n\nЖаңасы – B'])
    expect(texts(other.id)).toEqual([])
    await turn(asked, /Allow/)
    await beside.audienceIs(2)
    api.push(aMembership(channel, organizer, 'left'))
    await beside.audienceIs(1)
    const stranger = await subscriber()
    await beside.reached(await beside.send())
    expect(texts(channel.id)).toHaveLength(1)
    expect(texts(stranger.id).at(-1)).toContain('Hall changed')
  })

  test('ends for who blocks the bot', async () => {
    await using _bot = await started()
    const [stays, leaves] = [await subscriber(), await subscriber()]
    api.push(aMembership({ id: leaves.id, type: 'private' }, leaves, 'kicked'))
    await beside.audienceIs(1)
    await beside.reached(await beside.send())
    expect(texts(leaves.id)).toHaveLength(1)
    expect(texts(stays.id)).toHaveLength(2)
  })

  test('moves along with a group', async () => {
    await using _bot = await started()
    const admin = aPerson()
    api.administrators.add(`-600/${admin.id}`)
    await after(aMessage({ from: admin, text: '/subscribe', chat: { id: -600, type: 'group', title: 'G' } }), -600)
    faultFor(
      -600,
      { status: 400, description: 'Bad Request: group chat was upgraded to a supergroup chat', movedTo: -100_600_600 },
      Infinity,
    )
    await beside.reached(await beside.send())
    expect(texts(-100_600_600)).toEqual(['Hall changed\n\nNow B\n\nFrom the organizers of Small Summit'])
  })
})

describe('afterwards', () => {
  test('a correction reaches every copy in its reader’s language, and new ones carry it', async () => {
    await using _bot = await started()
    const [kk, ru] = [await subscriber('kk'), await subscriber('ru')]
    const id = await beside.send()
    await beside.reached(id)
    const path = join(aDirectory({ 'c.yaml': 'title: {kk: Жаңа зал, ru: Новый зал}\n' }), 'c.yaml')
    await terminal.run('correct', id, '--file', path)
    await api.until(
      () =>
        /^Жаңа зал\n\nЖаңасы – B\n\nТүзетілді: \d+ \p{L}+, \d/u.test(texts(kk.id).at(-1)!) &&
        /^Новый зал[^]*Исправлено:/.test(texts(ru.id).at(-1)!),
      'both corrected',
    )
    expect(api.shown(ru.id).at(-1)!.keyboard.flat()).toHaveLength(1)
    expect(await beside.reached(id)).toMatchObject({
      state: 'sent',
      sent: 2,
      correction: { done: 2, pending: 0, impossible: 0 },
    })
  })

  test('a correction with a notice is one message and two presses; the old text stays in the history', async () => {
    await using _bot = await started()
    const [kk, ru] = [await subscriber('kk'), await subscriber('ru')]
    const id = await beside.send()
    await beside.reached(id)
    const copy = api.shown(ru.id).at(-1)!
    await api.until(() => texts(organizer.id).some((text) => text.includes('Delivered to all 2')), 'the report')
    await turn(api.shown(organizer.id).at(-1)!, /^Correct$/)
    const asked = await say('Зал изменён\nТеперь C', organizer)
    expect(asked.text).toMatch(/Русский\nЗал изменён\nТеперь C/)
    await turn(asked, /Correct and tell 1/)
    await api.until(
      () => texts(ru.id).at(-1)!.startsWith('Исправлено: Зал изменён\n\nТеперь C\n\nОт организаторов'),
      'told',
    )
    await api.until(() => copy.text.startsWith('Зал изменён\n\nТеперь C'), 'corrected')
    expect(
      api.calls.findLast(({ payload }) => payload.chat_id === ru.id && payload.reply_parameters)!.payload,
    ).toMatchObject({ reply_parameters: { message_id: copy.id }, disable_notification: false })
    expect(texts(kk.id).at(-1)).toContain('Жаңасы')
    await turn(asked, /History/)
    expect(asked.text).toMatch(/you. It was:[^]*Русский: Зал изменён\nТеперь B/)
  })

  test('a recall removes every copy, or puts a notice in its place, and says which it could not', async () => {
    await using _bot = await started()
    const [removed, replaced, stays] = [await subscriber(), await subscriber(), await subscriber()]
    const id = await beside.send()
    await beside.reached(id)
    api.fault = (method, { chat_id: chat }) => {
      const refused = { status: 400, description: "Bad Request: message can't be deleted for everyone" }
      if (method === 'deleteMessage' && chat !== removed.id) return refused
      return method.startsWith('editMessage') && chat === stays.id
        ? { status: 400, description: "Bad Request: message can't be edited" }
        : undefined
    }
    const refused = await terminal.fails('recall', id)
    expect(refused).toMatchObject({ status: 1, said: expect.stringContaining('was sent to 3 destinations') as string })
    await terminal.run('recall', id, '--yes')
    await api.until(() => texts(replaced.id).at(-1)!.startsWith('This announcement was recalled'), 'a notice')
    await api.until(
      () =>
        api.calls.filter(({ method, payload }) => method.startsWith('editMessage') && payload.chat_id === stays.id)
          .length === 2,
      'all was tried',
    )
    expect(texts(removed.id).some((text) => text.includes('Hall changed'))).toBe(false)
    await beside.reached(id, 'recalled')
    const csv = (await terminal.fails('export', id)).said
    expect(csv).toMatch(new RegExp(`${stays.id},.*message can't be edited.*impossible\r`))
    expect(await beside.report(id)).toMatchObject({
      state: 'recalled',
      recall: { removed: 1, replaced: 1, impossible: 1, pending: 0 },
    })
  })
})
