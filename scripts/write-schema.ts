import { writeFileSync } from 'node:fs'
import { z } from 'zod'
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

for (const [name, schema] of Object.entries(schemas)) {
  const file = new URL(`../schema/${name}.schema.json`, import.meta.url)
  writeFileSync(
    file,
    `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), undefined, 2)}\n`,
  )
}
