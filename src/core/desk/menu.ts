import { partsOf, partWith } from '../../knowledge/joint-pack.ts'
import type { Language } from '../../knowledge/language.ts'
import type { Entry, Pack } from '../../knowledge/pack.ts'
import { say } from '../i18n.ts'
import { fact, text } from '../pages/lines.ts'
import type { Action, Button, Page } from '../pages/page.ts'
import { backToTopics, chaptersPage, topicsPage } from './topics.ts'
import { shortTitle, subjectName } from '../../knowledge/pack-subject.ts'

/** Where in the menu: a chapter, among several events behind the number of its event ("2.11"); events count from 1. */
type Place = { readonly chapter?: string | undefined; readonly page: number }

/** The events to choose, if there are several; the chapters of one, the topics of a chapter. */
export function menuPage(pack: Pack, language: Language, { chapter, page }: Place): Page {
  if (!pack.parts) return pageOf(pack, language, { chapter, page })
  const [number, own] = chapter?.split('.') ?? []
  const part = pack.parts[Number(number) - 1]
  if (!part) return eventsPage(pack, language, (event) => ({ do: 'browse', chapter: String(event), page: 0 }))
  const shown = inEvent(pageOf(part, language, { chapter: own, page }), Number(number))
  const events: Button = { label: say(language, 'events.all'), do: 'browse', page: 0 }
  return own === undefined ? { ...shown, buttons: [...shown.buttons, [events]] } : shown
}

/** The way back from an entry to the page of topics that it stands on. */
export function backToMenu(entry: Entry, pack: Pack, language: Language): Button {
  const part = partWith(pack, entry)
  const back = backToTopics(entry, part, language)
  return pack.parts ? ofEvent(back, pack.parts.indexOf(part) + 1) : back
}

/** Several events, each with what is done when it is chosen. */
export function eventsPage(pack: Pack, language: Language, to: (event: number) => Action): Page {
  const choices = partsOf(pack).map((part, at): Button[] => [{ label: shortTitle(part, language), ...to(at + 1) }])
  return {
    language,
    lines: [fact(subjectName(pack, language)), text(say(language, 'events.choose'))],
    buttons: choices,
  }
}

function pageOf(pack: Pack, language: Language, { chapter, page }: Place): Page {
  return chapter === undefined ? chaptersPage(pack, language, page) : topicsPage(pack, language, chapter, page)
}

/** The same page, whose buttons stay with the event. */
function inEvent(page: Page, event: number): Page {
  return { ...page, buttons: page.buttons.map((row) => row.map((button) => ofEvent(button, event))) }
}

function ofEvent(button: Button, event: number): Button {
  if (button.do !== 'browse') return button
  return { ...button, chapter: button.chapter === undefined ? String(event) : `${event}.${button.chapter}` }
}
