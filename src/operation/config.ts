import { createHash } from 'node:crypto'
import { z } from 'zod'
import { OperatorError } from '../knowledge/fault.ts'
import { languages } from '../knowledge/language.ts'

/** An address without the slash at its end, to which a path can be added. */
const address = z
  .url({ protocol: /^https?$/, error: 'write an address such as https://bot.example' })
  .transform((value) => value.replace(/\/+$/, ''))

const database = z
  .string()
  .regex(/^(?:sqlite:.+|postgres(?:ql)?:\/\/.+)$/, 'write sqlite:PATH or postgres://USER:PASSWORD@HOST:PORT/DATABASE')

const organizer = /^(?:telegram|discord):\d+$/

const settings = z.object({
  KNOWLEDGE: z.string().trim().min(1, 'name a directory').optional(),
  DEFAULT_LANGUAGE: z.enum(languages, `use one of ${languages.join(', ')}`).default('kk'),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'], 'use silent, error, warn, info or debug')
    .default('info'),
  DATABASE_URL: database.default('sqlite:data/jauap.db'),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^[\w:-]+$/, 'copy the token as @BotFather shows it')
    .optional(),
  TELEGRAM_API_ROOT: address.optional(),
  TELEGRAM_WEBHOOK_URL: address.optional(),
  DISCORD_TOKEN: z
    .string()
    .regex(/^[\w.-]+$/, 'copy the token as discord.com/developers/applications shows it (Bot)')
    .optional(),
  DISCORD_API_ROOT: address.optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/, 'use 1 to 256 letters, digits, _ and -')
    .optional(),
  ORGANIZERS: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean),
    )
    .refine((list) => list.every((one) => organizer.test(one)), 'list telegram:ID and discord:ID, parted by commas'),
  ANNOUNCE_UNCERTAIN: z.enum(['repeat', 'hold'], 'use repeat or hold').default('repeat'),
  HTTP_HOST: z.string().trim().min(1).default('127.0.0.1'),
  HTTP_PORT: z.coerce
    .number('use a number from 0 to 65535')
    .int('use a whole number')
    .min(0, 'use 0 to 65535')
    .max(65_535, 'use 0 to 65535')
    .default(8080),
})

/** Settings whose values are never shown. */
const secret = /TOKEN|SECRET|DATABASE_URL/

/** Settings that can't be used. The message names every fault, for the operator. */
class ConfigError extends OperatorError {
  override readonly name = 'ConfigError'
}

export type Config = {
  /** Directory of the pack; undefined for the built-in bulletin. */
  readonly knowledge: string | undefined
  readonly defaultLanguage: (typeof languages)[number]
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  readonly databaseUrl: string
  /** Undefined without a token: then Telegram is left out. */
  readonly telegram:
    | {
        readonly token: string
        readonly apiRoot: string | undefined
        readonly webhook: { readonly url: string; readonly secret: string } | undefined
      }
    | undefined
  /** Undefined without a token: then Discord is left out. */
  readonly discord: { readonly token: string; readonly apiRoot: string | undefined } | undefined
  /** Who may announce and read feedback, by the ids of the platforms. */
  readonly organizers: { readonly telegram: readonly string[]; readonly discord: readonly string[] }
  /** What becomes of an announcement's message of which nobody knows whether it arrived. */
  readonly uncertain: 'repeat' | 'hold'
  readonly http: { readonly host: string; readonly port: number }
}

/** Reads the settings from environment variables; an empty one counts as not set. Throws a ConfigError with all faults at once. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const result = settings.safeParse(present)
  if (!result.success) {
    const faults = result.error.issues.map(({ path, message }) => {
      const name = path.join('.')
      return secret.test(name)
        ? `  ${name}: ${message}`
        : `  ${name} is ${JSON.stringify(environment[name])}: ${message}`
    })
    throw new ConfigError(
      `The settings have ${faults.length} fault${faults.length === 1 ? '' : 's'}:\n${faults.join('\n')}`,
    )
  }
  const { data } = result
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_URL: url, ORGANIZERS: organizers } = data
  return {
    knowledge: data.KNOWLEDGE,
    defaultLanguage: data.DEFAULT_LANGUAGE,
    logLevel: data.LOG_LEVEL,
    databaseUrl: data.DATABASE_URL,
    telegram:
      token === undefined
        ? undefined
        : {
            token,
            apiRoot: data.TELEGRAM_API_ROOT,
            webhook: url === undefined ? undefined : { url, secret: data.TELEGRAM_WEBHOOK_SECRET ?? secretFrom(token) },
          },
    discord:
      data.DISCORD_TOKEN === undefined ? undefined : { token: data.DISCORD_TOKEN, apiRoot: data.DISCORD_API_ROOT },
    organizers: { telegram: idsOn('telegram', organizers), discord: idsOn('discord', organizers) },
    uncertain: data.ANNOUNCE_UNCERTAIN,
    http: { host: data.HTTP_HOST, port: data.HTTP_PORT },
  }
}

/** What must not appear in a log. */
export function secretsOf({ telegram, discord, databaseUrl }: Config): string[] {
  return [telegram?.token, telegram?.webhook?.secret, discord?.token, ...passwordsIn(databaseUrl)].filter(
    (one) => one !== undefined && one !== '',
  ) as string[]
}

/** The password of a database's address, as it stands there and as it is meant. */
function passwordsIn(address: string): string[] {
  if (!URL.canParse(address)) return []
  const { password, searchParams } = new URL(address)
  // A "%" that encodes nothing stands for itself here; decodeURIComponent throws at it.
  const meant = new URLSearchParams(`password=${password.replaceAll('+', '%2B')}`).get('password') ?? ''
  return [password, meant, searchParams.get('password') ?? '']
}

/** A webhook's secret for an operator who set none: nobody without the token can know it, and it is the same after a restart. */
function secretFrom(token: string): string {
  return createHash('sha256').update(`webhook ${token}`).digest('base64url')
}

function idsOn(platform: string, organizers: readonly string[]): string[] {
  return organizers.filter((one) => one.startsWith(`${platform}:`)).map((one) => one.slice(platform.length + 1))
}
