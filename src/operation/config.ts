import { createHash } from 'node:crypto'
import { OperatorError } from '../knowledge/fault.ts'
import { asLanguage, languages, type Language } from '../knowledge/language.ts'
import type { UncertainPolicy } from '../core/mailing/delivery.ts'
import { packPathsIn, repeatedIn } from './pack-paths.ts'
import { describeMisspelt, misspelt, type SettingName } from './setting-names.ts'

/** Settings whose values are never shown. */
const secret = /TOKEN|SECRET|DATABASE_URL/

/** Settings that can't be used. The message names every fault, for the operator. */
class ConfigError extends OperatorError {
  override readonly name = 'ConfigError'
}

export type Config = {
  /** Directories of the packs, or single files; undefined for the built-in bulletin. */
  readonly knowledge: readonly [string, ...string[]] | undefined
  /** Undefined where nobody chose one: then it is the first of the pack. */
  readonly defaultLanguage: Language | undefined
  /** That of whoever sits at this terminal, if it is known: DEFAULT_LANGUAGE, or that of the system (LC_ALL, LANG). */
  readonly terminalLanguage: Language | undefined
  readonly logLevel: (typeof logLevels)[number]
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
  /** To more destinations than this, two organizers send together; 0 for never. */
  readonly approvalAbove: number
  /** What becomes of an announcement's message of which nobody knows whether it arrived. */
  readonly uncertain: UncertainPolicy
  readonly http: { readonly host: string; readonly port: number }
  /** Variables that are no settings and look as if they were meant to be. */
  readonly misspelt: ReadonlyMap<string, SettingName>
}

/**
 * Reads the settings from environment variables; an empty one counts as not set. Throws a ConfigError with all faults
 * at once. Checked by hand: loading zod would take a third of the time from a start to its first answer.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const { setting, choice, address, faults } = readingFrom(environment)
  const chosenLanguage = choice('DEFAULT_LANGUAGE', languages)
  const config = {
    knowledge: setting('KNOWLEDGE', arePacks, 'name a directory, or several, each once, separated by commas'),
    defaultLanguage: chosenLanguage,
    terminalLanguage: chosenLanguage ?? languageOfSystem(environment),
    logLevel: choice('LOG_LEVEL', logLevels) ?? 'info',
    databaseUrl: setting('DATABASE_URL', matches(database), databaseForms) ?? 'sqlite:data/jauap.db',
    telegram: {
      token: setting('TELEGRAM_BOT_TOKEN', matches(/^[\w:-]+$/), 'copy the token as @BotFather shows it'),
      apiRoot: address('TELEGRAM_API_ROOT'),
      webhookUrl: address('TELEGRAM_WEBHOOK_URL'),
      secret: setting('TELEGRAM_WEBHOOK_SECRET', matches(/^[\w-]{1,256}$/), 'use 1 to 256 letters, digits, _ and -'),
    },
    discord: {
      token: setting(
        'DISCORD_TOKEN',
        matches(/^[\w.-]+$/),
        'copy the token as discord.com/developers/applications shows it (Bot)',
      ),
      apiRoot: address('DISCORD_API_ROOT'),
    },
    organizers: listed(setting('ORGANIZERS', areOrganizers, 'list telegram:ID and discord:ID, separated by commas')),
    approvalAbove: Number(setting('ANNOUNCE_APPROVAL', isCount, 'use a whole number, or 0 for never') ?? 0),
    uncertain: choice('ANNOUNCE_UNCERTAIN', ['repeat', 'hold']) ?? 'repeat',
    http: {
      host: setting('HTTP_HOST', isFilled, 'name a host or an address')?.trim() ?? '127.0.0.1',
      port: Number(setting('HTTP_PORT', isPort, 'use a whole number from 0 to 65535') ?? 8080),
    },
  }
  const strangers = misspelt(environment)
  if (faults.length > 0) {
    const count = `${faults.length} fault${faults.length === 1 ? '' : 's'}`
    throw new ConfigError([`The settings have ${count}:`, ...faults, ...describeMisspelt(strangers)].join('\n'))
  }
  return {
    ...config,
    knowledge: config.knowledge === undefined ? undefined : (packPathsIn(config.knowledge) as [string, ...string[]]),
    misspelt: strangers,
    telegram: telegramFrom(config.telegram),
    discord:
      config.discord.token === undefined ? undefined : { token: config.discord.token, apiRoot: config.discord.apiRoot },
    organizers: { telegram: idsOn('telegram', config.organizers), discord: idsOn('discord', config.organizers) },
  }
}

/** "ru_RU.UTF-8" is Russian; "C" says nothing. The first that is set decides: pubs.opengroup.org, XBD 8.2. */
function languageOfSystem(environment: Readonly<Record<string, string | undefined>>) {
  const locale = ['LC_ALL', 'LC_MESSAGES', 'LANG'].map((name) => environment[name]).find(Boolean)
  return asLanguage(locale?.split(/[_.@-]/)[0]?.toLowerCase() ?? '')
}

