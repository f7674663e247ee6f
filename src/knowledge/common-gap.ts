import type { Entry, Pack } from './pack.ts'

/** The id of a gap that is not the pack's own: it says nothing of a topic. Ids of a pack's own have no such sign. */
export function commonGapId(topic: string): string {
  return `@${topic}`
}

/** How many entries a pack has of its own: what a start, a change and a check say of it. */
export function countOwnEntries({ entries }: Pick<Pack, 'entries'>): number {
  return entries.filter((entry) => !isCommonGap(entry)).length
}

/** Whether an entry is such a gap, in its pack or among several. */
function isCommonGap({ type, topic, id }: Pick<Entry, 'type' | 'topic' | 'id'>): boolean {
  return type === 'gap' && topic !== undefined && id.endsWith(commonGapId(topic))
}
