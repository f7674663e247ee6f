import { platformNames, type Platform } from '../../core/people/people.ts'
import { readLanguage, UsageError } from '../parse.ts'
import { audienceOf } from './audience.ts'
import { previewOf } from './previews.ts'
import { find, type Result, type VerbTools } from './verb.ts'

/** `preview`: what its readers get, and what stands in the way. */
export async function preview({ commands, timeZone, eventName, by, values }: VerbTools, id: string): Promise<Result> {
  const announcement = await find(commands, id)
  const platform = readPlatform(values.platform)
  const named = { ...announcement, content: await commands.named(announcement) }
  const previews = previewOf(named, { language: readLanguage(values.language), platform, timeZone, eventName })
  const problems = await commands.problems(announcement, by)
  const audience = await audienceOf(announcement, commands)
  return {
    json: { id, state: announcement.state, previews, problems, audience },
    lines: [
      ...previews.flatMap(({ platform: on, language: one, units, limit, read }) => [
        `--- ${platformNames[on]}, ${one}: ${units} of ${limit}`,
        read,
      ]),
      ...problems.map((problem) => `to be mended before it can be sent: ${problem}`),
    ],
  }
}

function readPlatform(value: string | undefined): Platform | undefined {
  if (value === undefined) return undefined
  const platform = Object.keys(platformNames).find((name) => name === value)
  if (platform === undefined) throw new UsageError(`--platform ${value}: use telegram or discord`)
  return platform as Platform
}
