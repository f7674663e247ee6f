import type { Details, Price } from '../../knowledge/details.ts'
import type { Language } from '../../knowledge/language.ts'
import { momentIn } from '../../knowledge/moments.ts'
import { wordsIn, type Entry, type Localised, type Pack } from '../../knowledge/pack.ts'
import { say } from '../i18n.ts'
import type { AskedDetail } from '../../languages/programme-words.ts'
import type { Asked } from '../understanding/asked.ts'
import { titleOf } from './facts.ts'
import { formatDay } from './format-dates.ts'
import { formatSlot, formatSlots } from './format-hours.ts'
import { endOf, personOf } from './occurrences.ts'
import { placeLines } from './place-lines.ts'
import type { Line } from './reply.ts'

/** What the lines about an entry depend on. */
type Telling = {
  readonly pack: Pack
  readonly language: Language
  readonly now: Date
  readonly asked: ReadonlySet<Asked>
}

/** An answer about an entry with what became of it above, and its people, prices and contacts below. */
export function withDetails(lines: readonly Line[], entry: Entry, telling: Telling): Line[] {
  const { asked } = telling
  const standing = standingLines(entry, telling)
  const people = peopleLines(entry, telling)
  const prices = priceLines(entry, telling)
  const places = asked.has('where') || asked.has('how') ? placeLines(entry, telling) : []
  const isPerson = entry.type === 'person'
  const first = (asked.has('who') && !isPerson && people.slice(0, 1)) || (asked.has('number') && prices) || []
  const more = [...people, ...prices].filter((line) => !first.includes(line))
  const [fact] = [...standing, ...first]
  const demoted = fact ? lines.map(({ kind, text }): Line => ({ kind: kind === 'fact' ? 'text' : kind, text })) : lines
  return [
    ...[...standing, ...first].map(({ text }, at): Line => ({ kind: at === 0 ? 'fact' : 'text', text })),
    ...demoted,
    ...slotLines(entry, telling),
    ...more,
    ...places,
    ...aboutLines(entry, telling),
    ...contactLines(entry, telling),
  ]
}

/** The lines of an entry that tell what is asked of it by a word; none where it does not say. */
export function linesOfDetail(entry: Entry, detail: AskedDetail, telling: Telling): Line[] {
  const { details } = entry
  const { language } = telling
  const only = (kept: Partial<Details>): Line[] => contactLines({ ...entry, details: kept }, telling)
  const about = (kept: Partial<Details>): Line[] => aboutLines({ ...entry, details: kept }, telling)
  switch (detail) {
    case 'price':
      return priceLines(entry, telling)
    case 'phone':
      return details.phones ? only({ phones: details.phones }) : []
    case 'email':
      return details.emails ? only({ emails: details.emails }) : []
    case 'address':
      return details.address ? only({ address: details.address }) : []
    case 'link':
      return details.links ? only({ links: details.links }) : []
    case 'status':
      return entry.status === undefined ? [] : [text(say(language, `status.${entry.status}`))]
    case 'register':
      return about({
        ...(details.registration && { registration: details.registration }),
        ...(details.capacity !== undefined && { capacity: details.capacity }),
      })
    case 'spoken':
      return details.spoken ? about({ spoken: details.spoken }) : []
    case 'map':
      return placeLines(entry, telling)
    default:
      return detail satisfies never
  }
}

/** What became of it, and whether it is so at all yet or any more. */
function standingLines({ status, details, validFrom, validUntil }: Entry, { language, now, pack }: Telling): Line[] {
  const moment = momentIn(pack.timeZone, now)
  const notice = details.notice && wordsIn(details.notice, language)
  const day = (iso: string): string => formatDay(iso.slice(0, 10), language)
  return [
    ...(status === undefined && notice === undefined
      ? []
      : [[status && say(language, `status.${status}`), notice].filter(Boolean).join(' ')]),
    ...(validUntil !== undefined && validUntil < moment
      ? [say(language, 'detail.expired', { day: day(validUntil) })]
      : []),
    ...(validFrom !== undefined && moment < validFrom ? [say(language, 'detail.early', { day: day(validFrom) })] : []),
  ].map(text)
}

/** Each time by itself, where one line can't hold them. */
function slotLines({ slots }: Entry, { language, now, pack }: Telling): Line[] {
  if (slots.length < 2 || formatSlots(slots, language) !== undefined) return []
  const moment = momentIn(pack.timeZone, now)
  const ahead = slots.filter((slot) => endOf(slot) > moment)
  return (ahead.length > 0 ? ahead : slots).map((slot) => ({ kind: 'item', text: formatSlot(slot, language) }))
}

