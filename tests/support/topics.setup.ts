import { knownTopics } from '../../src/core/knowledge-base/known-topics.ts'

/** Learns the topics once for a run, and keeps them in their file: seconds that no test is to wait for. */
export default function setUp(): void {
  knownTopics()
}
