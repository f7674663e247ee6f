import type { ExpressionBuilder, Kysely } from 'kysely'
import { draftFields } from '../organizers/pages/draft-fields.ts'
import type { AnyPrompt, PromptStore } from '../organizers/writing/entry-prompts.ts'
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
      const what = { ...columnsOf(prompt), at: now.toISOString() }
      await db
        .insertInto('inputs')
        .values({ platform, person: id, ...what })
        .onConflict((conflict) => conflict.columns(['platform', 'person']).doUpdateSet(what))
        .execute()
    },
    async exchange({ platform, id }, before, next, now) {
      const { announcement, topic, field, text } = columnsOf(before)
      const isThere = (is: ExpressionBuilder<Tables, 'inputs'>) =>
        is.and([
          is('platform', '=', platform),
          is('person', '=', id),
          is('field', '=', field),
          is('announcement', announcement === null ? 'is' : '=', announcement),
          is('topic', topic === null ? 'is' : '=', topic),
          is('text', text === null ? 'is' : '=', text),
        ])
      if (next === undefined) {
        const { numDeletedRows } = await db.deleteFrom('inputs').where(isThere).executeTakeFirstOrThrow()
        return numDeletedRows > 0n
      }
      const { numUpdatedRows } = await db
        .updateTable('inputs')
        .set({ ...columnsOf(next), at: now.toISOString() })
        .where(isThere)
        .executeTakeFirstOrThrow()
      return numUpdatedRows > 0n
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

function columnsOf(prompt: AnyPrompt): Pick<Tables['inputs'], 'announcement' | 'topic' | 'field' | 'text'> {
  const { field } = prompt
  const [announcement, topic] = field === 'topic' ? [null, prompt.topic] : [Number(prompt.announcement), null]
  return { announcement, topic, field, text: ('text' in prompt ? prompt.text : undefined) ?? null }
}
