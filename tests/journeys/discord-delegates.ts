import { aChannelCommand, aCommand, aPress, everything, manager } from '../support/discord/events.ts'
import { aServer } from '../support/discord/gateway.ts'
import { guild, type Shown } from '../support/discord/server.ts'
import type { Person, Stage } from './stage.ts'

const aigul: Person = { id: '101', called: 'Aigül', name: 'Айгүл', locale: 'ru' }
const bob: Person = { id: '102', called: 'Bob', name: 'Bob', locale: 'en-US' }
const admin: Person = { id: '103', called: 'The server’s manager', name: 'Мария', locale: 'ru', permissions: manager }
const inServer = { inPrivate: false, ephemeral: true }

/** What people who ask meet. */
export async function playDelegates(stage: Stage): Promise<void> {
  await languages(stage)
  await offer(stage)
  await completions(stage)
  await withoutWords(stage)
  await sharing(stage)
  await choosing(stage)
  await subscribing(stage)
  await joining(stage)
  await others(stage)
}

async function languages({ say, quietly }: Stage): Promise<void> {
  say('## Asking', '', '### A question is answered in its own language, whatever the app speaks')
  const questions = ['саммит қашан өтеді?', 'когда пройдёт саммит?', 'when is the summit?']
  say(
    `| app | where | ${questions.join(' | ')} |`,
    `|---|---|${questions.map(() => '---|').join('')}`,
    ...(await table()),
  )

  async function table(): Promise<string[]> {
    let person = 200
    const lines: string[] = []
    for (const locale of ['ru', 'en-US', 'de'])
      for (const inPrivate of [true, false]) {
        const cells = []
        for (const question of questions)
          cells.push(first(await quietly(aCommand('ask', { id: String(++person), locale }, { question, inPrivate }))))
        lines.push(`| ${locale} | ${inPrivate ? 'in private' : 'on a server'} | ${cells.join(' | ')} |`)
      }
    return lines
  }
}

function first({ content }: Shown): string {
  const [embed] = content.embeds as { description: string }[]
  return embed!.description.split('\n')[0]!
}

async function offer({ say, act, press, quietly }: Stage): Promise<void> {
  say('### Who keeps writing Kazakh with a Russian app is offered it, on a server too')
  for (const question of ['саммит қашан өтеді?', 'үшінші консультация қайда өтті?'])
    await quietly(aCommand('ask', aigul, { question }))
  await act(aigul, 'asks for the third time, `/ask question:серіктестер кімдер?`', third(), 2)
  const page = await act(aigul, 'opens `/language`', aCommand('language', aigul))
  await press(aigul, page, /Қазақша/, inServer)

  function third() {
    return aCommand('ask', aigul, { question: 'серіктестер кімдер?' })
  }
}

async function completions({ say, complete }: Stage): Promise<void> {
  say('### While typing, names that go on from what is typed come first, refusals last')
  await complete(admin, 'кон')
  await complete(bob, 'sum')
  await complete(admin, 'третья конс')
  await complete(bob, 'Where can I park my car?')
}

async function withoutWords({ say, quietly, write }: Stage): Promise<void> {
  say('### What has no words is answered in the language of the app, as it was last heard')
  const olga: Person = { id: '104', called: 'Olga, whose app is Russian,', locale: 'ru' }
  await quietly(aCommand('about', olga))
  await write(olga, '')
  await write(olga, '👋', { inPrivate: true })
}

async function sharing({ say, act, press }: Stage): Promise<void> {
  say('### An answer is shared with who asked what, once, and not where all see it')
  const asked = aCommand('ask', bob, { question: 'When was the third consultation?' })
  const answer = await act(bob, 'asks `/ask question:When was the third consultation?` on a server', asked)
  await press(bob, answer, /Share/, inServer)
  await press(bob, answer, /Share/, inServer)
}