function peopleLines({ type, speakers, chairs, organisers, details }: Entry, { pack, language }: Telling): Line[] {
  if (type === 'person') {
    const place = details.affiliation && wordsIn(details.affiliation, language)
    return place === undefined ? [] : [text(place)]
  }
  const roles = [
    ['detail.speakers', speakers],
    ['detail.chairs', chairs],
    ['detail.organisers', organisers],
  ] as const
  return roles.flatMap(([key, ids]) => {
    if (ids.length === 0) return []
    return [text(say(language, key, { names: ids.map((id) => personName(id, pack, language)).join(', ') }))]
  })
}

/** "Ingrid Solberg (Fjord Systems)"; an organisation by its name. */
export function personName(id: string, pack: Pack, language: Language): string {
  const person = personOf(id, pack)
  if (!person) return wordsIn(pack.organisations.get(id)?.name ?? {}, language) ?? id
  const place = person.details.affiliation && wordsIn(person.details.affiliation, language)
  return place === undefined ? titleOf(person, language) : `${titleOf(person, language)} (${place})`
}

function priceLines({ details }: Entry, { language, now, pack }: Telling): Line[] {
  const today = momentIn(pack.timeZone, now).slice(0, 10)
  const prices = (details.prices ?? []).map((price) => ({
    kind: 'item' as const,
    text: priceText(price, today, language),
  }))
  const [only, ...others] = prices
  return only && others.length === 0 ? [text(say(language, 'detail.price', { price: only.text }))] : prices
}

function priceText({ amount, currency, tier, until, text }: Price, today: string, language: Language): string {
  const number = amount === undefined ? undefined : new Intl.NumberFormat(language).format(amount)
  const sum = amount === 0 ? say(language, 'detail.free') : [number, currency].filter(Boolean).join(' ')
  const what = [sum, wordsIn(text, language)].filter(Boolean).join(', ')
  const name = wordsIn(tier, language)
  const price = name === undefined ? what : `${name}: ${what}`
  if (until === undefined) return price
  const key = until < today ? 'detail.was' : 'detail.until'
  return `${price}${until < today ? '. ' : ', '}${say(language, key, { day: formatDay(until, language) })}`
}

/** Its track and language, whom it is for, whether to register, how many places there are. */
function aboutLines({ details }: Entry, { language }: Telling): Line[] {
  const { track, spoken, audience, registration, capacity } = details
  const line = (
    key: 'detail.track' | 'detail.audience' | 'detail.registerHow',
    name: string,
    words?: Localised,
  ): Line[] => {
    const told = words && wordsIn(words, language)
    return told === undefined ? [] : [text(say(language, key, { [name]: told }))]
  }
  const register = registration && Object.keys(registration.text).length === 0
  return [
    ...line('detail.track', 'track', track),
    ...(spoken
      ? [text(say(language, 'detail.spoken', { names: spoken.map((one) => languageName(one, language)).join(', ') }))]
      : []),
    ...line('detail.audience', 'audience', audience),
    ...line('detail.registerHow', 'how', registration?.text),
    ...(register ? [text(say(language, registration.needed ? 'detail.register' : 'detail.noRegister'))] : []),
    ...(capacity === undefined ? [] : [text(say(language, 'detail.capacity', { count: capacity }))]),
  ]
}

/** Each by itself, so that a phone offers to call, to write or to open it. */
function contactLines({ details }: Entry, { language }: Telling): Line[] {
  const { address, phones = [], emails = [], links = [], files = [], images = [] } = details
  const where = address && wordsIn(address, language)
  const labelled = [
    ...links.map(({ url, label }) => ({ url, name: label })),
    ...files.map(({ url, alt }) => ({ url, name: alt })),
  ]
  return [
    ...(where === undefined ? [] : [text(say(language, 'detail.address', { value: where }))]),
    ...phones.map((value) => text(say(language, 'detail.phone', { value }))),
    ...emails.map((value) => text(say(language, 'detail.email', { value }))),
    ...labelled.map(({ url, name }) => text(named(wordsIn(name, language), url))),
    ...images.map(({ url, alt }) => text(named(wordsIn(alt, language), url))),
  ]
}

function named(name: string | undefined, url: string): string {
  return name === undefined ? url : `${name}: ${url}`
}

/** "English" for "en"; a name as it was typed. */
export function languageName(code: string, language: Language): string {
  if (!/^[a-z]{2,3}$/.test(code)) return code
  return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code
}

function text(words: string): Line {
  return { kind: 'text', text: words }
}
