import type { AnnouncementCommands } from '../../announcements/commands.ts'
import { say } from '../../i18n.ts'
import { note } from '../../pages/lines.ts'
import type { OrganizerAct } from '../../pages/page.ts'
import { discardPage } from '../pages/stop.ts'
import type { Views } from '../pages/views.ts'
import { pressedAfter, replaced, type ActTable, type AnnouncementPress } from './press.ts'

type Act = Extract<OrganizerAct, 'discard'>

/** Deletes what was never sent, after a question; what is left then is all others. */
export function discardingPresses({
  commands,
  views,
}: {
  readonly commands: Pick<AnnouncementCommands, 'remove'>
  readonly views: Pick<Views, 'board' | 'after'>
}): ActTable<Act, AnnouncementPress> {
  return {
    async discard(press) {
      const { announcement, subject, language, value, by } = press
      if (value === undefined) return replaced(discardPage(announcement, language))
      const done = await commands.remove(subject)
      if (done.kind === 'refused') return pressedAfter(done, press, views)
      const board = await views.board(language, by.now)
      const gone = note(say(language, 'organizers.discarded', { id: subject }))
      return replaced({ ...board, lines: [gone, ...board.lines] })
    },
  }
}
