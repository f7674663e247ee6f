import type { Pack } from '../../knowledge/pack.ts'
import { ownChatOf } from '../pages/visitor.ts'
import type { MyProgramme } from './my-programme.ts'
import { myProgrammePage } from './my-programme-page.ts'
import { replacement, stale, type PressTable } from './press.ts'

/** The buttons of somebody's own programme. */
export function myProgrammePresses(
  currentPack: () => Pack,
  { marks, unmark }: Pick<MyProgramme, 'marks' | 'unmark'>,
): PressTable<'mine' | 'drop'> {
  return {
    async mine(visitor, language, { page, editing = false }) {
      const pack = currentPack()
      const { now } = visitor
      return replacement(language, myProgrammePage(await marks(visitor, pack), pack, language, { now, page, editing }))
    },
    async drop(visitor, language, { entry, page }) {
      const pack = currentPack()
      const { now } = visitor
      const own = ownChatOf(visitor)
      if (!own) return stale(language)
      await unmark(own, entry, pack)
      const left = await marks(visitor, pack)
      return replacement(language, myProgrammePage(left, pack, language, { now, page, editing: true }))
    },
  }
}
