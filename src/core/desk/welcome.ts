import { inTurn, partsOf } from '../../knowledge/joint-pack.ts'
import { languages, type Language } from '../../knowledge/language.ts'
import { subjectName } from '../../knowledge/pack-subject.ts'
import type { Entry, Pack } from '../../knowledge/pack.ts'
import { titleOf } from '../answering/facts.ts'
import { say, type TextKey } from '../i18n.ts'
import { dayButtons } from './day-buttons.ts'
import { saySource } from '../answering/say-source.ts'
import { fact, text } from '../pages/lines.ts'
import type { Button, Page, SpokenAt } from '../pages/page.ts'
import { ticked } from '../pages/tick.ts'

/** Whom the first page is for, and when. `subscribable`: whether announcements can come to them here. */
type Welcomed = { readonly languagesOf: 'person' | 'group'; readonly subscribable?: boolean; readonly now: Date }

/** The first page: what this is, questions to try, what is on, and the languages, of whom they are chosen for. */
export function welcomePage(
  pack: Pack,
  language: Language,
  { languagesOf, subscribable = false, now }: Welcomed,
): Page {
  const subject = subjectName(pack, language)
  return {
    language,
    lines: [fact(say(language, 'welcome.greeting', { subject })), text(saySource(pack, language, 'welcome.how'))],
    buttons: [
      ...dayButtons(pack, language, now),
      ...examplesOf(pack, language),
      [{ label: say(language, 'button.topics'), do: 'browse', page: 0 }],
      ...(subscribable ? [[{ label: say(language, 'button.subscribe'), do: 'subscribe' as const }]] : []),
      languageButtons({ to: languagesOf, spoken: language, at: 'welcome' }),
    ],
  }
}

/** What is said to a message without words: what can be done instead. */
export function wordlessPage(pack: Pack, language: Language, key: TextKey): Page {
  return {
    language,
    lines: [text(say(language, key))],
    buttons: [...examplesOf(pack, language), [{ label: say(language, 'button.topics'), do: 'browse', page: 0 }]],
  }
}

/** What a group is told that takes the bot in. */
export function groupPage(pack: Pack, language: Language): Page {
  const subject = subjectName(pack, language)
  return {
    language,
    lines: [
      fact(say(language, 'welcome.greeting', { subject })),
      text(say(language, 'group.members')),
      text(say(language, 'group.managers')),
    ],
    buttons: [
      [{ label: say(language, 'button.topics'), do: 'browse', page: 0 }],
      languageButtons({ to: 'group', spoken: language }),
    ],
  }
}

/** What a server is told that takes the bot in. `gone`: channels in which announcements were posted before. */
export function serverPage(pack: Pack, language: Language, gone: readonly string[]): Page {
  const subject = subjectName(pack, language)
  return {
    language,
    lines: [
      fact(say(language, 'welcome.greeting', { subject })),
      text(say(language, 'server.members')),
      text(say(language, 'server.managers')),
      ...(gone.length > 0 ? [text(say(language, 'server.before', { channels: gone.join(', ') }))] : []),
    ],
    buttons: [[{ label: say(language, 'button.topics'), do: 'browse', page: 0 }]],
  }
}

/**
 * Which language is spoken here, and the others: to the person, in the group, or both; and to the person, how. `at`:
 * what is shown then; `group`: the group's language, where it has just been chosen beside the person's.
 */
export function languagePage(
  language: Language,
  ofPerson: boolean,
  ofGroup: boolean,
  { at, group }: { readonly at?: SpokenAt | undefined; readonly group?: Language } = {},
): Page {
  return {
    language,
    lines: [
      ...(group ? [text(ticked(say(language, 'language.serverSet', { name: say(group, 'language.name') })))] : []),
      ...(ofPerson ? [fact(say(language, 'language.now'))] : []),
      ...(ofGroup ? [fact(say(language, ofPerson ? 'language.setGroup' : 'language.ofGroup'))] : []),
    ],
    buttons: [
      ...(ofPerson ? [languageButtons({ to: 'person', spoken: language, at })] : []),
      // Where both are chosen, the language is the person's; the group's is known only when it was just chosen.
      ...(ofGroup ? [languageButtons({ to: 'group', spoken: ofPerson ? group : language, at })] : []),
      ...(ofPerson && !at ? [[{ label: say(language, 'button.plain'), do: 'plain' as const, on: true }]] : []),
    ],
  }
}

/** "You write in Russian. Shall I answer in Russian?", in that language, with the way to keep the present one. */
export function switchPage(written: Language, spoken: Language): Page {
  return {
    language: written,
    lines: [text(say(written, 'language.offer'))],
    buttons: [
      [
        { label: say(written, 'language.name'), do: 'speak', language: written, to: 'person' },
        { label: say(spoken, 'language.keep'), do: 'speak', language: spoken, to: 'person' },
      ],
    ],
  }
}

/** Each language under its own name, so that everyone finds theirs; the one that is spoken has a tick. */
export function languageButtons({
  to,
  spoken,
  at,
}: {
  readonly to: 'person' | 'group'
  readonly spoken: Language | undefined
  readonly at?: SpokenAt | undefined
}): Button[] {
  return languages.map((language) => ({
    label: ticked(say(language, 'language.name'), language === spoken),
    do: 'speak',
    language,
    to,
    at,
  }))
}

const mostExamples = 3

/** Questions that people ask about what the pack is mainly about: its subject, then its longest lists. */
function examplesOf(pack: Pack, language: Language): Button[][] {
  return mainEntries(pack)
    .slice(0, mostExamples)
    .map((entry) => [{ label: exampleOf(entry, language), do: 'show', entry: entry.id }])
}

/** The subject of the pack and its lists, the longest first; without any, its first entries. Of several, in turn. */
export function mainEntries(pack: Pack): Entry[] {
  return inTurn(partsOf(pack).map(mainEntriesOf))
}

function mainEntriesOf({ entries, subject }: Pack): Entry[] {
  const lists = entries.filter(({ type }) => type === 'list').toSorted((a, b) => b.members.length - a.members.length)
  const main = [...entries.filter(({ id }) => id === subject), ...lists]
  return main.length > 0 ? main : entries.filter(({ type }) => type !== 'gap').slice(0, mostExamples)
}

/** Longer labels are cut on a phone. */
const longestExample = 40

/** The first question with a mark that a button can hold, else the title. */
function exampleOf(entry: Entry, language: Language): string {
  return (
    entry.questions[language].find((question) => question.length <= longestExample && question.endsWith('?')) ??
    titleOf(entry, language)
  )
}
