/** What an organizer writes of an announcement, each in a message of its own. */
export const draftFields = ['kk', 'ru', 'en', 'when', 'file', 'correct-kk', 'correct-ru', 'correct-en'] as const
export type DraftField = (typeof draftFields)[number]
