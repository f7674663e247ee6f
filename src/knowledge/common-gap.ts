import type { Entry } from './pack.ts'

/** The id of a gap that is not the pack's own: it says nothing of a topic. Ids of a pack's own have no such sign. */
export function commonGapId(topic: string): string {
  return `@${topic}`
}

/** Whether an entry is such a gap, in its pack or among several. */
export function isCommonGap({ type, topic, id }: Pick<Entry, 'type' | 'topic' | 'id'>): boolean {
  return type === 'gap' && topic !== undefined && id.endsWith(commonGapId(topic))
}
