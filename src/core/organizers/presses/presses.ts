import type { Language } from '../../../knowledge/language.ts'
import type { AnnouncementCommands } from '../../announcements/commands.ts'
import type { OrganizerAct, Pressed } from '../../pages/page.ts'
import type { Visitor } from '../../pages/visitor.ts'
import { actorOf } from '../writing/actor.ts'
import type { EntryPrompts } from '../writing/entry-prompts.ts'
import { unknownPage } from '../pages/refusal.ts'
import { discardingPresses } from './discarding.ts'
import { draftingPresses } from './drafting.ts'
import { generalPresses } from './general.ts'
import { lookingPresses } from './looking.ts'
import type { AnnouncementPress, ActTable } from './press.ts'
import { topicsPresses } from './topics.ts'
import { takingPresses } from './taking.ts'
import { sendingPresses } from './sending.ts'
import { unfilingPresses } from './unfiling.ts'

/** Does what an organizer's button says: about `subject`, with what `value` says more. */
export type OrganizerPresses = (
  visitor: Visitor,
  language: Language,
  act: OrganizerAct,
  subject: string,
  value: string | undefined,
) => Promise<Pressed>

/** Acts on what was entered. */
const keeping: ReadonlySet<OrganizerAct> = new Set(['correctNow', 'take', 'dismiss'])

/** What a table of presses is made of. */
type Ports<Part extends (ports: never) => unknown> = Parameters<Part>[0]

/** Every act stands in one table, in that of the announcements or in that of everything else. */
export function openOrganizerPresses(
  ports: Ports<typeof generalPresses> &
    Ports<typeof topicsPresses> &
    Ports<typeof draftingPresses> &
    Ports<typeof sendingPresses> &
    Ports<typeof lookingPresses> &
    Ports<typeof takingPresses> &
    Ports<typeof discardingPresses> &
    Ports<typeof unfilingPresses> & {
      readonly commands: Pick<AnnouncementCommands, 'find'>
      readonly prompts: Pick<EntryPrompts, 'clear'>
    },
): OrganizerPresses {
  const { commands, prompts } = ports
  const general = { ...generalPresses(ports), ...topicsPresses(ports) }
  type General = keyof typeof general
  const ofAnnouncements: ActTable<Exclude<OrganizerAct, General>, AnnouncementPress> = {
    ...draftingPresses(ports),
    ...sendingPresses(ports),
    ...lookingPresses(ports),
    ...takingPresses(ports),
    ...discardingPresses(ports),
    ...unfilingPresses(ports),
  }
  return async (visitor, language, act, subject, value) => {
    const press = { visitor, language, by: actorOf(visitor, language), subject, value }
    if (isGeneral(act)) return general[act](press)
    const announcement = await commands.find(subject)
    if (!announcement) return { kind: 'notice', page: unknownPage(subject, language) }
    // Whatever else is done, a message that comes later is not taken for what was asked before.
    if (!keeping.has(act)) await prompts.clear(visitor)
    return ofAnnouncements[act]({ ...press, announcement })
  }

  function isGeneral(act: OrganizerAct): act is General {
    return Object.hasOwn(general, act)
  }
}
