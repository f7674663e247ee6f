import { loadKnowledge } from '../../src/core/knowledge-base/load-knowledge.ts'
import { fileURLToPath } from 'node:url'

/** Learns the topics and the bulletin once for a run, and keeps them in files: seconds that no test is to wait for. */
export default async function setUp(): Promise<void> {
  await loadKnowledge(fileURLToPath(new URL('../../src/knowledge/bulletin', import.meta.url)))
}
