import { languages as all } from '../../../knowledge/language.ts'
import { say } from '../../i18n.ts'
import type { DestinationDecision, DestinationStore } from '../../mailing/destination.ts'
import { notePage } from '../../pages/note-page.ts'
import type { OrganizerAct } from '../../pages/page.ts'
import type { Drafts } from '../writing/drafts.ts'
import { destinationPage } from '../pages/destination.ts'
import type { Views } from '../pages/views.ts'
import { replaced, type OrganizerPress, type ActTable, type Replaced } from './press.ts'

type ChatAct = Extract<OrganizerAct, 'approve' | 'refuse' | 'languages'>
type Act = Extract<OrganizerAct, 'board' | 'new'> | ChatAct

/** What concerns no announcement: all of them, a new one, and chats that receive them. */
export function generalPresses({
  destinations,
  drafts,
  views,
}: {
  readonly destinations: Pick<DestinationStore, 'byId' | 'decide'>
  readonly drafts: Pick<Drafts, 'begin'>
  readonly views: Pick<Views, 'board'>
}): ActTable<Act, OrganizerPress> {
  return {
    board: async ({ language, value, by }) => replaced(await views.board(language, by.now, value)),
    new: async ({ visitor, language }) => ({ kind: 'message', page: await drafts.begin(visitor, language) }),
    approve: (press) => decided(press, 'approve', { standing: 'active' }),
    refuse: (press) => decided(press, 'refuse', { standing: 'left' }),
    async languages(press) {
      const named = all.filter((one) => press.value?.split('-').includes(one))
      return decided(press, 'languages', named.length > 0 ? { languages: named } : undefined)
    },
  }

  /** A chat as it is then; without a decision it stays as it was. */
  async function decided(
    { subject, language, by: { who, now }, value }: OrganizerPress,
    act: ChatAct,
    decision: DestinationDecision | undefined,
  ): Promise<Replaced> {
    const id = Number(subject)
    if (!(await destinations.byId(id)))
      return { kind: 'notice', page: notePage(language, say(language, 'organizers.noDestination')) }
    if (decision) await destinations.decide(id, decision, { act, who, at: now, detail: value })
    return replaced(destinationPage((await destinations.byId(id))!, language))
  }
}
