import { readFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { basename, dirname, resolve } from 'node:path'
import { text as textOf } from 'node:stream/consumers'
import { load } from 'js-yaml'
import { withTexts, type Announcement, type AttachmentRef } from '../core/mailing/announcement.ts'
import { openCommands, type Actor, type AnnouncementCommands, type Done } from '../core/announcements/commands.ts'
import { headline } from '../core/mailing/copy.ts'
import { readDraft, type Draft } from '../core/announcements/draft.ts'
import { largestFile, typeOf } from '../core/announcements/file.ts'
import { csvOf, recordsOf } from '../core/announcements/export.ts'
import { reportOn, type Report } from '../core/announcements/report.ts'
import { startOf } from '../core/mailing/schedule.ts'
import type { Config } from '../operation/config.ts'
import { say } from '../core/i18n.ts'
import { platformNames } from '../core/people/people.ts'
import { withStore, type Store } from '../core/store/open.ts'
import { OperatorError } from '../knowledge/fault.ts'
import { loadPack } from '../knowledge/load.ts'
import type { Pack } from '../knowledge/pack.ts'
import { measureDiscord } from '../bots/discord/copy.ts'
import { measureTelegram } from '../bots/telegram/copy.ts'
import { parse, readLanguage, UsageError } from './parse.ts'
import { previewOf } from './preview.ts'
import { readMoment, venueTime } from '../core/time/venue.ts'

const usage = `usage: announce create --file FILE|- | preview ID [--language kk|ru|en] [--platform telegram|discord] | send ID --yes
       announce schedule ID --at "2026-04-22 09:00" | cancel ID | pause ID | resume ID | list | show ID
       announce correct ID --file FILE|- | recall ID --yes | retry ID [--uncertain] | export ID          (all with --json)`

/** An act that can't be done. The message names what, why and what to do. */
class AnnounceError extends OperatorError {
  override readonly name = 'AnnounceError'
}

/** The faults of what organizers wrote and what tools read are told in one language. */
const language = 'en'

const mostListed = 100

type Tools = {
  readonly commands: AnnouncementCommands
  readonly store: Store
  readonly timeZone: string
  readonly by: Actor
  readonly values: Values
  readonly write: Write
}
type Values = ReturnType<typeof readArgs>['values']

/** What a command comes to: an object for other programs, and lines for people. */
type Result = { readonly json: object; readonly lines: readonly string[] }

/** Takes what is printed. */
type Write = (text: string) => unknown

/** `announce`: writes to the store what the running program delivers. Throws an AnnounceError if it is refused. */
export async function runAnnounce(
  args: readonly string[],
  config: Config,
  builtIn: string,
  write: Write = (text) => process.stdout.write(text),
): Promise<void> {
  const { values, positionals } = readArgs(args)
  const [verb, id, ...rest] = positionals
  const command = verb !== undefined && Object.hasOwn(commands, verb) ? commands[verb] : undefined
  if (verb !== undefined && !command) throw new UsageError(`announce has no command ${verb}\n${usage}`)
  if (!command || rest.length > 0 || (id === undefined) !== (verb === 'create' || verb === 'list'))
    throw new UsageError(usage)
  const pack = loadPack(config.knowledge ?? builtIn)
  const { json, lines } = await withStore(config.databaseUrl, (store) =>
    carryOut(command, id, { store, values, timeZone: pack.timeZone, pack, write }),
  ).catch((error: unknown) => {
    // Whoever reads JSON gets some also where nothing was done.
    if (values.json && error instanceof OperatorError) write(`${JSON.stringify({ error: error.message })}\n`)
    throw error
  })
  write(values.json ? `${JSON.stringify(json)}\n` : lines.map((line) => `${line}\n`).join(''))
}

function carryOut(
  command: Command,
  id = '',
  { pack, store, ...given }: Pick<Tools, 'store' | 'values' | 'timeZone' | 'write'> & { readonly pack: Pack },
): Promise<Result> {
  const commands = openCommands({
    ledger: store.ledger,
    measures: [measureTelegram(pack.timeZone), measureDiscord(pack.timeZone)],
    pack,
  })
  const by = { who: `terminal:${userInfo().username}`, now: new Date(), language } as const
  return command({ ...given, commands, store, by }, id)
}

function readArgs(args: readonly string[]) {
  return parse(args, usage, {
    file: { type: 'string' },
    language: { type: 'string' },
    platform: { type: 'string' },
    yes: { type: 'boolean' },
    at: { type: 'string' },
    uncertain: { type: 'boolean' },
    json: { type: 'boolean' },
  })
}

type Command = (tools: Tools, id: string) => Promise<Result>

const commands: Readonly<Record<string, Command>> = {
  async create({ commands, store, timeZone, by, values }) {
    const { draft, directory } = await readDraftFile(values.file, timeZone)
    const attachment =
      draft.attachment === undefined ? undefined : await storeFile(resolve(directory, draft.attachment), store)
    const { content, urgency, audience, fallback, sendAt, notAfter } = draft
    const announcement = await commands.create(
      {
        content: { ...content, ...(attachment ? { attachment } : {}) },
        urgency,
        audience,
        fallback,
        sendAt,
        notAfter,
        author: by.who,
      },
      by.now,
    )
    const problems = commands.problems(announcement, by)
    const comesTo = await audienceOf(announcement, commands)
    const { id, state } = announcement
    return {
      json: { id, state, audience: comesTo, problems },
      lines: [
        `announcement ${id}: ${state}, ${comesTo.total} destinations at present`,
        ...problems.map((problem) => `  to be mended before it can be sent: ${problem}`),
        `next: announce preview ${id}, announce send ${id} --yes`,
      ],
    }
  },

  async preview({ commands, timeZone, by, values }, id) {
    const announcement = await find(commands, id)
    const platform = Object.keys(platformNames).find((name) => name === values.platform) as
      | keyof typeof platformNames
      | undefined
    if (values.platform !== undefined && !platform)
      throw new UsageError(`--platform ${values.platform}: use telegram or discord`)
    const previews = previewOf(announcement, { language: readLanguage(values.language), platform, timeZone })
    const problems = commands.problems(announcement, by)
    const comesTo = await audienceOf(announcement, commands)
    return {
      json: { id, state: announcement.state, previews, problems, audience: comesTo },
      lines: [
        ...previews.flatMap(({ platform: on, language: one, units, limit, messages }) => [
          `--- ${platformNames[on]}, ${one}: ${units} of ${limit}`,
          ...messages,
        ]),
        ...problems.map((problem) => `to be mended before it can be sent: ${problem}`),
      ],
    }
  },

  async send({ commands, store, by, values, timeZone }, id) {
    const announcement = await find(commands, id)
    if (!values.yes) {
      const { total } = await audienceOf(announcement, commands)
      throw new AnnounceError(
        `announcement ${id} would go to ${total} destinations; to send it: announce send ${id} --yes`,
      )
    }
    return scheduled(await commands.send(id, by), id, store, timeZone)
  },

  async schedule({ commands, store, by, values, timeZone }, id) {
    if (values.at === undefined) throw new UsageError(`schedule needs --at "2026-04-22 09:00"\n${usage}`)
    const at = readMoment(values.at, timeZone)
    if (!at)
      throw new AnnounceError(
        `--at ${JSON.stringify(values.at)} is no time; write it as at the venue (${timeZone}), such as "2026-04-22 09:00"`,
      )
    return scheduled(await commands.send(id, by, at), id, store, timeZone)
  },

  cancel: async ({ commands, store, by }, id) => shown(await commands.cancel(id, by), id, store),
  pause: async ({ commands, store, by }, id) => shown(await commands.pause(id, by), id, store),
  resume: async ({ commands, store, by }, id) => shown(await commands.resume(id, by), id, store),
  retry: async ({ commands, store, by, values }, id) =>
    shown(await commands.retry(id, by, values.uncertain), id, store),

  async correct({ commands, store, by, values, timeZone }, id) {
    const { draft, given } = await readDraftFile(values.file, timeZone)
    const texts = { title: draft.content.title, body: draft.content.body }
    const before = await find(commands, id)
    if (before.startedAt) return shown(await commands.rewrite(id, texts, by), id, store)
    // What was not sent yet takes everything that the file says.
    const { urgency, audience, fallback, sendAt, notAfter } = draft
    return shown(
      await commands.amend(
        id,
        ({ content }) => ({
          content: withTexts(content, texts),
          ...(given.includes('urgency') ? { urgency } : {}),
          ...(given.includes('audience') ? { audience } : {}),
          ...(given.includes('fallback') ? { fallback } : {}),
          ...(given.includes('sendAt') ? { sendAt } : {}),
          ...(given.includes('sendNotAfter') ? { notAfter } : {}),
        }),
        by,
      ),
      id,
      store,
    )
  },

  async recall({ commands, store, by, values }, id) {
    const announcement = await find(commands, id)
    if (!values.yes) {
      const { sent } = await reportOn(announcement, store.ledger)
      throw new AnnounceError(
        `announcement ${id} was sent to ${sent} destinations; to take it back: announce recall ${id} --yes`,
      )
    }
    return shown(await commands.recall(id, by), id, store)
  },

  async list({ store }) {
    const announcements = await store.ledger.list(mostListed)
    const rows = await Promise.all(
      announcements.map(async (announcement) => {
        const { total, sent, pending } = await reportOn(announcement, store.ledger)
        const { id, state, urgency, startedAt, finishedAt, author } = announcement
        return {
          id,
          state,
          urgency,
          title: headline(announcement.content, language),
          author,
          sendAt: announcement.startAt ?? announcement.sendAt,
          startedAt,
          finishedAt,
          total,
          sent,
          pending,
        }
      }),
    )
    return {
      json: { announcements: rows },
      lines: rows.map(({ id, state, title, total, sent }) => `${id}\t${state}\t${sent}/${total}\t${title}`),
    }
  },

  async show({ commands, store }, id) {
    const announcement = await find(commands, id)
    return described(await reportOn(announcement, store.ledger), await store.ledger.acts(id))
  },

  async export({ commands, store, values, write }, id) {
    await find(commands, id)
    if (values.json) return { json: { id, deliveries: await Array.fromAsync(recordsOf(id, store.ledger)) }, lines: [] }
    for await (const row of csvOf(id, store.ledger)) write(row)
    return { json: {}, lines: [] }
  },
}

async function find(commands: AnnouncementCommands, id: string): Promise<Announcement> {
  const announcement = await commands.find(id)
  if (!announcement) throw new AnnounceError(`there is no announcement ${JSON.stringify(id)}; see: announce list`)
  return announcement
}

async function audienceOf(announcement: Announcement, commands: AnnouncementCommands) {
  const { total, shares } = await commands.audience(announcement)
  const counted = (keyOf: (share: (typeof shares)[number]) => string): Record<string, number> =>
    Object.fromEntries(
      Map.groupBy(shares, keyOf)
        .entries()
        .map(([key, group]) => [key, group.reduce((sum, { count }) => sum + count, 0)]),
    )
  return {
    total,
    byPlatform: counted(({ platform }) => platform),
    byKind: counted(({ kind }) => kind),
    byLanguage: counted(({ languages }) => languages.join('+')),
  }
}

/** What was done, or the reason why not. */
function unwrap(done: Done, id: string): Extract<Done, { kind: 'done' }> {
  if (done.kind === 'done') return done
  const why = say(language, `refused.${done.why}`, { id, state: done.announcement?.state ?? '' })
  throw new AnnounceError([why, ...(done.problems ?? []).map((problem) => `  ${problem}`)].join('\n'))
}

async function scheduled(done: Done, id: string, store: Store, timeZone: string): Promise<Result> {
  const { announcement, count = 0 } = unwrap(done, id)
  const startsAt = startOf(announcement.startAt!, announcement.urgency, timeZone)
  const { json } = described(await reportOn(announcement, store.ledger))
  return {
    json: { ...json, destinations: count, startsAt },
    lines: [
      `announcement ${id} goes to ${count} destinations at ${venueTime(startsAt, timeZone)} (${timeZone}, ${startsAt.toISOString()})`,
      ...(startsAt > announcement.startAt! ? ['it is routine, and waits until the morning at the venue'] : []),
      `until then: announce cancel ${id}`,
    ],
  }
}

async function shown(done: Done, id: string, store: Store): Promise<Result> {
  return described(await reportOn(unwrap(done, id).announcement, store.ledger))
}

function described(report: Report, acts: readonly { act: string; who: string; at: Date }[] = []): Result {
  const {
    id,
    state,
    total,
    sent,
    failed,
    uncertain,
    pending,
    possiblyTwice,
    byPlatform,
    reasons,
    pause,
    correction,
    recall,
  } = report
  return {
    json: { ...withNulls(report), ...(acts.length > 0 ? { acts } : {}) },
    lines: [
      `announcement ${id}: ${state}`,
      ...(pause
        ? [
            `  paused: ${pause.why}${pause.reason === undefined ? '' : ` (${pause.reason})`}${pause.until ? `; goes on at ${pause.until.toISOString()}` : `; to go on: announce resume ${id}`}`,
          ]
        : []),
      `  of ${total}: ${sent} sent, ${failed} failed, ${uncertain} uncertain, ${pending} pending; ${possiblyTwice} possibly twice`,
      ...Object.entries(byPlatform).map(([platform, one]) => `  ${platform}: ${one.sent} of ${one.total}`),
      ...Object.entries(reasons).map(([reason, count]) => `  ${count}: ${reason}`),
      ...(correction
        ? [`  corrected: ${correction.done} done, ${correction.pending} pending, ${correction.impossible} impossible`]
        : []),
      ...(recall
        ? [
            `  recalled: ${recall.removed} removed, ${recall.replaced} replaced by a notice, ${recall.pending} pending, ${recall.impossible} impossible (announce export ${id} says which)`,
          ]
        : []),
      ...acts.map(({ act, who, at }) => `  ${at.toISOString()} ${act} by ${who}`),
    ],
  }
}

/** JSON leaves out what is undefined; whoever reads it looks for the key. */
function withNulls(report: Report): object {
  return { ...report, startedAt: report.startedAt ?? null, finishedAt: report.finishedAt ?? null }
}

/** A draft from a file or from standard input, YAML or JSON; every fault at once, with its place. */
async function readDraftFile(
  path: string | undefined,
  timeZone: string,
): Promise<{ draft: Draft; directory: string; given: string[] }> {
  if (path === undefined) throw new UsageError(`--file FILE, or --file - to read from standard input\n${usage}`)
  const written =
    path === '-'
      ? await textOf(process.stdin)
      : await readFile(path, 'utf8').catch((error: unknown) => {
          throw new AnnounceError(
            `--file ${path} can't be read: ${error instanceof Error ? error.message : String(error)}`,
            { cause: error },
          )
        })
  let value: unknown
  try {
    value = load(written)
  } catch (error) {
    throw new AnnounceError(
      `${path} is neither YAML nor JSON: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    )
  }
  const read = readDraft(value, timeZone)
  if ('faults' in read)
    throw new AnnounceError(`${path} is no announcement:\n${read.faults.map((fault) => `  ${fault}`).join('\n')}`)
  return { draft: read.draft, directory: path === '-' ? '.' : dirname(path), given: Object.keys(value as object) }
}

async function storeFile(path: string, store: Store): Promise<AttachmentRef> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new AnnounceError(
      `attachment ${path} can't be read: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    )
  })
  if (bytes.length > largestFile)
    throw new AnnounceError(
      `attachment ${path} has ${bytes.length} bytes; at most ${largestFile} can be sent on both platforms`,
    )
  if (bytes.length === 0) throw new AnnounceError(`attachment ${path} is empty`)
  return store.ledger.attach(basename(path), typeOf(path), bytes)
}
