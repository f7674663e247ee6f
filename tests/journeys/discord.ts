import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { playDelegates } from './discord-delegates.ts'
import { playOrganizers } from './discord-organizers.ts'
import { openStage } from './stage.ts'

const head = `# What people see in Discord

Written by \`npm run journeys\` from what the program shows before a Discord on the loopback interface; a test holds
this page to it. What is quoted is shown, buttons stand in brackets (🟢 green, 🔴 red), and mark-up is as it was sent:
\`**bold**\` is bold in the app. At the end stand the tests that show each item.`

/** Everything that is tried, from first questions to a recalled announcement, as a page of Markdown. */
export async function journeyInDiscord(): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'jauap-journey-'))
  try {
    await using stage = await openStage(['99', '98'], directory)
    stage.say(head)
    await playDelegates(stage)
    await playOrganizers(stage)
    if (stage.discord.violations.length > 0) throw new Error(stage.discord.violations.join('\n'))
    return stage.text()
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}
