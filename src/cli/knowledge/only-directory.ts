import { helpTexts } from '../help.ts'
import { misused, parse } from '../parse.ts'

/** The one directory that a command line names. */
export function onlyDirectory(args: readonly string[]): string {
  return onlyOf(parse(args, helpTexts.knowledge, {}).positionals)
}

/** The one directory among what is no option. */
export function onlyOf([directory, ...rest]: readonly string[]): string {
  if (directory === undefined || rest.length > 0) throw misused('Name one directory', helpTexts.knowledge)
  return directory
}
