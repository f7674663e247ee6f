import { editDistance } from '../core/text/edit-distance.ts'

/** Every setting that the program reads. */
const settingNames = [
  'ANNOUNCE_APPROVAL',
  'ANNOUNCE_UNCERTAIN',
  'DATABASE_URL',
  'DEFAULT_LANGUAGE',
  'DISCORD_API_ROOT',
  'DISCORD_TOKEN',
  'HTTP_HOST',
  'HTTP_PORT',
  'KNOWLEDGE',
  'LOG_LEVEL',
  'ORGANIZERS',
  'TELEGRAM_API_ROOT',
  'TELEGRAM_BOT_TOKEN',
  'TELEGRAM_WEBHOOK_SECRET',
  'TELEGRAM_WEBHOOK_URL',
] as const

export type SettingName = (typeof settingNames)[number]

/** Letters in which a name may differ from one of ours: "HTTP_PROXY" is three away from HTTP_PORT, and meant. */
const mostSlips = 2

/**
 * Variables that are none of our settings and look as if they were meant to be one that is not set, each with it: a
 * slip or two away, or of the same words but for one ("DISCORD_BOT_TOKEN", "TELEGRAM_TOKEN").
 */
export function misspelt(environment: Readonly<Record<string, string | undefined>>): Map<string, SettingName> {
  const known = new Set<string>(settingNames)
  const unset = settingNames.filter((name) => (environment[name] ?? '') === '')
  const strangers = Object.keys(environment).filter((name) => !known.has(name) && name.length >= 6)
  const found = strangers.flatMap((name) => {
    const meant = unset.find((one) => isSlip(name, one)) ?? unset.find((one) => sharesWords(name, one))
    return meant === undefined ? [] : [[name, meant] as const]
  })
  return new Map(found)
}

/** What an operator is told of them. */
export function describeMisspelt(names: ReadonlyMap<string, SettingName>): string[] {
  return [...names].map(([name, meant]) => `${name} is no setting: did you mean ${meant}?`)
}

function isSlip(name: string, setting: SettingName): boolean {
  return Math.abs(name.length - setting.length) <= mostSlips && editDistance(name.toUpperCase(), setting) <= mostSlips
}

/** Whether one has all the words of the other, which are two at least, and one more. */
function sharesWords(name: string, setting: SettingName): boolean {
  const [fewer, more] = [name.toUpperCase().split('_'), setting.split('_')].toSorted((a, b) => a.length - b.length)
  return fewer!.length >= 2 && more!.length === fewer!.length + 1 && fewer!.every((word) => more!.includes(word))
}
