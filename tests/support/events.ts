import { fileURLToPath } from 'node:url'
import { createAssistant } from '../../src/core/answering/assistant.ts'
import { openEvents } from '../../src/core/events/events-assistant.ts'
import { holdKnowledge, type Knowledge } from '../../src/core/knowledge-base/knowledge.ts'
import { openKnowledgeBase } from '../../src/core/knowledge-base/knowledge-base.ts'
import { loadKnowledge } from '../../src/core/knowledge-base/load-knowledge.ts'
import { loadPack } from '../../src/knowledge/load.ts'
import type { Pack } from '../../src/knowledge/pack.ts'
import { conference } from './conference.ts'
import { bulletin } from './packs.ts'

const olympiad = fileURLToPath(new URL('../../examples/olympiad', import.meta.url))

/** The school olympiad of examples/ (18 and 19 March 2027), in Kazakh alone. */
export function openOlympiad() {
  return createAssistant(loadPack(olympiad))
}

/** The conference, in Russian and English, with the olympiad. */
export function openConferenceAndOlympiad() {
  return openPacksTogether(loadPack(conference), loadPack(olympiad)).assistant
}

/** The bulletin's summit (22 to 24 April 2026) and the conference of examples/ (10 to 12 June 2026) in one bot. */
export async function openSummitAndConference() {
  const [summit, other] = await Promise.all([bulletin, conference].map(loadKnowledge))
  return openEvents([holdKnowledge(summit!), holdKnowledge(other!)], 'en')
}

/** Several packs in one bot, with what holds each. */
export function openPacksTogether(first: Pack, ...others: readonly Pack[]) {
  const each: [Knowledge, ...Knowledge[]] = [held(first), ...others.map(held)]
  return { each, assistant: openEvents(each, 'en') }
}

function held(pack: Pack): Knowledge {
  return holdKnowledge(openKnowledgeBase(pack))
}
