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

const optionsOf = { platforms, kinds, languages } as const
type Dimension = keyof typeof optionsOf

/** The audience with a tick set or taken away, as a button of the page says; as it was for what none of them says. */
export function withTick(audience: Audience, value: string): Audience {
  const [, named, option] = /^([a-z]+)-(.+)$/.exec(value) ?? []
  if (option === undefined || !isDimension(named)) return audience
  const options: readonly string[] = optionsOf[named]
  const before: readonly string[] = audience[named] ?? []
  const ticked = before.includes(option) ? before.filter((one) => one !== option) : [...before, option]
  const kept = options.filter((one) => ticked.includes(one))
  const limits = kept.length > 0 && kept.length < options.length
  return { ...audience, [named]: limits ? kept : undefined }
}

function isDimension(name: string | undefined): name is Dimension {
  return name !== undefined && Object.hasOwn(optionsOf, name)
}