/** Readers of single settings; what does not fit reads as undefined, and is added to `faults`. */
function readingFrom(environment: Readonly<Record<string, string | undefined>>) {
  const faults: string[] = []
  const setting = (name: SettingName, fits: (value: string) => boolean, otherwise: string): string | undefined => {
    const value = environment[name]
    if (value === undefined || value === '') return undefined
    if (fits(value)) return value
    faults.push(secret.test(name) ? `  ${name}: ${otherwise}` : `  ${name} is ${JSON.stringify(value)}: ${otherwise}`)
    return undefined
  }
  const choice = <const T extends string>(name: SettingName, values: readonly T[]): T | undefined => {
    const chosen = setting(name, (value) => values.some((one) => one === value), `use one of ${values.join(', ')}`)
    return values.find((one) => one === chosen)
  }
  /** An address without the slash at its end, to which a path can be added. */
  const address = (name: SettingName): string | undefined =>
    setting(name, isWebAddress, 'write an address such as https://bot.example')?.trim().replace(/\/+$/, '')
  return { setting, choice, address, faults }
}

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const

const database = /^(?:sqlite:.+|postgres(?:ql)?:\/\/.+)$/
const databaseForms = 'write sqlite:PATH or postgres://USER:PASSWORD@HOST:PORT/DATABASE'

const organizer = /^(?:telegram|discord):\d+$/

function matches(pattern: RegExp): (value: string) => boolean {
  return (value) => pattern.test(value)
}

function isFilled(value: string): boolean {
  return value.trim() !== ''
}

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
}

function arePacks(list: string): boolean {
  const paths = packPathsIn(list)
  return paths.length > 0 && repeatedIn(paths) === undefined
}

function isCount(value: string): boolean {
  return /^\d{1,6}$/.test(value)
}

function isPort(value: string): boolean {
  return /^\s*\d+\s*$/.test(value) && Number(value) <= 65_535
}

function areOrganizers(list: string): boolean {
  return listed(list).every(matches(organizer))
}

function listed(list = ''): string[] {
  return list
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
}

type TelegramSettings = Record<'token' | 'apiRoot' | 'webhookUrl' | 'secret', string | undefined>

function telegramFrom({ token, apiRoot, webhookUrl, secret }: TelegramSettings): Config['telegram'] {
  if (token === undefined) return undefined
  const webhook = webhookUrl === undefined ? undefined : { url: webhookUrl, secret: secret ?? secretFrom(token) }
  return { token, apiRoot, webhook }
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

/**
 * A webhook's secret for an operator who set none: nobody without the token can know it, and it is the same after a
 * restart.
 */
function secretFrom(token: string): string {
  return createHash('sha256').update(`webhook ${token}`).digest('base64url')
}

function idsOn(platform: string, organizers: readonly string[]): string[] {
  return organizers.filter((one) => one.startsWith(`${platform}:`)).map((one) => one.slice(platform.length + 1))
}
