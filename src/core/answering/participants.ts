import type { Entry, Pack } from '../../knowledge/pack.ts'
import type { KnowledgeBase } from '../knowledge-base/knowledge-base.ts'
import { saysMark } from './says-mark.ts'

const found = new WeakMap<Pack, { readonly entry: Entry | undefined }>()

/** What the pack says of who takes part: an entry that is called so and is no event of its own. */
export function participantsIn({ pack, reader }: Pick<KnowledgeBase, 'pack' | 'reader'>): Entry | undefined {
  return found.getOrInsertComputed(pack, () => ({ entry: pack.entries.find(isOfParticipants) })).entry

  function isOfParticipants({ type, says, title }: Entry): boolean {
    const mayBe = (type === 'fact' || type === 'list') && says.some(({ about }) => about === 'who')
    return mayBe && saysMark([title], 'participation', { pack, reader })
  }
}
