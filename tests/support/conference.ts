import { fileURLToPath } from 'node:url'
import { openAssistant, type Assistant } from '../../src/core/answering/assistant.ts'
import { holdKnowledge } from '../../src/core/knowledge-base/knowledge.ts'
import { openKnowledgeBase, type KnowledgeBase } from '../../src/core/knowledge-base/knowledge-base.ts'
import { loadPack } from '../../src/knowledge/load.ts'

/** The made-up conference of examples/: three days in Almaty, 10 to 12 June 2026. */
export const conference = fileURLToPath(new URL('../../examples/conference', import.meta.url))

let knowledge: KnowledgeBase | undefined

/** An assistant for it with conversations of its own; the pack is read once. */
export function openConference(): Assistant {
  return openAssistant(holdKnowledge((knowledge ??= openKnowledgeBase(loadPack(conference)))))
}
