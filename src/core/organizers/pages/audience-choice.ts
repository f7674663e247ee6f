import { languages, type Language } from '../../../knowledge/language.ts'
import { say } from '../../i18n.ts'
import { kinds, platforms } from '../../mailing/destination.ts'
import type { Audience } from '../../announcements/announcement.ts'
import { fact, item } from '../../pages/lines.ts'
import type { Button, Page } from '../../pages/page.ts'
import { platformNames } from '../../people/people.ts'
import type { Shown } from './shown.ts'
import { audienceWords } from './audience.ts'
import { actButton } from './buttons.ts'

/** To whom it goes: each row limits it to what is ticked, or by nothing if nothing is. */
export function audiencePage(shown: Shown, language: Language): Page {
  const { announcement, audience } = shown
  const { platforms: on, kinds: into, languages: reading } = announcement.audience
  const row = (dimension: Dimension, options: readonly (readonly [string, string])[], ticked: readonly string[] = []) =>
    options.map(([value, label]): Button =>
      actButton(announcement, ticked.includes(value) ? `✓ ${label}` : label, 'audience', `${dimension}-${value}`),
    )
  return {
    language,
    lines: [
      fact(say(language, 'organizers.audienceTitle', { id: announcement.id })),
      item(audienceWords(audience, language)),
    ],
    buttons: [
      row(
        'platforms',
        platforms.map((one) => [one, platformNames[one]]),
        on,
      ),
      row(
        'kinds',
        kinds.map((one) => [one, say(language, `organizers.kind.${one}`)]),
        into,
      ),
      row(
        'languages',
        languages.map((one) => [one, say(one, 'language.name')]),
        reading,
      ),
      [actButton(announcement, say(language, 'organizers.done'), 'open')],
    ],
  }
}

const dimensions = ['platforms', 'kinds', 'languages', 'topics'] as const
type Dimension = (typeof dimensions)[number]

/** The audience with a tick set or taken away, as a button of the page says; as it was for what none of them says. */
export function withTick(audience: Audience, value: string): Audience {
  const [, named, option] = /^([a-z]+)-(.+)$/.exec(value) ?? []
  const dimension = dimensions.find((one) => one === named)
  if (dimension === undefined || option === undefined) return audience
  const options: readonly string[] = { platforms, kinds, languages, topics: [option] }[dimension]
  const before: readonly string[] = audience[dimension] ?? []
  const ticked = before.includes(option) ? before.filter((one) => one !== option) : [...before, option]
  const kept = options.length === 1 ? ticked : options.filter((one) => ticked.includes(one))
  const limits = kept.length > 0 && (dimension === 'topics' || kept.length < options.length)
  return { ...audience, [dimension]: limits ? kept : undefined }
}
