import type { AttachmentRef } from '../../core/mailing/content.ts'
import { betweenLanguages, copyFor, dressSection, type Copy, type Section } from '../../core/mailing/copy.ts'
import type { Measure } from '../../core/announcements/validate.ts'
import { plainDress, type Dress } from '../../core/mailing/markup.ts'
import { feetOf, followerOf, type EventName, type Foot } from '../../core/mailing/foot.ts'
import { layoutFor, sizesOf } from '../layout-for.ts'
import { telegramMarkup } from './markup.ts'
import { familyOf } from './upload.ts'

/** A message of a mailing: a text, or a file with a caption. */
export type CopyPart = { readonly html: string } & (
  | { readonly kind: 'text' }
  | {
      readonly kind: 'file'
      readonly file: AttachmentRef
      /** The album that it belongs to, among those of its copy; undefined for one that stands alone. */
      readonly album: number | undefined
      /** Whether words belong under it: of an album one picture alone has any. */
      readonly captioned: boolean
    }
)

/** UTF-16 units after the mark-up is taken out: core.telegram.org/bots/api#sendmessage, #senddocument. */
const longest = { text: 4096, caption: 1024 }

/** Between paragraphs. */
const apart = '\n\n'

/** What Telegram counts: of a link its words alone. */
const counted: Dress = { ...plainDress, link: (words) => words }

/**
 * All languages in one message if it can hold them, else one message each. Files carry the text if that fits beside
 * them: as one album, or as several where their kinds do not mix, the first of which has the text. `messages`: of how
 * many an earlier version was made that is out: this one is made of as many, if it can be.
 */
export function partsOf(copy: Copy, messages?: number): CopyPart[] {
  return layoutFor(layoutsOf, copy, messages)
}

function layoutsOf(copy: Copy): CopyPart[][] {
  const { sections, attachments } = copy
  const units = unitsOf(sections)
  const each = sections.map((section) => dressSection(section, telegramMarkup))
  const whole = each.join(betweenLanguages)
  const carries = attachments.length > 0 && units <= captionOf(copy)
  const isOne = units <= longest.text
  return [
    ...(carries ? [carriedBy(copy, whole)] : []),
    ...(isOne ? [apartFrom(copy, [whole], units)] : []),
    ...(isOne && each.length === 1 ? [] : [apartFrom(copy, each, unitsOf(sections.slice(-1)))]),
  ]
}

/** The files with the text under the first of them, or, of what is not shown, the last. */
function carriedBy(copy: Copy, text: string): CopyPart[] {
  const foot = footWithin(longest.caption - unitsOf(copy.sections), copy.feet)
  return filesOf(copy, text + foot)
}

/** Texts, then the files without words. `last`: how long the last text is, which has the last line of all. */
function apartFrom(copy: Copy, texts: readonly string[], last: number): CopyPart[] {
  const foot = footWithin(longest.text - last, copy.feet)
  const parts = texts.map((text, at): CopyPart => ({
    kind: 'text',
    html: at === texts.length - 1 ? text + foot : text,
  }))
  return [...parts, ...filesOf(copy, '')]
}

function filesOf({ attachments }: Copy, words: string): CopyPart[] {
  return albumsOf(attachments).flatMap((files, nth) => {
    const bearer = familyOf(files[0]!) === 'shown' ? 0 : files.length - 1
    return files.map((file, at): CopyPart => ({
      kind: 'file',
      file,
      album: files.length > 1 ? nth : undefined,
      captioned: at === bearer,
      html: nth === 0 && at === bearer ? words : '',
    }))
  })
}

/** How many of these messages, from the first on, go out by one call: those of one album. */
export function together([first, ...others]: readonly CopyPart[]): number {
  if (first?.kind !== 'file' || first.album === undefined) return 1
  const end = others.findIndex((one) => one.kind !== 'file' || one.album !== first.album)
  return 1 + (end < 0 ? others.length : end)
}

/** The fullest of the last lines that there is room for; only an album keeps room for one: see captionOf. */
function footWithin(room: number, feet: readonly Foot[] = []): string {
  const foot = feet.find(({ text }) => apart.length + text.length <= room)
  return foot === undefined ? '' : apart + telegramMarkup.italic(telegramMarkup.text(foot.text))
}

/** How long an announcement is for people who read some languages, and may be, and how many messages it takes. */
export function measureTelegram(timeZone: string, eventName: EventName): Measure {
  return (announcement, languages, kind = 'person') => {
    const reader = { ...followerOf(announcement, languages, 'telegram'), kind }
    const feet = feetOf(announcement, reader, eventName)
    const copy = { ...copyFor(announcement, languages, timeZone), feet }
    const texts = partsOf(copy).filter(({ kind }) => kind === 'text').length
    return {
      platform: 'telegram',
      languages,
      units: unitsOf(copy.sections),
      limit: longest.text,
      messages: texts + albumsOf(copy.attachments).length,
      sizes: sizesOf(layoutsOf, copy),
      caption: copy.attachments.length > 0 ? captionOf(copy) : undefined,
    }
  }
}

/** Files by what goes into one album together, each kind in its order. */
function albumsOf(attachments: readonly AttachmentRef[]): AttachmentRef[][] {
  return [...Map.groupBy(attachments, familyOf).values()]
}

/** How long a text may be that goes with its files: an album has no buttons, and its last line says how to stop. */
function captionOf({ attachments, feet = [] }: Pick<Copy, 'attachments' | 'feet'>): number {
  const alone = albumsOf(attachments)[0]?.length === 1
  const needed = alone ? [] : feet.filter((foot) => foot.saysHowToStop).map(({ text }) => apart.length + text.length)
  return longest.caption - (needed.length > 0 ? Math.min(...needed) : 0)
}

/** The length that Telegram counts. */
function unitsOf(sections: readonly Section[]): number {
  return sections.map((section) => dressSection(section, counted)).join(betweenLanguages).length
}
