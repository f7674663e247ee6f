import { z } from 'zod'
import { languages } from '../knowledge/language.ts'

/** A token as an environment variable has it: an empty one counts as not set. */
const optional = z.string().trim().transform((value) => value || undefined).optional()

const settings = z.object({
  KNOWLEDGE: optional.describe('directory of the knowledge pack; the built-in bulletin without'),
  DEFAULT_LANGUAGE: z.enum(languages, `use one of ${languages.join(', ')}`).default('kk'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug'], 'use silent, error, warn, info or debug').default('info'),
})

/** Settings that can't be used. The message names every fault, for the operator. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

export type Config = {
  /** Directory of the pack; undefined for the built-in bulletin. */
  readonly knowledge: string | undefined
  readonly defaultLanguage: (typeof languages)[number]
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

/** Reads the settings from environment variables. Throws a ConfigError with all faults at once. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const result = settings.safeParse(present)
  if (!result.success) {
    const faults = result.error.issues.map(({ path, message }) => {
      const name = path.join('.')
      return `  ${name} is ${JSON.stringify(environment[name])}: ${message}`
    })
    throw new ConfigError(`The settings have ${faults.length} fault${faults.length === 1 ? '' : 's'}:\n${faults.join('\n')}`)
  }
  const { KNOWLEDGE, DEFAULT_LANGUAGE, LOG_LEVEL } = result.data
  return { knowledge: KNOWLEDGE, defaultLanguage: DEFAULT_LANGUAGE, logLevel: LOG_LEVEL }
}
