import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { OperatorError } from '../knowledge/fault.ts'
import { languages, type Language } from '../knowledge/language.ts'

/** A command line that can't be understood: exit status 2. */
export class UsageError extends OperatorError {
  override readonly name = 'UsageError'
}

/** Options and words of a command line; what it does not allow is a UsageError. */
export function parse<const T extends ParseArgsOptionsConfig>(args: readonly string[], usage: string, options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}

export function readLanguage(value: string | undefined, option = '--language'): Language | undefined {
  if (value === undefined) return undefined
  const language = languages.find((one) => one === value)
  if (!language) throw new UsageError(`${option} ${value}: use one of ${languages.join(', ')}`)
  return language
}
