import { writeFileSync } from 'node:fs'
import { z } from 'zod'
import { entryAliases, placeAliases, type Aliases } from '../src/knowledge/respell.ts'
import {
  entrySchema,
  manifestSchema,
  organisationSchema,
  placeSchema,
  questionsSchema,
  termSchema,
} from '../src/knowledge/schema.ts'

/** Writes the JSON Schemas of a pack's files, with which editors complete and check them. */
const schemas = {
  entries: z.array(entrySchema),
  pack: manifestSchema,
  organisations: z.array(organisationSchema),
  places: z.array(placeSchema),
  terms: z.array(termSchema),
  questions: questionsSchema,
}

/** Keys that people guess, as editors are to let them pass. */
const guessed: Readonly<Record<string, Aliases>> = { entries: entryAliases, places: placeAliases }

for (const [name, schema] of Object.entries(schemas)) {
  const file = new URL(`../schema/${name}.schema.json`, import.meta.url)
  const written = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  addGuessed((written.items as { properties?: Record<string, unknown> } | undefined)?.properties, guessed[name] ?? {})
  writeFileSync(file, `${JSON.stringify(written, undefined, 2)}\n`)
}

function addGuessed(properties: Record<string, unknown> | undefined, aliases: Aliases): void {
  for (const [key, meant] of Object.entries(aliases)) {
    if (properties) properties[key] = { $ref: `#/items/properties/${meant}` }
  }
}
