import { readFileSync, writeFileSync } from 'node:fs'
import { pageOf, writtenPart } from './page.ts'
import { journeyInDiscord } from './discord.ts'

/** Writes the page anew, but for what stands in it by hand. `node tests/journeys/write.ts` */
const path = new URL('../../docs/journeys-discord.md', import.meta.url)
writeFileSync(path, pageOf(await journeyInDiscord(), writtenPart(readFileSync(path, 'utf8'))))
