import type { Language } from '../../../knowledge/language.ts'
import { mayPass } from '../../mailing/reason.ts'
import { say, type TextKey } from '../../i18n.ts'
import type { Button, OrganizerAct, Page } from '../../pages/page.ts'
import type { Shown } from './shown.ts'
import { actButton } from './buttons.ts'

/** What can be done with what is out, on its way, or late. */
export function progressButtons({ announcement, report }: Shown, language: Language): Page['buttons'] {
  const { state, startedAt } = announcement
  const reasons = Object.keys(report.reasons)
  const button = (key: TextKey, act: OrganizerAct): Button => actButton(announcement, say(language, key), act)
  const look = button('organizers.preview', 'preview')
  const stop = button('organizers.stop', 'halt')
  const change = [button('organizers.correct', 'correct'), button('organizers.recall', 'recall')]
  if (state === 'paused' && !startedAt)
    return [[button('organizers.sendLate', 'resume'), button('organizers.sendNot', 'cancel')], [look]]
  if (state === 'sending') return [[button('organizers.pause', 'pause'), stop], change, [look]]
  if (state === 'paused') return [[button('organizers.resume', 'resume'), stop], change, [look]]
  const again = [
    // Who blocked the bot is not reached by trying again.
    ...(report.failed > 0 && (reasons.length === 0 || reasons.some(mayPass))
      ? [button('organizers.retry', 'retry')]
      : []),
    ...((report.publication?.impossible ?? 0) > 0 ? [button('organizers.publishAgain', 'publish')] : []),
    ...(report.uncertain > 0 ? [button('organizers.repeat', 'repeat')] : []),
  ]
  return [
    ...(state === 'recalled' ? [] : [change]),
    ...(state === 'sent' && again.length > 0 ? [again] : []),
    ...(announcement.version > 1 ? [[button('organizers.history', 'history')]] : []),
    [
      look,
      button('organizers.export', 'export'),
      button('organizers.copy', 'copy'),
      button('organizers.refresh', 'open'),
    ],
  ]
}
