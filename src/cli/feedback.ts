import { withStore } from '../core/store/open.ts'
import type { Config } from '../operation/config.ts'
import { UsageError } from './parse.ts'

/** More than anyone reads at a sitting. */
const most = 1000

/** `feedback`: what people called wrong, as JSON lines, the latest first. */
export async function runFeedback(args: readonly string[], { databaseUrl }: Config): Promise<void> {
  if (args.length > 0) throw new UsageError('usage: feedback')
  for (const feedback of await withStore(databaseUrl, (store) => store.feedback.latest(most)))
    process.stdout.write(`${JSON.stringify(feedback)}\n`)
}
