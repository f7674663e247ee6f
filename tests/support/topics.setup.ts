import { loadKnowledge } from '../../src/core/knowledge-base/load-knowledge.ts'
import { fileURLToPath } from 'node:url'

/**
 * Learns the topics, small talk, the bulletin and the small pack once for a run, and keeps them in files: seconds that
 * no test is to wait for. The bulletin alone would not do: what it is about is learnt from its own questions.
 */
export default async function setUp(): Promise<void> {
  for (const pack of ['../../src/knowledge/bulletin', './small-pack'])
    await loadKnowledge(fileURLToPath(new URL(pack, import.meta.url)))
}
