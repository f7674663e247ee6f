import { helpTexts } from '../help.ts'
import { misused, parse } from '../parse.ts'

/** The one directory that a command line names. */
export function onlyDirectory(args: readonly string[]): string {
  const { positionals } = parse(args, helpTexts.knowledge, {})
  const [directory, ...rest] = positionals
  if (directory === undefined || rest.length > 0) throw misused('Name one directory', helpTexts.knowledge)
  return directory
}
