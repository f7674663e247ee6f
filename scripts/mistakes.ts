import { mistakes } from '../tests/support/mistakes/mistakes.ts'
import { commit, longestSeconds, openScenes } from '../tests/support/mistakes/operator.ts'

/**
 * Makes each of the mistakes that operators make, and prints what came of it as a Markdown table; exit status 1 if one
 * was answered with silence or the wrong status, took longer than `longestSeconds`, or outlived SIGTERM. `npm run
 * mistakes`; with words behind -- those whose description has them.
 */

await using scenes = await openScenes()
process.stdout.write('|  | mistake | what is printed | exit status | seconds |\n|---|---|---|---|---|\n')
for (const mistake of mistakes) {
  const { kind, what, says, ends } = mistake
  if (!what.includes(process.argv[2] ?? '')) continue
  const outcome = await commit(mistake, scenes.scene())
  if (!outcome) {
    process.stdout.write(`| ${kind} | ${what} | can't be tried here | | |\n`)
    continue
  }
  const { said, status, seconds, stopSeconds } = outcome
  const line =
    said.split('\n').find((one) => says.test(one)) ?? says.exec(said)?.[0].split('\n')[0] ?? `UNEXPECTED: ${said}`
  const wrong = !says.test(said) || status !== (ends === 'runs' ? 0 : ends) || seconds > longestSeconds
  if (wrong || (stopSeconds ?? 0) > longestSeconds) process.exitCode = 1
  const ended = ends === 'runs' ? `goes on; SIGTERM: ${status} in ${stopSeconds!.toFixed(1)} s` : String(status)
  process.stdout.write(
    `| ${kind} | ${what} | \`${brief(line)}\` | ${ended}${wrong ? ' WRONG' : ''} | ${seconds.toFixed(1)} |\n`,
  )
}

/** Of a line of the log what it says and why; of others the beginning. */
function brief(line: string): string {
  const text = /^\{.*\}$/.test(line) ? ofLog(JSON.parse(line) as Record<string, unknown>) : line
  const short = text
    .replaceAll(/\s+/g, ' ')
    .replaceAll('|', '/')
    .replaceAll(/\/tmp\/jauap-mistake-\w+/g, '…')
  return short.length > 150 ? `${short.slice(0, 149)}…` : short
}

function ofLog({ level, msg, reason }: Record<string, unknown>): string {
  return [level, msg, reason].filter((part) => typeof part === 'string').join(': ')
}
