import { z } from 'zod'
import { statuses } from './details.ts'
import { readMoment } from './moments.ts'
import { formed, id, oneOrMore, remedy, text, words } from './schema-words.ts'

const form = 'write a day and a time of the venue, 2026-06-10 09:30, or one of the two'

const moment = z
  .string({ error: remedy(form) })
  .refine((value) => readMoment(value) !== undefined, form)
  .describe('a moment at the venue: 2026-06-10 09:30, a day, or a time of day')

/** An id of a thing of the pack, or a name that stands for itself. */
const ref = text

const slot = z.strictObject({
  start: moment,
  end: moment.optional(),
  duration: z.int().positive().optional().describe('minutes'),
  room: ref.optional(),
})

const hours = formed(/^\d{1,2}[:.]\d\d\s*[-–—]\s*\d{1,2}[:.]\d\d$/, 'write hours such as "13:00-14:00", in quotes')

const address = formed(/^(?:https?:\/\/|mailto:|tel:)\S+$/i, 'write a whole address that begins with https://')

const link = z.union([address, z.strictObject({ url: address, label: words.optional() })], {
  error: 'write an address that begins with https://, or {label: …, url: …}',
})

const media = z.union([address, z.strictObject({ url: address, alt: words.optional() })], {
  error: 'write an address that begins with https://, or {url: …, alt: …}',
})

const price = z.union(
  [
    text,
    z.number().nonnegative(),
    z.strictObject({
      amount: z.number().nonnegative().optional(),
      currency: text.optional(),
      tier: words.optional().describe('for whom: business, student'),
      until: moment.optional().describe('the last day of this price'),
      text: words.optional(),
    }),
  ],
  { error: 'write a price: 150 EUR, free, or {amount: 150, currency: EUR, tier: business, until: 2026-05-01}' },
)

const phone = formed(/^\+?[\d\s()./-]*(?:\d[\s()./-]*){3,}(?:\D.*)?$/, 'write a telephone number, +7 7172 00 00 00')

/** What sessions have beside other entries, and practical facts: hours, rooms, people, links, prices. */
export const sessionShape = {
  start: moment.optional(),
  end: moment.optional(),
  duration: z.int().positive().optional().describe('minutes, instead of an end'),
  slots: z.array(slot).optional().describe('instead of start and end, for what runs in parts'),
  daily: oneOrMore(hours, 'write hours such as "13:00-14:00", or a list of them')
    .optional()
    .describe('hours of each day, "13:00-14:00": from start to end, on its dates, or on those of the subject'),
  room: ref.optional().describe('an id of places.yaml, or a name'),
  speakers: oneOrMore(ref, 'write a list of ids or names').optional().describe('ids of persons, or names'),
  chairs: oneOrMore(ref, 'write a list of ids or names').optional().describe('ids of persons, or names'),
  organisers: oneOrMore(ref, 'write a list of ids or names')
    .optional()
    .describe('ids of persons or organisations, or names'),
  affiliation: words.optional().describe('where a person works'),
  track: words.optional(),
  spoken: oneOrMore(text, 'write a language, en, or a list').optional().describe('the languages of a session: en'),
  links: oneOrMore(link, 'write a list of {label: …, url: …}').optional(),
  phone: oneOrMore(phone, 'write a telephone number in quotes').optional(),
  email: oneOrMore(z.email('write an e-mail address'), 'write an e-mail address').optional(),
  address: words.optional(),
  prices: oneOrMore(price, 'write a list of {amount: …, currency: …}').optional(),
  for: words.optional().describe('whom it is for: speakers only'),
  registration: z
    .union([z.boolean(), words], { error: 'write true, false, or how to register' })
    .optional()
    .describe('whether, or how, to register'),
  capacity: z.int().positive().optional().describe('how many people it has room for'),
  validFrom: moment.optional().describe('before this it is not so yet'),
  validUntil: moment.optional().describe('after this it is no longer so'),
  status: z.enum(statuses, { error: `write ${statuses.slice(0, -1).join(', ')} or ${statuses.at(-1)}` }).optional(),
  notice: words.optional().describe('what to say of the status: moved from Hall B'),
  images: oneOrMore(media, 'write a list of {url: …, alt: …}').optional(),
  files: oneOrMore(media, 'write a list of {url: …, alt: …}').optional(),
  source: z
    .union([address, z.strictObject({ url: address.optional(), date: moment.optional() })], {
      error: 'write the address that it was taken from, or {url: …, date: 2026-05-01}',
    })
    .optional()
    .describe('where it was taken from, and when'),
  topic: id.optional().describe('a practical topic that the product knows: wifi'),
}

/** What is known of a place beside its names. */
export const placeShape = {
  within: id.optional().describe('the place around it: a room in a building, a building in a city'),
  floor: words.optional(),
  directions: words.optional().describe('how to get there'),
  address: words.optional(),
  map: address.optional(),
  picture: media.optional(),
}
