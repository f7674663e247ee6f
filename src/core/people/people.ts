import type { Language } from '../../knowledge/language.ts'

/** Where people meet us. */
export type Platform = 'telegram' | 'discord'

/** Names that are the same in every language. */
export const platformNames = { telegram: 'Telegram', discord: 'Discord' } as const satisfies Record<Platform, string>

/** A person or a group by the id that its platform gave it. */
export type Address = { readonly platform: Platform; readonly id: string }

/** "telegram:99": the same as organizers are named in the settings. */
export function keyOf({ platform, id }: Address): string {
  return `${platform}:${id}`
}

/** What is remembered of a person. */
export type Settings = {
  /** The language chosen; undefined while nothing was chosen. */
  readonly language: Language | undefined
  /** What their app said last, where that was kept. */
  readonly appLanguage: Language | undefined
  readonly switchOffered: boolean
  /** Whether they want pages without pictographs. */
  readonly plain: boolean
}

/** What the desk needs to remember of people and groups. */
export type PeopleStore = {
  readonly settingsOf: (person: Address) => Promise<Settings>
  readonly setLanguage: (person: Address, language: Language) => Promise<void>
  readonly setPlain: (person: Address, plain: boolean) => Promise<void>
  readonly noteAppLanguage: (person: Address, language: Language) => Promise<void>
  readonly noteOffer: (person: Address, now: Date) => Promise<void>
  readonly groupLanguage: (group: Address) => Promise<Language | undefined>
  readonly setGroupLanguage: (group: Address, language: Language) => Promise<void>
  /** The group goes on under another id. */
  readonly moveGroup: (group: Address, to: string) => Promise<void>
  /** Erases everything that is remembered of a person. */
  readonly forget: (person: Address) => Promise<void>
}
