import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonical } from './canonical.ts'
import { itemKinds, type Fields } from './item.ts'

/**
 * What was imported, kept beside the pack in `imported.lock`: for each source the ids of its items by their keys, and a
 * fingerprint of each value as it was written. A value that has another one by now was edited by hand.
 */
const item = z.strictObject({ id: z.string(), kind: z.enum(itemKinds), fields: z.record(z.string(), z.string()) })
const source = z.strictObject({ items: z.record(z.string(), item) })
const file = z.strictObject({ version: z.literal(1), sources: z.record(z.string(), source) })

export type RememberedItem = z.output<typeof item>
export type Remembered = z.output<typeof file>

export const rememberedFile = 'imported.lock'

export const nothingRemembered: Remembered = { version: 1, sources: {} }

/** Undefined if it is not what this program wrote. */
export function readRemembered(text: string): Remembered | undefined {
  try {
    return file.safeParse(JSON.parse(text)).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

export function writeRemembered(remembered: Remembered): string {
  return `${JSON.stringify(remembered, undefined, 1)}\n`
}

/** The same for values that say the same, however they are written. */
export function fingerprint(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(canonical(value)))
    .digest('base64url')
    .slice(0, 12)
}

export function fingerprints(fields: Fields): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, fingerprint(value)]))
}
