import type { APIEmbed } from 'discord.js'
import type { AttachmentRef } from '../../core/mailing/content.ts'
import { betweenLanguages, copyFor, dressSection, type Copy, type Section } from '../../core/mailing/copy.ts'
import type { Measure } from '../../core/announcements/validate.ts'
import type { Foot } from '../../core/mailing/foot.ts'
import { layoutFor, sizesOf } from '../layout-for.ts'
import { discordMarkup } from './markup.ts'

/** A message of a mailing: its text as content, or as an embed where that is too short. */
export type CopyPart = {
  readonly content: string
  readonly embeds: readonly APIEmbed[]
  readonly files: readonly AttachmentRef[]
  /** Whether it begins with what calls everyone. */
  readonly calls: boolean
}

/** discord.com/developers/docs/resources/message: content, and the description of an embed. */
const longest = { content: 2000, embed: 4096 }

/** Between paragraphs. */
const apart = '\n\n'

/** What calls everyone, if it is allowed to; it stands before the text. */
const everyone = '@everyone '

/** The text where nobody is called. */
export function withoutCall({ content, calls }: CopyPart): string {
  return calls ? content.slice(everyone.length) : content
}

/**
 * All languages in one message if it can hold them, else one message each. Files go with the last. `messages`: of how
 * many an earlier version was made that is out: this one is made of as many, if it can be.
 */
export function partsOf(copy: Copy, messages?: number): CopyPart[] {
  return layoutFor(layoutsOf, copy, messages)
}

function layoutsOf(copy: Copy): CopyPart[][] {
  const each = copy.sections.map((section) => dressSection(section, discordMarkup))
  const whole = each.join(betweenLanguages)
  const isOne = whole.length <= longest.embed
  return [...(isOne ? [[whole]] : []), ...(isOne && each.length === 1 ? [] : [each])].map((texts) => made(copy, texts))
}

function made({ attachments, callEveryone, feet = [] }: Copy, texts: readonly string[]): CopyPart[] {
  return texts.map((text, at): CopyPart => {
    const isLast = at === texts.length - 1
    const calls = callEveryone && at === 0
    const call = calls ? everyone : ''
    const files = isLast ? attachments : []
    const footed = (room: number): string => text + footWithin(room - text.length, isLast ? feet : [])
    return call.length + text.length <= longest.content
      ? { content: call + footed(longest.content - call.length), embeds: [], files, calls }
      : { content: call.trim(), embeds: [{ description: footed(longest.embed) }], files, calls }
  })
}

/** In small letters, the fullest of the last lines that there is room for; it never changes how a text is shown. */
function footWithin(room: number, feet: readonly Foot[]): string {
  const dressed = feet.map(({ text }) => `${apart}-# ${discordMarkup.text(text)}`)
  return dressed.find(({ length }) => length <= room) ?? ''
}

/** How long an announcement is for readers of some languages, and may be. */
export function measureDiscord(timeZone: string): Measure {
  return (announcement, languages) => {
    const copy = copyFor(announcement, languages, timeZone)
    return {
      platform: 'discord',
      languages,
      units: unitsOf(copy.sections),
      limit: longest.embed,
      messages: partsOf(copy).length,
      sizes: sizesOf(layoutsOf, copy),
    }
  }
}

/** The length that Discord counts, mark-up and all. */
function unitsOf(sections: readonly Section[]): number {
  return sections.map((section) => dressSection(section, discordMarkup)).join(betweenLanguages).length
}
