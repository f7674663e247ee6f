import { join } from 'node:path'
import { besideProgram, type Beside } from '../support/announce.ts'
import { aCompletion, aMessage, aPress, type Asker } from '../support/discord/events.ts'
import { application, startDiscord, type Body, type Discord, type Shown } from '../support/discord/server.ts'
import { startInProcess } from '../support/in-process.ts'
import { bulletin } from '../support/packs.ts'

/** Somebody of the journey, by what they are called in it. */
export type Person = Asker & { readonly called: string }

type Interaction = Body & { readonly id: string }
type Component = {
  readonly type: number
  readonly custom_id?: string
  readonly label?: string
  readonly style?: number
  readonly options?: readonly { readonly label: string; readonly value: string; readonly default?: boolean }[]
  readonly components?: readonly Component[]
  readonly component?: Component
  readonly placeholder?: string
  readonly value?: string
}

/**
 * The program with the built-in bulletin before a Discord on the loopback interface, and what people do and see there
 * written down as Markdown.
 */
export type Stage = AsyncDisposable & {
  readonly discord: Discord
  readonly beside: Beside
  readonly text: () => string
  readonly say: (...lines: readonly string[]) => void
  /** Sends an interaction, writes down what was done and all that is shown then; returns the first answer. */
  readonly act: (who: Person, what: string, interaction: Interaction, answers?: number) => Promise<Shown>
  /** The same without writing it down. */
  readonly quietly: (interaction: Interaction) => Promise<Shown>
  /** Presses the button of a label under what was shown. */
  readonly press: (who: Person, shown: Shown, label: RegExp, where?: Where) => Promise<Shown>
  /** Writes a message, and writes down the reply. */
  readonly write: (who: Person, text: string, where?: { readonly inPrivate?: boolean }) => Promise<Shown>
  /** The first names that are offered while somebody types. */
  readonly complete: (who: Person, typed: string) => Promise<void>
  /** Messages in a channel that are newer than so many, written down. */
  readonly showNew: (channel: string, before: number, what: string) => void
  /** So many milliseconds pass. */
  readonly pass: (ms: number) => void
}

export type Where = { readonly inPrivate?: boolean; readonly ephemeral?: boolean }

/** Before the summit, in the forenoon of the venue. */
const start = Date.parse('2026-03-02T05:00:00Z')

/** `organizers`: ids. `directory`: for the database. */
export async function openStage(organizers: readonly string[], directory: string): Promise<Stage> {
  const discord = await startDiscord()
  const url = `sqlite:${join(directory, 'jauap.db')}`
  const begun = performance.now()
  let ahead = 0
  const bot = startInProcess(
    {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_ROOT: discord.root,
      KNOWLEDGE: bulletin,
      DATABASE_URL: url,
      ORGANIZERS: organizers.map((id) => `discord:${id}`).join(),
      LOG_LEVEL: 'info',
    },
    () => new Date(start + performance.now() - begun + ahead),
  )
  const beside = besideProgram(url)
  await bot.said(/commands registered/)
  const lines: string[] = []
  const say = (...more: readonly string[]): void => void lines.push(...more, '')

  async function quietly(interaction: Interaction, answers = 1): Promise<Shown> {
    discord.gateway.dispatch('INTERACTION_CREATE', interaction)
    await discord.until(() => discord.answersTo(interaction.id).length >= answers, 'an answer to the interaction')
    return discord.answersTo(interaction.id)[0]!
  }

  async function act(who: Person, what: string, interaction: Interaction, answers = 1): Promise<Shown> {
    const first = await quietly(interaction, answers)
    say(`**${who.called}** ${what}`)
    for (const shown of discord.answersTo(interaction.id)) say(...written(shown))
    return first
  }

  return {
    discord,
    beside,
    text: () => `${lines.join('\n').trim()}\n`,
    say,
    act,
    quietly: (interaction) => quietly(interaction),
    press(who, shown, label, where = { inPrivate: true, ephemeral: false }) {
      const { custom_id: id, label: name } = buttonIn(shown, label)
      return act(who, `presses [${name}]`, aPress(id!, who, where))
    },
    async write(who, text, { inPrivate = false } = {}) {
      const message = aMessage(who, inPrivate ? text : `<@${application}> ${text}`, {
        inPrivate,
        mentions: inPrivate ? [] : [application],
      })
      const channel = String(message.channel_id)
      const before = discord.messagesIn(channel).length
      discord.gateway.dispatch('MESSAGE_CREATE', message)
      await discord.until(() => discord.messagesIn(channel).length > before, 'a reply')
      say(
        `**${who.called}** writes ${inPrivate ? 'in private' : 'in the channel'}: ${inPrivate ? '' : '@Jauap '}${text}`,
      )
      const [reply] = discord.messagesIn(channel).slice(before)
      say(...written(reply!))
      return reply!
    },
    async complete(who, typed) {
      const { content } = await quietly(aCompletion(typed, who))
      const names = (content.choices as { name: string }[]).map(({ name }) => name)
      const shown = names.slice(0, 3).map((name) => `> ${name}`)
      const last = names.length > 3 ? [`> … (${names.length} in all; the last: ${names.at(-1)})`] : []
      say(`**${who.called}** types \`/ask question:${typed}\` and is offered`)
      say(...shown, ...last)
    },
    showNew(channel, before, what) {
      say(what)
      for (const shown of discord.messagesIn(channel).slice(before)) say(...written(shown))
    },
    pass: (ms) => void (ahead += ms),
    async [Symbol.asyncDispose]() {
      await beside[Symbol.asyncDispose]()
      await bot[Symbol.asyncDispose]()
      await discord[Symbol.asyncDispose]()
    },
  }
}

