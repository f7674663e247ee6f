import { withStore } from '../core/store/open.ts'
import type { Config } from '../operation/config.ts'
import { helpTexts } from './help.ts'
import { misused } from './parse.ts'

/** More than anyone reads at a sitting. */
const most = 1000

/** `feedback`: what people called wrong, as JSON lines, the latest first. */
export async function runFeedback(args: readonly string[], { databaseUrl }: Config): Promise<void> {
  if (args.length > 0) throw misused('Nothing more is to be said', helpTexts.feedback)
  const latest = await withStore(databaseUrl, (store) => store.feedback.latest(most))
  // Not among the lines, which other programs read.
  if (latest.length === 0) process.stderr.write('Nobody has called an answer wrong yet.\n')
  for (const feedback of latest) process.stdout.write(`${JSON.stringify(feedback)}\n`)
}
