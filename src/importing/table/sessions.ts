import type { Fault } from '../../knowledge/fault.ts'
import { emptyProgramme, type Session, type Slot } from '../programme/programme.ts'
import { dayOrder, plusMinutes, readDay, readMinutes, readTimes, wallTime, type DayContext } from '../programme/when.ts'
import { readAnswer, readLanguageName, readStatus } from './columns.ts'
import { cellOf, linksOf, numberOf, proseOf, wordsOf, type FromTable, type ReadTable, type Row } from './rows.ts'

/**
 * Sessions, a row each. The day stands in a column, in a row of its own above those of the day, or in the name of the
 * sheet. Rows that say the same of different times ("Lunch" on three days) are one session with several slots.
 */
export function readSessions(table: ReadTable, file: string, year?: number): FromTable {
  const faults: Fault[] = []
  const notes: string[] = []
  const sessions = new Map<string, Session>()
  const context: DayContext = { year: yearIn(table) ?? year, order: dayOrder(table.rows.flatMap(dayTexts)) }
  let day = readDay(table.name, context)
  for (const row of table.rows) {
    const heading = onlyCell(row)
    const titled = heading === undefined ? undefined : readDay(heading, context)
    if (titled !== undefined) day = titled
    const title = wordsOf(table, row, 'title')
    if (Object.keys(title).length === 0) continue
    if (heading !== undefined) {
      if (titled === undefined) notes.push(`${table.name}, row ${row.number}: only "${heading}" stands there; left out`)
      continue
    }
    const slot = slotOf(table, row, { ...context, day })
    if (typeof slot === 'string') faults.push({ file, place: `${table.name}, row ${row.number}`, message: slot })
    else if (slot) {
      day = slot.start.slice(0, 10)
      addSession(sessions, { ...sessionOf(table, row), slots: [slot] })
    } else notes.push(`${table.name}, row ${row.number}: no time; left out`)
  }
  return { programme: { ...emptyProgramme, sessions: [...sessions.values()] }, faults, notes }
}

/** Another row of the same session adds its slot; another session of the same title is told apart by a number. */
function addSession(sessions: Map<string, Session>, session: Session): void {
  const told = JSON.stringify({ ...session, key: '', slots: [] })
  for (let number = 1; ; number++) {
    const key = number === 1 ? session.key : `${session.key} #${number}`
    const known = sessions.get(key)
    if (!known) return void sessions.set(key, { ...session, key })
    if (JSON.stringify({ ...known, key: '', slots: [] }) === told)
      return void sessions.set(key, { ...known, slots: [...known.slots, ...session.slots] })
  }
}

function sessionOf(table: ReadTable, row: Row): Omit<Session, 'slots'> {
  const title = wordsOf(table, row, 'title')
  const status = readStatus(cellOf(table, row, 'status') ?? '')
  const spoken = cellOf(table, row, 'spoken')
  const registration = cellOf(table, row, 'registration')
  const capacity = numberOf(table, row, 'capacity')
  const optional = {
    track: cellOf(table, row, 'track'),
    kind: cellOf(table, row, 'kind'),
    spoken: spoken === undefined ? undefined : (readLanguageName(spoken) ?? spoken),
    registration: registration === undefined ? undefined : (readAnswer(registration) ?? registration),
    capacity,
    status,
  }
  return {
    key: cellOf(table, row, 'id') ?? Object.values(title)[0]!,
    title,
    text: proseOf(table, row, 'text'),
    speakers: (cellOf(table, row, 'speakers') ?? '')
      .split(/[;,\n]|\s+(?:&|\/)\s+/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    links: linksOf(table, row),
    ...(Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)) as object),
  }
}

/** When a row is, undefined if it says nothing of it; a text is what is wrong with it. */
function slotOf(
  table: ReadTable,
  row: Row,
  known: DayContext & { day?: string | undefined },
): Slot | string | undefined {
  const dayCell = cellOf(table, row, 'day')
  const startCell = cellOf(table, row, 'start')
  const endCell = cellOf(table, row, 'end')
  if (startCell === undefined && dayCell === undefined) return undefined
  // In a column of times "10.11" is no day in November: only a full date counts.
  const full = readDay(startCell ?? '', { order: known.order })
  const day = readDay(dayCell ?? '', known) ?? full ?? (dayCell === undefined ? known.day : undefined)
  const times = readTimes(timePart(startCell ?? '')) ?? readTimes(timePart(dayCell ?? ''))
  if (day === undefined)
    return dayCell === undefined
      ? `no day is known for ${JSON.stringify(startCell)}; add a column with the date`
      : `${JSON.stringify(dayCell)} is no day; write it as 2026-06-10 or 10.06.2026`
  if (!times) {
    if (startCell === undefined) return undefined
    return `${JSON.stringify(startCell)} is no time; write it as 09:30 or 09:30–10:15`
  }
  const start = `${day} ${times.start}`
  const end = endOf(start, times.end, endCell, cellOf(table, row, 'duration'))
  if (end instanceof Error) return end.message
  const room = cellOf(table, row, 'room')
  return { start, ...(end !== undefined && { end }), ...(room !== undefined && { room }) }
}

function endOf(
  start: string,
  within: string | undefined,
  cell: string | undefined,
  duration: string | undefined,
): string | Error | undefined {
  const minutes = duration === undefined ? undefined : readMinutes(duration)
  const full = cell === undefined ? undefined : wallTime(cell)
  if (full !== undefined) return full
  const end = cell === undefined ? within : readTimes(timePart(cell))?.start
  if (cell !== undefined && end === undefined)
    return new Error(`${JSON.stringify(cell)} is no time to end; write it as 10:15`)
  if (end === undefined) return minutes ? plusMinutes(start, minutes) : undefined
  const ends = `${start.slice(0, 10)} ${end}`
  // What ends before it begins ends after midnight.
  return ends > start ? ends : plusMinutes(ends, 1440)
}

/** Without a date before the time, whose points and hyphens look like those of times. */
function timePart(text: string): string {
  return text
    .replace(/\d{4}-\d\d?-\d\d?[T\s]*|\d\d?([./])\d\d?\1\d{2,4}/g, ' ')
    .replace(/(\d:\d\d)[+-]\d\d:?\d\d$|Z$/, '$1')
}

function dayTexts({ cells }: Row): readonly string[] {
  return cells.filter((cell) => cell.length < 40)
}

/** The year of the first full date, for rows that leave it out. */
function yearIn({ name, rows }: ReadTable): number | undefined {
  for (const text of [name, ...rows.flatMap(({ cells }) => cells.slice(0, 4))]) {
    const day = text.length < 60 ? readDay(text) : undefined
    if (day !== undefined) return Number(day.slice(0, 4))
  }
  return undefined
}

/** The text of a row with a single filled cell. */
function onlyCell({ cells }: Row): string | undefined {
  const filled = cells.filter((cell) => cell.trim() !== '')
  return filled.length === 1 ? filled[0]!.trim() : undefined
}
