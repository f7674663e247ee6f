import {
  aChannelCommand,
  aCommand,
  aFieldModal,
  aMenuModal,
  aModal,
  aPress,
  manager,
} from '../support/discord/events.ts'
import type { Shown } from '../support/discord/server.ts'
import type { Person, Stage } from './stage.ts'

const anna: Person = { id: '99', called: 'The organizer', name: 'Anna', locale: 'en-US' }
const oleg: Person = { id: '98', called: 'A second organizer', name: 'Олег', locale: 'ru' }
const admin: Person = { id: '103', called: 'The server’s manager', locale: 'ru', permissions: manager }
const page = { inPrivate: true, ephemeral: false }

const hall = {
  kk: 'Зал ауысты\nҮшінші сессия **B** залында.',
  ru: 'Зал изменён\nТретья сессия – в зале **B**.',
  en: 'Hall changed\nThe third session is in hall **B**.',
}

/** What those who announce something meet. */
export async function playOrganizers(stage: Stage): Promise<void> {
  await readers(stage)
  await simplest(stage)
  await correcting(stage)
  await forms(stage)
  await changedMeanwhile(stage)
  await reporting(stage)
}

/** A channel, one with followers, and people in three languages. */
async function readers({ quietly, say }: Stage): Promise<void> {
  say('## Announcements, for those who write them')
  await quietly(aChannelCommand('subscribe', admin, { channel: '500' }))
  await quietly(aChannelCommand('subscribe', admin, { channel: '720', type: 5 }))
  for (const [nth, locale] of ['ru', 'en-US'].entries())
    await quietly(aCommand('subscribe', { id: String(300 + nth), locale }, { inPrivate: true }))
}

async function simplest({ discord, beside, say, act, press, pass, showNew }: Stage): Promise<void> {
  say('### The simplest one: a form and a press, and half a minute to take it back')
  await act(anna, 'types `/announce`', aCommand('announce', anna, { inPrivate: true }))
  const draft = await act(anna, 'fills the form in', aModal('announce:', hall, anna))
  const [inChannel, followed] = [discord.messagesIn('500').length, discord.messagesIn('720').length]
  const toPerson = discord.messagesIn('9300').length
  await press(anna, draft, /^Send to/)
  const told = discord.messagesIn('999').length
  pass(31_000)
  await beside.reached('1')
  await discord.until(
    () =>
      discord
        .messagesIn('999')
        .slice(told - 1)
        .some(isReport),
    'the report',
  )
  showNew('500', inChannel, '#news gets')
  showNew('9300', toPerson, 'A reader with a Russian app gets in private')
  if (!discord.messagesIn('720')[followed]?.published) throw new Error('not published')
  const report = discord.messagesIn('999').findLast(isReport)!
  showNew('999', discord.messagesIn('999').indexOf(report), 'The organizer gets the report, once')
}

/** A form is submitted under the id that it was shown with. */
function idOf({ content }: Shown): string {
  return String(content.custom_id)
}

function isReport({ content }: Shown): boolean {
  return JSON.stringify(content).includes('Delivered to all')
}

async function correcting({ discord, beside, say, act, press, showNew }: Stage): Promise<void> {
  say('### A correction with notice: a form and two presses')
  const report = discord.messagesIn('999').findLast(isReport)!
  const form = await press(anna, report, /^Correct$/)
  const changed = { ...hall, en: 'Hall changed\nThe third session is in hall **D**.' }
  const asked = await act(anna, 'changes the English text', aModal(idOf(form), changed, anna))
  const before = discord.messagesIn('9301').length
  await press(anna, asked, /^Correct and tell/)
  await discord.until(() => discord.messagesIn('9301').length > before, 'told')
  await beside.reached('1')
  showNew('9301', before - 1, 'A reader with an English app has')
}

async function forms({ say, act, press }: Stage): Promise<void> {
  say('### Time, readers and file are entered in forms; deleting is red, and asked about')
  const given = aModal('announce:', { en: 'Buses\nThey leave at **18:30** from gate 2.' }, anna)
  const draft = await act(anna, 'writes another one, in English alone', given)
  const time = await press(anna, draft, /^Time/)
  const at = await act(anna, 'types `tomorrow at 9`', aFieldModal(idOf(time), 'tomorrow at 9', anna, page))
  const who = await press(anna, at, /^Who gets it/)
  const chosen = { platforms: [], kinds: ['kinds-person'], languages: ['languages-en', 'languages-ru'] }
  const limited = await act(anna, 'chooses people who read Russian or English', aMenuModal(idOf(who), chosen, anna))
  await press(anna, limited, /^File/)
  await press(anna, limited, /^✎ English/)
  const asked = await press(anna, limited, /^Delete/)
  await press(anna, asked, /^Yes, delete/)
}

async function changedMeanwhile({ say, act, press, quietly }: Stage): Promise<void> {
  say('### What somebody else changes is seen before it is sent')
  const draft = await quietly(aModal('announce:', hall, anna))
  const other = { ...hall, en: 'Hall changed\nThe third session is in hall **C**.' }
  const form = await press(oleg, draft, /✎ English/)
  await act(oleg, 'rewrites the English text meanwhile', aModal(idOf(form), { en: other.en }, oleg))
  const asked = await press(anna, draft, /^Send to/)
  await press(anna, asked, /^Yes, send/)
}

async function reporting({ discord, beside, say, act, press, quietly, pass }: Stage): Promise<void> {
  say('### What failed is told with the place and what to do, in one’s own language')
  const draft = await quietly(aModal('announce:', { ru: 'Ужин\nВ 19:00.' }, oleg))
  const refused = { status: 403, body: { message: 'Missing Permissions', code: 50_013 } }
  discord.fault = (request, _body, _nth, path) =>
    request.endsWith('/crosspost') || path === '/channels/500/messages' ? refused : undefined
  const [row] = draft.content.components as { components: { custom_id: string }[] }[]
  const [, id] = /(\d+)/.exec(row!.components[0]!.custom_id)!
  const send = (draft.content.components as { components: { custom_id: string }[] }[])[0]!.components[0]!
  await quietly(aPress(send.custom_id, oleg, page))
  pass(31_000)
  await beside.reached(id!)
  discord.fault = () => undefined
  const report = await act(oleg, 'opens the announcement', aPress(`aru:open.${id!}`, oleg, page))
  await press(oleg, report, /Опубликовать/)
  await beside.reached(id!)
  await act(oleg, 'looks at it again', aPress(`aru:open.${id!}`, oleg, page))
  say('### What people called wrong')
  await act(anna, 'reads `/feedback`', aCommand('feedback', anna))
}
