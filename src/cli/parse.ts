import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { OperatorError } from '../knowledge/fault.ts'
import { languages, type Language } from '../knowledge/language.ts'
import { orMeant } from './nearest.ts'

/** A command line that can't be understood: exit status 2. */
export class UsageError extends OperatorError {
  override readonly name = 'UsageError'
}

/**
 * Options and words of a command line; what it does not allow is a UsageError. `usage`: the text that tells how the
 * command is used; only its first paragraph is shown with what is wrong.
 */
export function parse<const T extends ParseArgsOptionsConfig>(args: readonly string[], usage: string, options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw misused(whyNot(error, Object.keys(options)), usage)
  }
}

/** A UsageError that says what is wrong, and how the command is used. */
export function misused(what: string, usage: string): UsageError {
  return new UsageError(`${what}\n${usage.split('\n\n')[0]}`)
}

export function readLanguage(value: string | undefined, option = '--language'): Language | undefined {
  if (value === undefined) return undefined
  const language = languages.find((one) => one === value)
  if (!language) throw new UsageError(`${option} ${value}: use one of ${languages.join(', ')}`)
  return language
}

function whyNot(error: unknown, options: readonly string[]): string {
  if (!(error instanceof Error)) return String(error)
  const unknown = 'code' in error && error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
  const option = unknown ? /'(-[^\s=']+)/.exec(error.message)?.[1] : undefined
  if (option === undefined) return error.message.split('. ')[0]!
  const known = options.map((name) => `--${name}`)
  return `There is no option ${option}${orMeant(option, known)}`
}
