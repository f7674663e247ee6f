import { UnreadableFile } from '../programme/unreadable-file.ts'
import type { Table } from './table.ts'
import { limits } from '../files/limits.ts'

/**
 * Any list of objects as a table with their keys as headings: exports of websites and forms. Objects by their key
 * ("A1B2C3": {…}) get it as their id. Throws an UnreadableFile for what is neither.
 */
export function tableOfJson(content: unknown, name: string): Table {
  const objects = objectsIn(content)
  if (objects.length === 0)
    throw new UnreadableFile(
      'neither a schedule of pretalx or frab nor a list of sessions; export the schedule as JSON',
    )
  if (objects.length > limits.rows)
    throw new UnreadableFile(`more than ${limits.rows} items; leave out what is no programme`)
  const keys = [...new Set(objects.flatMap(Object.keys))].slice(0, limits.columns)
  return { name, rows: [keys, ...objects.map((object) => keys.map((key) => shown(object[key])))] }
}

function objectsIn(content: unknown): Record<string, unknown>[] {
  if (Array.isArray(content)) return content.filter(isObject).map(withSlot)
  if (!isObject(content)) return []
  // A list in a wrapper, as APIs give them: {"count": 2, "results": […]}
  const lists = Object.values(content).filter(
    (value): value is unknown[] => Array.isArray(value) && value.some(isObject),
  )
  const [longest] = lists.toSorted((a, b) => b.length - a.length)
  if (longest) return longest.filter(isObject).map(withSlot)
  const values = Object.entries(content)
  const byKey = values.map(([id, value]) => ({ id, ...(isObject(value) ? value : {}) }))
  return byKey.some(isTitled) ? byKey.map(withSlot) : nested(content, 0)
}

/** Sessions at whatever depth they stand, by day and by room: {"2026-06-10": {"Hall A": [{"title": …}]}} */
function nested(value: unknown, depth: number): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null || depth > deepest) return []
  if (isObject(value) && isTitled(value)) return [withSlot(value)]
  return Object.values(value).flatMap((inner) => nested(inner, depth + 1))
}

const deepest = 8

function isTitled(value: Record<string, unknown>): boolean {
  return ['title', 'name', 'question'].some((key) => typeof value[key] === 'string')
}

/** pretalx gives time and room of a talk as those of its first slot. */
function withSlot(object: Record<string, unknown>): Record<string, unknown> {
  const slots = object['slots'] ?? object['slot']
  const first: unknown = Array.isArray(slots) ? slots[0] : slots
  return isObject(first) && first['start'] !== undefined ? { ...first, ...object } : object
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** People and the like are shown by their name or title, lists with semicolons. */
function shown(value: unknown): string {
  if (value === null || value === undefined || value === false) return ''
  if (Array.isArray(value)) return value.map(shown).filter(Boolean).join('; ')
  if (typeof value === 'string' || typeof value === 'number' || value === true) return String(value)
  if (!isObject(value)) return ''
  return shown(value['name'] ?? value['title'] ?? value['en'] ?? value['ru'] ?? value['kk'])
}
