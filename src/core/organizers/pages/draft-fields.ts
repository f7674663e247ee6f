/**
 * What an organizer writes of an announcement, each in a message of its own. `text`: all of it, in one language or in
 * several; `more`: what may follow it, if the organizer says so;
 * `correct`: another text for what is out, in whichever language it is.
 */
export const draftFields = [
  'text',
  'more',
  'kk',
  'ru',
  'en',
  'when',
  'file',
  'correct',
  'correct-kk',
  'correct-ru',
  'correct-en',
] as const
export type DraftField = (typeof draftFields)[number]
