import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import { backOff } from '../core/back-off.ts'
import type { OpenPacks } from '../core/knowledge-base/open-packs.ts'
import { tellOfChanges } from '../core/stars/tell-of-changes.ts'
import type { StarStore } from '../core/stars/star.ts'
import type { Pack } from '../knowledge/pack.ts'

const pausesMs = { firstMs: 1000, longestMs: 60_000 }

/**
 * Tells people of changes to what they have marked: of those since the last run now, and of others whenever another
 * pack takes over, one after the other, until disposed of. A store that fails is asked again.
 */
export function followProgramme(
  currentPack: () => Pack,
  { onReplaced }: Pick<OpenPacks, 'onReplaced'>,
  {
    stars,
    now,
    log,
  }: { readonly stars: Pick<StarStore, 'seen' | 'renew'>; readonly now: () => Date; readonly log: Logger },
): AsyncDisposable {
  const ending = new AbortController()
  let looking = look()
  const forget = onReplaced(() => void (looking = looking.then(look)))
  return {
    [Symbol.asyncDispose]() {
      forget()
      ending.abort()
      return looking
    },
  }

  async function look(): Promise<void> {
    for (let failures = 0; !ending.signal.aborted;) {
      try {
        return await tellOfChanges(currentPack(), { stars, now: now(), log })
      } catch (error) {
        log.warn({ err: error }, 'people not told of changes in the programme; trying again')
        await pause(backOff(++failures, pausesMs), undefined, { signal: ending.signal }).catch(() => {})
      }
    }
  }
}
