import { partsOf } from '../../knowledge/joint-pack.ts'
import type { Language } from '../../knowledge/language.ts'
import type { Pack } from '../../knowledge/pack.ts'
import { dayOf } from '../answering/format-hours.ts'
import { isDated, occurrencesOf } from '../answering/occurrences.ts'
import type { Assistant } from '../answering/assistant.ts'
import { say } from '../i18n.ts'
import type { Button } from '../pages/page.ts'
import { venueDay } from '../time/venue.ts'
import { answerPage } from './answer-page.ts'
import { buttonSpaceFor } from './button-space.ts'
import type { MyProgramme } from './my-programme.ts'
import { message, type PressTable } from './press.ts'

const days = ['today', 'tomorrow'] as const

/** A row with the days of the venues, today and tomorrow, on which something is on; empty at other times. */
export function dayButtons(pack: Pack, language: Language, now: Date): Button[][] {
  const row = days.flatMap((day, ahead): Button[] =>
    partsOf(pack).some((part) => isBusy(dayAhead(ahead, part, now), part))
      ? [{ label: say(language, `button.${day}`), do: 'day', day }]
      : [],
  )
  return row.length > 0 ? [row] : []
}

function dayAhead(days: number, { timeZone }: Pack, now: Date): string {
  return Temporal.PlainDate.from(venueDay(now, timeZone)).add({ days }).toString()
}

function isBusy(day: string, pack: Pack): boolean {
  const { entries } = pack
  const occurrences = occurrencesOf(pack)
  if (occurrences.length > 0) return occurrences.some(({ slot }) => dayOf(slot) === day)
  return entries.some((entry) => isDated(entry) && entry.dates!.from <= day && day <= entry.dates!.to)
}

/** The buttons of days ask what their labels say. */
export function dayPresses(
  assistant: Pick<Assistant, 'pack' | 'entry' | 'ask'>,
  mine: Pick<MyProgramme, 'knownMarks'>,
): PressTable<'day'> {
  return {
    async day(visitor, language, { day }) {
      const { session, now } = visitor
      const { pack, entry } = assistant
      const marks = await mine.knownMarks(visitor, pack)
      const { reply } = assistant.ask({ text: say(language, `button.${day}`), language, session, now })
      return message(language, answerPage(reply, entry, buttonSpaceFor(visitor, pack, marks)))
    },
  }
}
