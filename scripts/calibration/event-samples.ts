import { openKnowledgeBase } from '../../src/core/knowledge-base/knowledge-base.ts'
import { readEvent } from '../../tests/evaluation/events.ts'
import { candidatesFor } from './candidates.ts'
import type { Sample } from './samples.ts'

/** What speaks for the entries of an event that nobody has taught, in each of its questions that stands alone. */
export function* samplesOfEvent(event: string): Generator<Sample> {
  const { pack, questions } = readEvent(event)
  const knowledge = openKnowledgeBase(pack)
  for (const { turns, expect } of questions) {
    const [typed, ...others] = turns
    const isAnswered = expect.length > 0
    const candidates = candidatesFor(typed!, knowledge, ({ id, type }) =>
      isAnswered ? expect.includes(id) : type === 'gap',
    )
    if (others.length > 0 || !candidates) continue
    yield { writer: event, pack: 'event', kind: isAnswered ? 'answerable' : 'gap', candidates }
  }
}
