import type { Language } from '../../knowledge/language.ts'
import { namesOf, say } from '../i18n.ts'
import { withTexts, type Texts } from '../mailing/content.ts'
import { platformNames } from '../people/people.ts'
import type { Announcement } from './announcement.ts'
import type { CopyShape } from './figure-store.ts'
import type { Tools } from './tools.ts'
import { exceededCaption, type Length } from './validate.ts'

/** Copies that are out and can't show a corrected text, and how long that is there. */
export type Unfit = Pick<CopyShape, 'count'> &
  Pick<Length, 'platform' | 'languages' | 'units'> & {
    /** How long it may be where files carry it, if that is what it is too long for. */
    readonly caption: number | undefined
  }

/**
 * Which copies can't show other texts: messages that are out can be changed, but none can be added to them, and words
 * below files may not be as long as others.
 */
export async function unfitFor(
  { content, ...announcement }: Announcement,
  texts: Texts,
  { figures, measures }: Pick<Tools, 'measures'> & { readonly figures: Pick<Tools['figures'], 'shapes'> },
): Promise<Unfit[]> {
  // "Corrected on …" is left out where there is no room for it.
  const corrected = { ...announcement, content: { ...withTexts(content, texts), corrected: undefined } }
  const files = corrected.content.attachments?.length
  const shapes = await figures.shapes(announcement.id)
  return shapes.flatMap(({ platform, kind, languages, messages, count }) =>
    measures
      .map((measure) => measure(corrected, languages, kind))
      .filter((one) => one.platform === platform && !one.sizes.includes(messages))
      .map((length): Unfit => {
        // As many messages as files: these carry the text, which no message has for itself.
        const caption = messages === files ? exceededCaption(length) : undefined
        return { platform, languages, count, units: length.units, caption }
      }),
  )
}

/** How many they are, why, and that their readers keep the old text. */
export function unfitWords({ platform, languages, count, units, caption }: Unfit, language: Language): string {
  const values = { platform: platformNames[platform], name: namesOf(languages), count }
  return caption === undefined
    ? say(language, 'correction.otherMessages', values)
    : say(language, 'correction.captionLong', { ...values, units, limit: caption })
}
