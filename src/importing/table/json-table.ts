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
  if (Array.isArray(content)) return content.filter(isObject)
  if (!isObject(content)) return []
  // A list in a wrapper, as APIs give them: {"count": 2, "results": […]}
  const lists = Object.values(content).filter(
    (value): value is unknown[] => Array.isArray(value) && value.some(isObject),
  )
  const [longest] = lists.toSorted((a, b) => b.length - a.length)
  if (longest) return longest.filter(isObject)
  const values = Object.entries(content)
  return values.every(([, value]) => isObject(value))
    ? values.map(([id, value]) => ({ id, ...(value as Record<string, unknown>) }))
    : []
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
