import { saySource } from '../../core/answering/say-source.ts'
import type { Api } from 'grammy'
import type { BotCommand, BotCommandScope, LanguageCode } from 'grammy/types'
import type { Logger } from 'pino'
import { say } from '../../core/i18n.ts'
import { subjectName } from '../../knowledge/pack-subject.ts'
import type { Pack } from '../../knowledge/pack.ts'
import type { Language } from '../../knowledge/language.ts'
import { shorten } from '../shorten.ts'
import { menuOf, type MenuScope } from './commands.ts'
import { Stopped } from './pace.ts'

/**
 * What Telegram shows of the bot. It chooses menus by the language of the app; the menu of a chat in which a language
 * was chosen follows the choice. Nothing here rejects: a menu is no reason to be silent.
 */
export type Profile = {
  /** Sets menus and descriptions in every language where they differ from what is set. */
  readonly update: () => Promise<void>
  readonly speakInChat: (chat: number, language: Language) => Promise<void>
  /** The menu of a chat is that of everyone again. */
  readonly resetChat: (chat: number) => Promise<void>
}

/** English for everyone whose app speaks neither Kazakh nor Russian. */
const variants: readonly { readonly language: Language; readonly code?: LanguageCode }[] = [
  { language: 'en' },
  { language: 'kk', code: 'kk' },
  { language: 'ru', code: 'ru' },
]

/** core.telegram.org/bots/api#setmydescription and #setmyshortdescription. */
const longest = { description: 512, short: 120 }

type Parts = {
  readonly api: Api
  readonly pack: () => Pack
  readonly organizers: readonly string[]
  /** The language that a person has chosen. */
  readonly chosenBy: (person: string) => Promise<Language | undefined>
  readonly log: Logger
}

/** Organizers have a menu of their own in private, in every language that their app may speak. */
export function openProfile(parts: Parts): Profile {
  const { api, pack, organizers, chosenBy, log } = parts
  return {
    async update() {
      for (const { language, code } of variants) {
        await setMenu('private', { type: 'default' }, language, code, parts)
        await setMenu('private', { type: 'all_private_chats' }, language, code, parts)
        await setMenu('groups', { type: 'all_group_chats' }, language, code, parts)
        await setMenu('administrators', { type: 'all_chat_administrators' }, language, code, parts)
        await setDescriptions(pack(), language, code, parts)
      }
      for (const id of organizers)
        await attempt('menus of an organizer', log, async () => setOrganizerMenus(Number(id), await chosenBy(id)))
    },
    async speakInChat(chat, language) {
      if (organizers.includes(String(chat))) await setOrganizerMenus(chat, language)
      else await setMenu('private', { type: 'chat', chat_id: chat }, language, undefined, parts)
    },
    async resetChat(chat) {
      if (organizers.includes(String(chat))) await setOrganizerMenus(chat, undefined)
      else
        await attempt('commands of a chat', log, () => api.deleteMyCommands({ scope: { type: 'chat', chat_id: chat } }))
    },
  }

  /** In the language chosen whatever the app speaks, for Telegram prefers a menu in the app's language. */
  async function setOrganizerMenus(chat: number, chosen: Language | undefined): Promise<void> {
    for (const { language, code } of variants)
      await setMenu('organizers', { type: 'chat', chat_id: chat }, chosen ?? language, code, parts)
  }
}

/** Updates a profile now and whenever another pack takes over, one update after the other, until disposed of. */
export function keepUpdated(
  { update }: Pick<Profile, 'update'>,
  onPackReplaced: (listener: () => void) => () => void,
): Disposable {
  let updated = update()
  const forget = onPackReplaced(() => void (updated = updated.then(update)))
  return { [Symbol.dispose]: forget }
}

function setMenu(
  menu: MenuScope,
  scope: BotCommandScope,
  language: Language,
  code: LanguageCode | undefined,
  { api, log }: Pick<Parts, 'api' | 'log'>,
): Promise<void> {
  return attempt(`commands ${scope.type} ${code ?? ''}`, log, async () => {
    const wanted = menuOf(menu, language)
    const present = await api.getMyCommands({ scope, ...locale(code) })
    if (!sameCommands(wanted, present)) await api.setMyCommands(wanted, { scope, ...locale(code) })
  })
}

async function setDescriptions(
  pack: Pack,
  language: Language,
  code: LanguageCode | undefined,
  { api, log }: Pick<Parts, 'api' | 'log'>,
): Promise<void> {
  const subject = subjectName(pack, language)
  await attempt(`description ${language}`, log, async () => {
    const wanted = shorten(saySource(pack, language, 'profile.description', { subject }), longest.description)
    if ((await api.getMyDescription(locale(code))).description !== wanted)
      await api.setMyDescription(wanted, locale(code))
  })
  await attempt(`short description ${language}`, log, async () => {
    const wanted = shorten(say(language, 'profile.short', { subject }), longest.short)
    if ((await api.getMyShortDescription(locale(code))).short_description !== wanted)
      await api.setMyShortDescription(wanted, locale(code))
  })
}

async function attempt(what: string, log: Logger, change: () => Promise<unknown>): Promise<void> {
  try {
    await change()
  } catch (error) {
    if (error instanceof Stopped) return
    // An organizer who has not written to the bot yet has no chat in which a menu could be set.
    log.info({ what, err: error }, 'menu or description not set')
  }
}

function locale(code: LanguageCode | undefined): { language_code?: LanguageCode } {
  return code === undefined ? {} : { language_code: code }
}

function sameCommands(wanted: readonly BotCommand[], present: readonly BotCommand[]): boolean {
  return (
    wanted.length === present.length &&
    wanted.every(
      ({ command, description }, at) => command === present[at]!.command && description === present[at]!.description,
    )
  )
}
