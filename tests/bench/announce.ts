import { parseArgs } from 'node:util'

/**
 * An announcement to many, with faults; both platforms, one after the other, unless one is named. What else may be said
 * stands in their own files.
 * `node tests/bench/announce.ts [--platform telegram|discord] …`
 */
const { values } = parseArgs({ options: { platform: { type: 'string' } }, strict: false })
if (values.platform !== 'discord') await import('./announce-telegram.ts')
if (values.platform !== 'telegram') await import('./announce-discord.ts')
