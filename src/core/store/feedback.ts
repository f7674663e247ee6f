import type { Kysely } from 'kysely'
import { languages } from '../../knowledge/language.ts'
import type { FeedbackStore } from '../people/feedback.ts'
import type { Tables } from './tables.ts'

/** Answers that people called wrong. */
export function storeFeedback(db: Kysely<Tables>): FeedbackStore {
  return {
    async add({ platform, person, language, question, entry, at }) {
      await db
        .insertInto('feedback')
        .values({ platform, person, language, question: question ?? null, entry, at: at.toISOString() })
        .execute()
    },
    async latest(most) {
      const rows = await db.selectFrom('feedback').selectAll().orderBy('id', 'desc').limit(most).execute()
      return rows.map(({ platform, person, language, question, entry, at }) => ({
        platform,
        person,
        entry,
        at: new Date(at),
        language: languages.find((one) => one === language) ?? 'en',
        question: question ?? undefined,
      }))
    },
  }
}
