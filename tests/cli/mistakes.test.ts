import { afterAll, expect, test } from 'vitest'
import { mistakes } from '../support/mistakes/mistakes.ts'
import { commit, longestSeconds, openScenes } from '../support/mistakes/operator.ts'

const besideOthers = 4

const scenes = await openScenes()
afterAll(() => scenes[Symbol.asyncDispose]())

/** Those that only a process can show, and no other test does; `npm run mistakes` makes all of them, and measures. */
const shown = [
  'no token at all',
  'a misspelt name: DISCORD_TOKN',
  '.env is a directory',
  'a pack with an endless file',
  'a database where no directory can be made: sqlite:/proc/x/y.db',
  'a new pack where no directory can be made: /proc/x/y',
  'an import where no directory can be made: /proc/x/y',
  'a network that swallows everything, for Telegram',
  'a network that swallows everything, for Discord',
  'a clock that is an hour slow, at start',
  'an announcement that never ends',
]

// A machine that is busy with something else may be slow once.
test.for(shown)(
  '%s: it is told why in time, and the program ends, or hears SIGTERM',
  { retry: 2 },
  async (name, { skip }) => {
    const mistake = mistakes.find(({ what }) => what === name)!
    const outcome = (await commit(mistake, scenes.scene())) ?? skip('this can’t be tried here')
    expect(outcome.said).toMatch(mistake.says)
    expect(outcome.said).not.toMatch(/\n {4}at /)
    // Beside other tests everything takes longer; `npm run mistakes` holds each to the limit itself.
    expect(Math.max(outcome.seconds, outcome.stopSeconds ?? 0)).toBeLessThan(besideOthers * longestSeconds)
    expect(outcome.status).toBe(mistake.ends === 'runs' ? 0 : mistake.ends)
  },
)
