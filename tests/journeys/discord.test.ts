import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { journeyInDiscord } from './discord.ts'
import { comparable } from './page.ts'

test('what people see in Discord is what docs/journeys-discord.md says; npm run journeys writes it anew', async () => {
  const page = readFileSync(new URL('../../docs/journeys-discord.md', import.meta.url), 'utf8')
  expect(comparable(await journeyInDiscord())).toBe(comparable(page))
})
