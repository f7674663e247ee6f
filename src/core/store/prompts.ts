import type { Kysely } from 'kysely'
import { draftFields } from '../organizers/pages/draft-fields.ts'
import type { PromptStore } from '../organizers/writing/entry-prompts.ts'
import type { Tables } from './tables.ts'

/** What organizers were asked to enter. */
export function storePrompts(db: Kysely<Tables>): PromptStore {
  return {
    async latest({ platform, id }, since) {
      const row = await db
        .selectFrom('inputs')
        .selectAll()
        .where('platform', '=', platform)
        .where('person', '=', id)
        .where('at', '>=', since.toISOString())
        .executeTakeFirst()
      if (row?.topic != null) return { field: 'topic', topic: row.topic, at: new Date(row.at) }
      const field = draftFields.find((one) => one === row?.field)
      return (
        row &&
        field && { announcement: String(row.announcement), field, text: row.text ?? undefined, at: new Date(row.at) }
      )
    },
    async keep({ platform, id }, prompt, now) {
      const { field } = prompt
      const [announcement, topic] = field === 'topic' ? [null, prompt.topic] : [Number(prompt.announcement), null]
      const text = 'text' in prompt ? prompt.text : null
      const what = { announcement, topic, field, text, at: now.toISOString() }
      await db
        .insertInto('inputs')
        .values({ platform, person: id, ...what })
        .onConflict((conflict) => conflict.columns(['platform', 'person']).doUpdateSet(what))
        .execute()
    },
    async clear({ platform, id }) {
      const { numDeletedRows } = await db
        .deleteFrom('inputs')
        .where('platform', '=', platform)
        .where('person', '=', id)
        .executeTakeFirstOrThrow()
      return numDeletedRows > 0n
    },
  }
}
