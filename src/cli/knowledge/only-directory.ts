import { parse, UsageError } from '../parse.ts'
import { knowledgeUsage } from '../knowledge-help.ts'

/** The one directory that a command line names. */
export function onlyDirectory(args: readonly string[]): string {
  const { positionals } = parse(args, knowledgeUsage, {})
  const [directory, ...rest] = positionals
  if (directory === undefined || rest.length > 0) throw new UsageError(knowledgeUsage)
  return directory
}
