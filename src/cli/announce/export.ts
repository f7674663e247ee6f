import { csvOf, recordsOf } from '../../core/announcements/export.ts'
import { find, type Result, type VerbTools } from './verb.ts'

/** `export`: every delivery. CSV is written as it is read, for it may be long. */
export async function exportDeliveries({ commands, store, values, stdout }: VerbTools, id: string): Promise<Result> {
  await find(commands, id)
  if (values.json) return { json: { id, deliveries: await Array.fromAsync(recordsOf(id, store.figures)) }, lines: [] }
  for await (const row of csvOf(id, store.figures)) stdout.write(row)
  return { json: {}, lines: [] }
}
