import type { EventName } from '../../core/mailing/foot.ts'
import { announcementCommands } from '../../platforms/announcement-commands.ts'
import { withStore } from '../../core/store/open.ts'
import { OperatorError } from '../../knowledge/fault.ts'
import { shortTitle } from '../../knowledge/pack-subject.ts'
import { loadPack } from '../../knowledge/load.ts'
import type { Config } from '../../operation/config.ts'
import { helpTexts } from '../help.ts'
import { orMeant } from '../nearest.ts'
import { misused, parse } from '../parse.ts'
import type { Streams } from '../streams.ts'
import { correct, create } from './drafts.ts'
import { exportDeliveries } from './export.ts'
import { preview } from './preview.ts'
import { cancel, pause, recall, resume, retry } from './running.ts'
import { schedule, send } from './send.ts'
import { list, show } from './show.ts'
import { topics } from './topics.ts'
import { userName } from './user-name.ts'
import { language, options, type Verb } from './verb.ts'

/** Verbs that take no announcement, and those that take one. */
const verbs = {
  ofNone: new Map<string, Verb>(Object.entries({ create, list, topics })),
  ofOne: new Map<string, Verb>(
    Object.entries({
      preview,
      send,
      schedule,
      cancel,
      pause,
      resume,
      correct,
      recall,
      retry,
      show,
      export: exportDeliveries,
    }),
  ),
}

/**
 * `announce`: writes to the store what the running program delivers. Throws a UsageError for a command line that can't
 * be understood, an AnnounceError or another OperatorError for what can't be done; with --json that is also printed.
 */
export async function runAnnounce(
  args: readonly string[],
  config: Config,
  builtIn: string,
  { stdin, stdout }: Streams,
): Promise<void> {
  const { values, positionals } = parse(args, helpTexts.announce, options)
  const { verb, id } = readVerb(positionals)
  const pack = loadPack(config.knowledge?.[0] ?? builtIn)
  const { timeZone } = pack
  const eventName: EventName = (one) => shortTitle(pack, one)
  const by = { who: `terminal:${userName()}`, now: new Date(), language } as const
  const { json, lines } = await withStore(config.databaseUrl, (store) =>
    verb(
      {
        commands: announcementCommands(
          store,
          { timeZone: () => timeZone, eventName },
          { above: config.approvalAbove, organizers: config.organizers },
        ),
        store,
        timeZone,
        eventName,
        by,
        values,
        stdin,
        stdout,
      },
      id,
    ),
  ).catch((error: unknown) => {
    // Whoever reads JSON gets some also where nothing was done.
    if (values.json && error instanceof OperatorError) stdout.write(`${JSON.stringify({ error: error.message })}\n`)
    throw error
  })
  stdout.write(values.json ? `${JSON.stringify(json)}\n` : lines.map((line) => `${line}\n`).join(''))
}

/** The verb, and the announcement that it is about (empty for none). */
function readVerb([name, id, ...rest]: readonly string[]): { readonly verb: Verb; readonly id: string } {
  const known = [...verbs.ofNone.keys(), ...verbs.ofOne.keys()]
  if (name === undefined) throw misused(`Say what to do: ${known.join(', ')}`, helpTexts.announce)
  if (!known.includes(name)) throw misused(`There is no announce ${name}${orMeant(name, known)}`, helpTexts.announce)
  const verb = (id === undefined ? verbs.ofNone : verbs.ofOne).get(name)
  if (!verb || rest.length > 0)
    throw misused(`announce ${name} takes ${verbs.ofNone.has(name) ? 'no' : 'one'} announcement`, helpTexts.announce)
  return { verb, id: id ?? '' }
}
