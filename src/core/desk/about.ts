import type { Language } from '../../knowledge/language.ts'
import { wordsIn, type Pack } from '../../knowledge/pack.ts'
import { formatSpan } from '../answering/format-dates.ts'
import type { Line } from '../answering/reply.ts'
import { dayWords } from '../time/moment-words.ts'
import { titleOf } from '../answering/facts.ts'
import { say } from '../i18n.ts'
import type { Feedback } from '../people/feedback.ts'
import { fact, item, text } from '../pages/lines.ts'
import type { Button, Page } from '../pages/page.ts'
import type { Visitor } from '../pages/visitor.ts'
import { subjectName } from '../../knowledge/pack-subject.ts'

/** How to ask. */
export function helpPage(pack: Pack, language: Language): Page {
  return {
    language,
    lines: [
      fact(say(language, 'social.help', { subject: subjectName(pack, language) })),
      text(say(language, 'help.more')),
    ],
    buttons: [[topics(language)]],
  }
}

/** The same for an organizer. */
export function organizersHelpPage(pack: Pack, language: Language): Page {
  const page = helpPage(pack, language)
  return { ...page, lines: [...page.lines, text(say(language, 'help.organizers'))] }
}

const mostGaps = 6

/** Where the answers come from, of when that is, and what it does not know. */
export function aboutPage(pack: Pack, language: Language): Page {
  const source = wordsIn(pack.source, language) ?? pack.id
  return {
    language,
    lines: [
      fact(say(language, 'about.source', { source, subject: subjectName(pack, language) })),
      ...dateLines(pack, language),
      text(say(language, 'about.honest')),
      ...gapLines(pack, language),
    ],
    buttons: [[topics(language)]],
  }
}

function dateLines({ writtenBefore: day }: Pack, language: Language): Line[] {
  if (day === undefined) return []
  const date = formatSpan({ from: day, to: day, precision: 'day' }, language)
  return [text(say(language, 'about.date', { date }))]
}

function gapLines({ entries }: Pack, language: Language): Line[] {
  const gaps = entries.filter(({ type }) => type === 'gap').flatMap(({ title }) => wordsIn(title, language) ?? [])
  return gaps.length === 0 ? [] : [text(say(language, 'about.gaps')), ...gaps.slice(0, mostGaps).map(item)]
}

/** What is stored of a person, how long, and how to have it erased. */
export function privacyPage(language: Language, alsoKept: Visitor['alsoKept']): Page {
  const hasNumbers = alsoKept === 'messageNumbers'
  return {
    language,
    lines: [
      fact(say(language, 'privacy.title')),
      item(say(language, alsoKept === 'appLanguage' ? 'privacy.settingsWithApp' : 'privacy.settings')),
      item(say(language, 'privacy.questions')),
      ...(hasNumbers ? [item(say(language, 'privacy.messages'))] : []),
      item(say(language, 'privacy.programme')),
      item(say(language, 'privacy.announcements')),
      item(say(language, 'privacy.feedback')),
      text(say(language, hasNumbers ? 'privacy.forgetButNumbers' : 'privacy.forget')),
    ],
    buttons: [],
  }
}

/** What people called wrong, for organizers; what is in no pack any more is told by its id. */
export function feedbackPage(latest: readonly Feedback[], pack: Pack, language: Language): Page {
  const items = latest.map(({ question = say(language, 'feedback.unknown'), entry: id, at }) => {
    const entry = pack.entries.find((one) => one.id === id)
    const values = {
      day: dayWords(at, pack.timeZone, language),
      question,
      entry: entry ? titleOf(entry, language) : id,
    }
    return item(say(language, 'feedback.item', values))
  })
  const title = say(language, items.length > 0 ? 'feedback.title' : 'feedback.none')
  return { language, lines: [fact(title), ...items], buttons: [] }
}

function topics(language: Language): Button {
  return { label: say(language, 'button.topics'), do: 'browse', page: 0 }
}
