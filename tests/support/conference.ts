import { fileURLToPath } from 'node:url'
import { createAssistant, type Assistant } from '../../src/core/answering/assistant.ts'
import { loadPack } from '../../src/knowledge/load.ts'

/** The made-up conference of examples/: three days in Almaty, 10 to 12 June 2026. */
export const conference = fileURLToPath(new URL('../../examples/conference', import.meta.url))

export function openConference(): Assistant {
  return createAssistant(loadPack(conference))
}