/** A message as it is seen: for whom, its text, and the buttons below. */
function written(shown: Shown): string[] {
  const { content, ephemeral } = shown
  const type = Number(content.type ?? 0)
  if (type === 9) return form(content)
  const embeds = (content.embeds ?? []) as { description?: string; footer?: { text: string } }[]
  const texts = [
    (content.content ?? '') as string,
    ...embeds.flatMap(({ description = '', footer }) => [description, footer ? `-# ${footer.text}` : '']),
  ]
  const body = texts.filter((text) => text !== '').join('\n')
  const whom = ephemeral ? ['> *(only they see it)*'] : type === 7 ? ['> *(in place of the page before)*'] : []
  const buttons = rows(content).map((row) => `> ${row.map(dressed).join(' ')}`)
  return [...whom, ...body.split('\n').map((line) => `> ${line}`.trimEnd() + '  '), ...buttons]
}

function form(content: Body): string[] {
  const fields = rows(content)
    .flat()
    .map(({ label, value, options, placeholder }) => {
      const chosen = options?.map((one) => (one.default ? `**${one.label}**` : one.label)).join(' · ')
      const inside = chosen ?? value?.replaceAll('\n', ' ⏎ ') ?? placeholder ?? ''
      return `> ${label ?? ''}: \`[\` ${inside} \`]\``
    })
  return [`> *(a form)* **${String(content.title)}**  `, ...fields.map((field) => `${field}  `)]
}

/** Buttons, menus and fields in their rows; a field in a label has its words. */
function rows({ components = [] }: Body): Component[][] {
  return (components as readonly Component[]).map(({ components: inner, component, label }) =>
    component ? [{ ...component, ...(label === undefined ? {} : { label }) }] : [...(inner ?? [])],
  )
}

const colours: Readonly<Record<number, string>> = { 3: '🟢 ', 4: '🔴 ' }

function dressed({ label, style = 2, options, placeholder = '' }: Component): string {
  return options ? `\`▾ ${placeholder} (${options.length})\`` : `\`[${colours[style] ?? ''}${label}]\``
}

function buttonIn({ content }: Shown, label: RegExp): Component {
  const all = rows(content).flat()
  const found = all.find((one) => label.test(one.label ?? ''))
  if (!found) throw new Error(`no button ${String(label)} among ${all.map((one) => one.label).join(', ')}`)
  return found
}
