import type { Language } from '../../../knowledge/language.ts'
import type { Done } from '../../announcements/done.ts'
import { say } from '../../i18n.ts'
import { item } from '../../pages/lines.ts'
import { notePage } from '../../pages/note-page.ts'
import type { Page } from '../../pages/page.ts'

type Refused = Omit<Extract<Done, { kind: 'refused' }>, 'kind'>

/** Why an act is refused, with what stands in the way. */
export function refusalPage({ why, problems = [], announcement }: Refused, id: string, language: Language): Page {
  const state = announcement ? say(language, `state.${announcement.state}`) : ''
  const page = notePage(language, say(language, `refused.${why}`, { id, state }))
  return { ...page, lines: [...page.lines, ...problems.map(item)] }
}

/** There is no announcement of this number. */
export function unknownPage(id: string, language: Language): Page {
  return notePage(language, say(language, 'refused.unknown', { id }))
}
