import { countOwnEntries } from '../knowledge/common-gap.ts'
import type { Logger } from 'pino'
import type { OpenPacks } from '../core/knowledge-base/open-packs.ts'
import type { NoticeBoard, Notifier } from '../core/mailing/notices.ts'
import { describeFault } from '../knowledge/fault.ts'
import type { Pack } from '../knowledge/pack.ts'

/** A file of another format may have a fault in each line; whoever mends these sees the others then. */
const mostFaults = 10

/**
 * Follows the files of all packs until disposed of; the log hears of every change, organizers of each that is refused,
 * and of which pack, if there are several.
 */
export function followKnowledge(
  knowledge: OpenPacks,
  { notices, notifier, log }: { notices: NoticeBoard; notifier: Notifier; log: Logger },
): AsyncDisposable {
  return knowledge.follow({
    onReplaced: ({ pack }) => log.info(summaryOf(pack), 'knowledge replaced'),
    onRefused(faults, { pack: { id } }) {
      const of = knowledge.each.length > 1 ? `${id}, ` : ''
      const described = faults.slice(0, mostFaults).map((fault) => `${of}${describeFault(fault)}`)
      log.error({ faults: described }, 'knowledge refused')
      const told = notices.post(notifier.ofKnowledge(described.join('\n')))
      told.catch((error: unknown) => log.warn({ err: error }, 'organizers are not told of refused knowledge'))
    },
  })
}

/** What a log says of a pack. */
export function summaryOf(pack: Pack): { pack: string; entries: number } {
  return { pack: pack.id, entries: countOwnEntries(pack) }
}
