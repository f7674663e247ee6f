import { noDetails } from './details.ts'
import type { Entry, LocalisedLists } from './pack.ts'

const none: LocalisedLists = { kk: [], ru: [], en: [] }

/** What an entry has of which nothing is said but what it is called. */
export const emptyEntry: Omit<Entry, 'id' | 'type' | 'title'> = {
  names: none,
  text: {},
  says: [],
  questions: none,
  contrast: none,
  ordinals: [],
  numbers: [],
  slots: [],
  at: {},
  hostDates: false,
  preparatory: false,
  expected: false,
  closed: false,
  nameless: false,
  people: [],
  speakers: [],
  chairs: [],
  organisers: [],
  organisations: [],
  members: [],
  details: noDetails,
}
