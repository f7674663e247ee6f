import type { Language } from '../../../knowledge/language.ts'
import { say } from '../../i18n.ts'
import { fact, item } from '../../pages/lines.ts'
import type { Page } from '../../pages/page.ts'

/** The place that a fault's text has in one message with others. */
const longestFault = 300

/** That a changed pack was refused: its faults, a line for each, as whoever maintains it needs them. */
export function refusedKnowledgePage(faults: string, language: Language): Page {
  const lines = faults.split('\n').map((fault) => item(shortened(fault)))
  return { language, lines: [fact(say(language, 'organizers.knowledgeRefused')), ...lines], buttons: [] }
}

function shortened(fault: string): string {
  return fault.length <= longestFault ? fault : `${fault.slice(0, longestFault - 1)}…`
}
