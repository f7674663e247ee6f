import { momentIn } from '../../knowledge/moments.ts'
import type { Entry } from '../../knowledge/pack.ts'
import { say } from '../i18n.ts'
import { composeEntry } from './compose.ts'
import { sayTense } from './format-dates.ts'
import { formatSpanOfTime } from './format-hours.ts'
import { sayHoursTense } from './hours-tense.ts'
import { endOf, slotMeant } from './occurrences.ts'
import { answered } from './replies.ts'
import type { Decision, Line } from './reply.ts'
import { wordingOf, type Turn } from './turn.ts'

/**
 * What a question asks of the hours of an entry: how long it runs, how long until then, whether it is on or over;
 * when it starts, ends or is, its line of hours tells. Undefined for what has none, or where no time is asked.
 */
export function tellHours(entry: Entry, confidence: number, turn: Turn): Decision | undefined {
  const { question, now, knowledge, language } = turn
  const { timing } = question
  const moment = momentIn(knowledge.pack.timeZone, now)
  const slot = slotMeant(entry, moment)
  if (!slot || !timing) return undefined
  const told = (fact?: string): Decision => {
    const lines = composeEntry(entry, wordingOf({ ...turn, question: { ...question, asked: new Set(['when']) } }))
    const [first, ...rest] = fact === undefined ? lines : [{ kind: 'fact' as const, text: fact }, ...lines]
    const demoted = rest.map(({ kind, text }): Line => ({ kind: kind === 'fact' ? 'text' : kind, text }))
    return answered({ lines: [first!, ...demoted], entries: [entry.id] }, confidence, turn)
  }
  switch (timing) {
    case 'duration':
      return slot.to === undefined ? told() : told(formatSpanOfTime(slot.from, slot.to, language))
    case 'remaining': {
      const tense = sayHoursTense(entry, now, knowledge.pack, language)
      return told(tense === undefined ? tenseOfDays(entry, turn) : undefined)
    }
    case 'started':
    case 'over': {
      if (question.deniesOrCompares || question.dates.length + question.times.length > 0) return told()
      const isSo = timing === 'over' ? endOf(slot) <= moment : slot.from <= moment
      const key = endOf(slot) <= moment ? 'hours.over' : moment < slot.from ? 'hours.notYet' : 'hours.onOpen'
      return told(`${say(language, isSo ? 'verdict.yes' : 'verdict.no')} ${say(language, key)}`)
    }
    default:
      return told()
  }
}

function tenseOfDays({ dates }: Entry, { now, knowledge, language }: Turn): string | undefined {
  return dates && sayTense(dates, now, knowledge.pack.timeZone, language)
}
