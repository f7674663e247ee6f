import { OperatorError } from '../knowledge/fault.ts'
import type { Config } from '../operation/config.ts'

/** Settings that say nothing without a platform. */
const ofPlatforms = [
  'DISCORD_API_ROOT',
  'HTTP_HOST',
  'HTTP_PORT',
  'ORGANIZERS',
  'TELEGRAM_API_ROOT',
  'TELEGRAM_WEBHOOK_SECRET',
  'TELEGRAM_WEBHOOK_URL',
] as const

/** Whether the settings are those of a program that is to serve a platform, though none is set. */
export function wantsPlatform(
  environment: Readonly<Record<string, string | undefined>>,
  { misspelt }: Pick<Config, 'misspelt'>,
): boolean {
  const meant = new Set<string>(misspelt.values())
  const tokens = ['TELEGRAM_BOT_TOKEN', 'DISCORD_TOKEN']
  return ofPlatforms.some((name) => environment[name]) || tokens.some((name) => meant.has(name))
}

/** What a service without a token ends with: it would seem to run, and answer nobody. */
export function missingPlatform(): OperatorError {
  return new OperatorError(
    [
      'Neither TELEGRAM_BOT_TOKEN nor DISCORD_TOKEN is set, and there is no terminal to talk in: nothing to do.',
      'Set a token in the environment, or in a file .env in the directory that the program is started in.',
    ].join('\n'),
  )
}
