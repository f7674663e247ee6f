import type { Language } from '../../../knowledge/language.ts'
import { say } from '../../i18n.ts'
import { latelyMs, type Shown } from './shown.ts'

/** "1200 of 3000 (40 %)", and while it moves "29 a second, about 1 min left". */
export function paceWords(shown: Shown, language: Language): string {
  const { total, pending } = shown.report
  const done = total - pending
  const percent = total === 0 ? 100 : Math.floor((100 * done) / total)
  const progress = say(language, 'organizers.progress', { done, total, percent })
  const rate = ratePerSecond(shown)
  if (rate < 1 || pending === 0) return progress
  const minutes = Math.max(1, Math.ceil(pending / rate / 60))
  return `${progress}, ${say(language, 'organizers.rate', { rate: Math.round(rate), count: minutes })}`
}

/** Of the last while, or since the start if that is less. From less than a second nothing can be told. */
function ratePerSecond({ report: { startedAt }, sentLately, now }: Shown): number {
  const underWayMs = now.getTime() - (startedAt ?? now).getTime()
  return (1000 * sentLately) / Math.min(latelyMs, Math.max(1000, underWayMs))
}