async function choosing({ say, act, press, quietly }: Stage): Promise<void> {
  say('### A language that is chosen under an answer turns the answer; the present one has a tick')
  const answer = await quietly(aCommand('ask', bob, { question: 'When was the third consultation?' }))
  const page = await press(bob, answer, /^Language/, inServer)
  await press(bob, page, /Қазақша/, inServer)
  await quietly(aPress(idOf(page, 'English'), bob, inServer))
  say('### Who manages a server sets its language beside their own')
  const both = await act(admin, 'opens `/language`', aCommand('language', admin))
  const row = (both.content.components as { components: { custom_id: string }[] }[])[1]!.components
  await act(admin, 'presses [English] in the second row', aPress(row[2]!.custom_id, admin, inServer))
  await act(bob, 'presses the same, who manages nothing', aPress(row[2]!.custom_id, bob, inServer))
  await act(bob, 'tries `/event`', aCommand('event', bob))
}

/** The id of the button of this label. */
function idOf({ content }: Shown, label: string): string {
  const rows = content.components as { components: { custom_id: string; label: string }[] }[]
  return rows.flatMap(({ components }) => components).find((one) => one.label.includes(label))!.custom_id
}

async function subscribing({ discord, say, act, showNew }: Stage): Promise<void> {
  say('## Announcements, for those who get them', '', '### Nothing is promised that can’t be kept')
  const view = 1n << 10n
  const readOnly = { channel: '700', rights: view }
  await act(admin, 'runs `/subscribe` where nothing may be sent', aChannelCommand('subscribe', admin, readOnly))
  const forum = { channel: '701', type: 15, rights: everything }
  await act(admin, 'runs it in a forum', aChannelCommand('subscribe', admin, forum))
  await act(admin, 'runs it in #news', aChannelCommand('subscribe', admin))
  await act(bob, 'wants the channel, who manages nothing', aChannelCommand('subscribe', bob, { where: 'channel' }))
  const before = discord.messagesIn(`9${bob.id}`).length
  await act(bob, 'runs `/subscribe` for himself', aCommand('subscribe', bob))
  showNew(`9${bob.id}`, before, 'In private he finds')
  discord.fault = (request, _body, _nth, path) =>
    request === 'post /channels/{channel_id}/messages' && path.includes('/9105/')
      ? { status: 403, body: { message: 'Cannot send messages to this user', code: 50_007 } }
      : undefined
  const closed: Person = { id: '105', called: 'Daniyar, whose private messages are closed,', locale: 'ru' }
  await act(closed, 'runs it', aCommand('subscribe', closed))
  discord.fault = () => undefined
}

async function joining({ discord, say, beside, showNew }: Stage): Promise<void> {
  say('### A server that takes the bot in again hears what it does, and where announcements came before')
  discord.gateway.dispatch('GUILD_DELETE', { id: guild })
  await beside.audienceIs(1)
  const before = discord.messagesIn('500').length
  discord.gateway.dispatch('GUILD_CREATE', { ...aServer, system_channel_id: '500', preferred_locale: 'ru' })
  await discord.until(() => discord.messagesIn('500').length > before, 'greeted')
  showNew('500', before, 'In the channel that the server has for such messages')
}

async function others({ discord, say, act, quietly, press }: Stage): Promise<void> {
  say('## The rest', '', '### The dates as an event of the server, in all languages')
  await act(admin, 'runs `/event`', aCommand('event', { ...admin, permissions: manager }))
  const published = discord.calls.find(({ request }) => request === 'post /guilds/{guild_id}/scheduled-events')!.body
  say(...`${String(published.name)}\n${String(published.description)}`.split('\n').map((line) => `> ${line}  `))
  say(`${String(published.scheduled_start_time)} – ${String(published.scheduled_end_time)}`)
  say('### A file of one date is called by it')
  const answer = await quietly(aCommand('ask', bob, { question: 'When was the third consultation?' }))
  await press(bob, answer, /Add to calendar/, inServer)
  say('### What is stored, without what is said of another platform')
  await act(bob, 'reads `/privacy`', aCommand('privacy', bob))
  say('### Commands of organizers, for who is none')
  await act(bob, 'tries `/announce`', aCommand('announce', bob, { inPrivate: true }))
  say('### Who is faster than people are')
  const hasty: Person = { id: '106', called: 'Somebody', locale: 'en-US' }
  for (let nth = 0; nth < 30; nth++) await quietly(aCommand('help', hasty))
  await act(hasty, 'asks for the 31st time within a second', aCommand('help', hasty))
}
