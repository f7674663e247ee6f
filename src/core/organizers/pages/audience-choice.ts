import { languages, type Language } from '../../../knowledge/language.ts'
import { chunksOf } from '../../chunks.ts'
import { say } from '../../i18n.ts'
import { kinds, platforms } from '../../mailing/destination.ts'
import { currentTopics, topicName, topicsFollowed } from '../../mailing/topic.ts'
import type { Audience } from '../../announcements/announcement.ts'
import { fact, item } from '../../pages/lines.ts'
import type { Button, Page } from '../../pages/page.ts'
import { ticked } from '../../pages/tick.ts'
import { platformNames } from '../../people/people.ts'
import type { Shown } from './shown.ts'
import { audienceWords, limitLines, readersBy } from './audience.ts'
import { actButton } from './buttons.ts'

/** What a button stands for, and how it is called. */
type Option = readonly [value: string, label: string]

/** So many topics in a row: their names are short. */
const inRow = 2

/**
 * To whom it goes, and how many that are at present, by language: each row limits it to what is ticked, or by nothing
 * if nothing is. Of topics those that were ended are there as long as they are ticked.
 */
export function audiencePage(shown: Shown, language: Language): Page {
  const { announcement, audience } = shown
  const row = (dimension: Dimension, options: readonly Option[]): Button[] => {
    const chosen: readonly string[] = announcement.audience[dimension] ?? []
    return options.map(([value, label]) =>
      actButton(announcement, ticked(label, chosen.includes(value)), 'audience', `${dimension}-${value}`),
    )
  }
  const topics = row('topics', topicOptions(shown, language))
  return {
    language,
    lines: [
      fact(say(language, 'organizers.audienceTitle', { id: announcement.id })),
      item(audienceWords(audience, language)),
      ...readersBy(audience.shares).map(item),
      ...limitLines(shown, language),
    ],
    buttons: [
      row(
        'platforms',
        platforms.map((one) => [one, platformNames[one]]),
      ),
      row(
        'kinds',
        kinds.map((one) => [one, say(language, `organizers.kind.${one}`)]),
      ),
      row(
        'languages',
        languages.map((one) => [one, say(one, 'language.name')]),
      ),
      ...chunksOf(topics, inRow),
      [actButton(announcement, say(language, 'organizers.done'), 'open')],
    ],
  }
}

function topicOptions({ announcement, topics }: Shown, language: Language): Option[] {
  const offered = new Set([...currentTopics(topics), ...topicsFollowed(topics, announcement.audience.topics)])
  return [...offered].map((topic) => [topic.id, topicName(topic, language)])
}

const optionsOf = { platforms, kinds, languages } as const
type Dimension = keyof typeof optionsOf | 'topics'

/**
 * The audience with a tick set or taken away, as a button of the page says; as it was for what none of them says.
 * `topics`: ids of those that there are.
 */
export function withTick(audience: Audience, value: string, topics: readonly string[]): Audience {
  const [, named, option] = /^([a-z]+)-(.+)$/.exec(value) ?? []
  if (option === undefined || !isDimension(named)) return audience
  const before: readonly string[] = audience[named] ?? []
  const chosen = before.includes(option) ? before.filter((one) => one !== option) : [...before, option]
  const options: readonly string[] = named === 'topics' ? topics : optionsOf[named]
  const kept = options.filter((one) => chosen.includes(one))
  // All topics are not the same as none in particular: there are those who follow none of them any more.
  const limits = kept.length > 0 && (named === 'topics' || kept.length < options.length)
  return { ...audience, [named]: limits ? kept : undefined }
}

function isDimension(name: string | undefined): name is Dimension {
  return name === 'topics' || (name !== undefined && Object.hasOwn(optionsOf, name))
}
