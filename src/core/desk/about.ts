import type { Language } from '../../knowledge/language.ts'
import { wordsIn, type Pack } from '../../knowledge/pack.ts'
import { formatSpan } from '../answering/format-dates.ts'
import type { Line } from '../answering/reply.ts'
import { say } from '../i18n.ts'
import type { Feedback } from '../people/feedback.ts'
import type { Button, Page } from '../pages/page.ts'
import { subjectName } from './welcome.ts'

/** How to ask. */
export function helpPage(language: Language): Page {
  const lines: Line[] = [
    { kind: 'fact', text: say(language, 'social.help') },
    { kind: 'text', text: say(language, 'help.more') },
  ]
  return { language, lines, buttons: [[topics(language)]] }
}

const mostGaps = 6

/** Where the answers come from, of when that is, and what it does not know. */
export function aboutPage(pack: Pack, language: Language): Page {
  const gaps = pack.entries.filter(({ type }) => type === 'gap').flatMap(({ title }) => wordsIn(title, language) ?? [])
  const written = pack.writtenBefore
  const lines: Line[] = [
    {
      kind: 'fact',
      text: say(language, 'about.source', {
        source: wordsIn(pack.source, language) ?? pack.id,
        subject: subjectName(pack, language),
      }),
    },
    ...(written === undefined
      ? []
      : [
          {
            kind: 'text' as const,
            text: say(language, 'about.date', {
              date: formatSpan({ from: written, to: written, precision: 'day' }, language),
            }),
          },
        ]),
    { kind: 'text', text: say(language, 'about.honest') },
    ...(gaps.length === 0
      ? []
      : [
          { kind: 'text' as const, text: say(language, 'about.gaps') },
          ...gaps.slice(0, mostGaps).map((text): Line => ({ kind: 'item', text })),
        ]),
  ]
  return { language, lines, buttons: [[topics(language)]] }
}

/** What is stored of a person, how long, and how to have it erased. */
export function privacyPage(language: Language): Page {
  const lines: Line[] = [
    { kind: 'fact', text: say(language, 'privacy.title') },
    { kind: 'item', text: say(language, 'privacy.settings') },
    { kind: 'item', text: say(language, 'privacy.questions') },
    { kind: 'item', text: say(language, 'privacy.messages') },
    { kind: 'item', text: say(language, 'privacy.feedback') },
    { kind: 'item', text: say(language, 'privacy.announcements') },
    { kind: 'text', text: say(language, 'privacy.forget') },
  ]
  return { language, lines, buttons: [] }
}

/** What people called wrong, for organizers. */
export function feedbackPage(latest: readonly Feedback[], language: Language): Page {
  const items = latest.map(({ question, entry, at }): Line => ({
    kind: 'item',
    text: say(language, 'feedback.item', {
      day: at.toISOString().slice(0, 10),
      question: question ?? say(language, 'feedback.unknown'),
      entry,
    }),
  }))
  const title = say(language, items.length > 0 ? 'feedback.title' : 'feedback.none')
  return { language, lines: [{ kind: 'fact', text: title }, ...items], buttons: [] }
}

function topics(language: Language): Button {
  return { label: say(language, 'button.topics'), do: 'browse', page: 0 }
}
