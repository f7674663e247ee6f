import { openAssistant, type Assistant } from '../../src/core/answering/assistant.ts'
import { holdKnowledge } from '../../src/core/knowledge-base/knowledge.ts'
import { loadKnowledge } from '../../src/core/knowledge-base/load-knowledge.ts'
import { bulletin } from './packs.ts'

/** The bulletin as a start reads it: from its compiled file, which takes seconds to make after a change. */
export const bulletinKnowledge = await loadKnowledge(bulletin)

/** An assistant for the bulletin with conversations of its own. */
export function openBulletin(): Assistant {
  return openAssistant(holdKnowledge(bulletinKnowledge))
}
