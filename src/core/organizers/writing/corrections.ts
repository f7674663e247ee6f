import type { Language } from '../../../knowledge/language.ts'
import type { AnnouncementCommands } from '../../announcements/commands.ts'
import type { Actor, Done } from '../../announcements/done.ts'
import { withTexts } from '../../mailing/content.ts'
import type { Announcement } from '../../announcements/announcement.ts'
import type { Page } from '../../pages/page.ts'
import type { Visitor } from '../../pages/visitor.ts'
import { correctionPage } from '../pages/correct.ts'
import { refusalPage } from '../pages/refusal.ts'
import { stampOfText } from '../pages/stamp.ts'
import type { Views } from '../pages/views.ts'
import type { EntryPrompts } from './entry-prompts.ts'
import { textsOf, type Written } from './written.ts'

/** Nothing that is out is changed before somebody has seen with what, and in how many copies. */
export type Corrections = {
  /** Keeps the text until it is confirmed, and asks; or says what is wrong with it. */
  readonly propose: (
    visitor: Visitor,
    language: Language,
    announcement: Announcement,
    written: Written,
  ) => Promise<Page>
  /**
   * Carries out what was proposed last; with "tell-" before the stamp, whoever has the old text is told. Undefined if
   * that is not what the stamp stands for.
   */
  readonly confirm: (visitor: Visitor, id: string, stamp: string | undefined, by: Actor) => Promise<Done | undefined>
}

/** Corrections are proposed to the one who wrote them alone, and nobody else can confirm them. */
export function openCorrections({
  commands,
  prompts,
  views,
}: {
  readonly commands: Pick<AnnouncementCommands, 'problems' | 'rewrite' | 'unfit'>
  readonly prompts: Pick<EntryPrompts, 'entered' | 'keepEntered' | 'clear'>
  readonly views: Pick<Views, 'shown'>
}): Corrections {
  return {
    async propose(visitor, language, announcement, written) {
      const { id, content } = announcement
      const { now } = visitor
      const texts = textsOf(written)
      const corrected = { ...announcement, content: withTexts(content, texts) }
      const problems = await commands.problems(corrected, { language, now })
      if (problems.length > 0) return refusalPage({ why: 'problems', problems, announcement }, id, language)
      const text = JSON.stringify(written)
      await prompts.keepEntered(visitor, { announcement: id, field: 'correct', text })
      const [shown, unfit] = await Promise.all([
        views.shown(announcement, language, now),
        commands.unfit(announcement, texts),
      ])
      return correctionPage(shown, { texts, unfit, stamp: stampOfText(text) }, language)
    },
    async confirm(visitor, id, stamp, by) {
      const entered = await prompts.entered(visitor)
      const isFirst = await prompts.clear(visitor)
      // What was seen is what is done: not what was written afterwards.
      const tell = stamp?.startsWith('tell-') ?? false
      const seen = tell ? stamp?.slice('tell-'.length) : stamp
      if (!isFirst || !entered || entered.announcement !== id || stampOfText(entered.text) !== seen) return undefined
      return commands.rewrite(id, textsOf(JSON.parse(entered.text) as Written), by, tell)
    },
  }
}
