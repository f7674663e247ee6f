import { allLanguages } from '../languages/known/all.ts'
import { noDetails, type Details, type Link, type Media, type Price } from './details.ts'
import { dropAbsent, listOf, type Localising } from './localising.ts'
import { readMoment } from './moments.ts'
import type { Localised } from './pack.ts'
import type { EntryInput, Words } from './schema.ts'

/** What an entry says beside its statements; one value for all entries that say nothing of it. */
export function readDetails(input: EntryInput, localising: Localising): Details {
  const words = (typed: Words | undefined): Localised | undefined =>
    typed === undefined ? undefined : localising.text(typed)
  const details = dropAbsent({
    affiliation: words(input.affiliation),
    track: words(input.track),
    spoken: some(listOf(input.spoken)),
    links: some(listOf(input.links).map((link) => readLink(link, localising))),
    phones: some(listOf(input.phone)),
    emails: some(listOf(input.email)),
    address: words(input.address),
    prices: some(listOf(input.prices).map((price) => readPrice(price, localising))),
    audience: words(input.for),
    registration: readRegistration(input.registration, localising),
    capacity: input.capacity,
    notice: words(input.notice),
    images: some(listOf(input.images).map((media) => readMedia(media, localising))),
    files: some(listOf(input.files).map((media) => readMedia(media, localising))),
    source: readSource(input.source),
  })
  return Object.keys(details).length > 0 ? details : noDetails
}

export function readMedia(media: string | { url: string; alt?: Words | undefined }, { text }: Localising): Media {
  return typeof media === 'string' ? { url: media, alt: {} } : { url: media.url, alt: text(media.alt) }
}

function readLink(link: string | { url: string; label?: Words | undefined }, { text }: Localising): Link {
  return typeof link === 'string' ? { url: link, label: {} } : { url: link.url, label: text(link.label) }
}

/** "150 EUR", "€150", "1 500,50 ₸"; anything else that is typed as a price is words. */
const amountFirst = /^(\d[\d\s\u00a0]*(?:[.,]\d{1,2})?)\s*([^\d\s.,]{1,5})$/u
const currencyFirst = /^([^\d\s.,]{1,3})\s*(\d[\d\s\u00a0]*(?:[.,]\d{1,2})?)$/u
const free = new Set(allLanguages.flatMap(({ programme }) => programme.free))

function readPrice(
  price: NonNullable<EntryInput['prices']> & (string | number | object),
  localising: Localising,
): Price {
  if (typeof price === 'number') return { amount: price, tier: {}, text: {} }
  if (typeof price === 'string') return { ...readAmount(price, localising), tier: {} }
  const { amount, currency, tier, until, text } = price as Exclude<PriceInput, string | number>
  const day = until === undefined ? undefined : readMoment(until)?.day
  return { ...dropAbsent({ amount, currency, until: day }), tier: localising.text(tier), text: localising.text(text) }
}

type PriceInput = Exclude<NonNullable<EntryInput['prices']>, readonly unknown[]>

function readAmount(typed: string, { text }: Localising): Pick<Price, 'amount' | 'currency' | 'text'> {
  if (free.has(typed.trim().toLowerCase())) return { amount: 0, text: {} }
  const first = amountFirst.exec(typed)
  const last = first ? undefined : currencyFirst.exec(typed)
  const [amount, currency] = first ? [first[1], first[2]] : [last?.[2], last?.[1]]
  if (amount === undefined || currency === undefined) return { text: text(typed) }
  return { amount: Number(amount.replace(/[\s\u00a0]/g, '').replace(',', '.')), currency, text: {} }
}

function readRegistration(
  registration: EntryInput['registration'],
  { text }: Localising,
): Details['registration'] | undefined {
  if (registration === undefined) return undefined
  if (typeof registration === 'boolean') return { needed: registration, text: {} }
  return { needed: true, text: text(registration) }
}

function readSource(source: EntryInput['source']): Details['source'] | undefined {
  if (source === undefined) return undefined
  if (typeof source === 'string') return { url: source }
  const date = source.date === undefined ? undefined : readMoment(source.date)?.day
  return dropAbsent({ url: source.url, date }) as Details['source']
}

function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined
}
