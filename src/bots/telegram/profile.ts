import type { Api } from 'grammy'
import type { BotCommand, BotCommandScope, LanguageCode } from 'grammy/types'
import type { Logger } from 'pino'
import { say } from '../../core/i18n.ts'
import { subjectOf } from '../../core/desk/welcome.ts'
import type { Pack } from '../../knowledge/pack.ts'
import type { Language } from '../../knowledge/language.ts'
import { shorten } from '../shorten.ts'
import { menuOf, type MenuScope } from './commands.ts'

/** English for everyone whose app speaks neither Kazakh nor Russian. */
const variants: readonly { readonly language: Language; readonly code?: LanguageCode }[] = [
  { language: 'en' }, { language: 'kk', code: 'kk' }, { language: 'ru', code: 'ru' },
]

/** core.telegram.org/bots/api#setmydescription and #setmyshortdescription. */
const longest = { description: 512, short: 120 }

/** Sets menus and descriptions in every language where they differ from what Telegram shows. Never rejects: a menu is no reason to be silent. */
export async function updateProfile({ api, pack, organizers, log }: { api: Api; pack: Pack; organizers: readonly string[]; log: Logger }): Promise<void> {
  const scopes: { menu: MenuScope; scope: BotCommandScope }[] = [
    { menu: 'private', scope: { type: 'default' } },
    { menu: 'private', scope: { type: 'all_private_chats' } },
    { menu: 'groups', scope: { type: 'all_group_chats' } },
    ...organizers.map((id) => ({ menu: 'organizers' as const, scope: { type: 'chat' as const, chat_id: Number(id) } })),
  ]
  for (const { language, code } of variants) {
    const locale = code === undefined ? {} : { language_code: code }
    const subject = subjectOf(pack, language)
    for (const { menu, scope } of scopes) {
      await attempt(log, `commands ${scope.type} ${language}`, async () => {
        const wanted = menuOf(menu, language)
        const present = await api.getMyCommands({ scope, ...locale })
        if (!sameCommands(wanted, present)) await api.setMyCommands(wanted, { scope, ...locale })
      })
    }
    await attempt(log, `description ${language}`, async () => {
      const wanted = shorten(say(language, 'profile.description', { subject }), longest.description)
      if ((await api.getMyDescription(locale)).description !== wanted) await api.setMyDescription(wanted, locale)
    })
    await attempt(log, `short description ${language}`, async () => {
      const wanted = shorten(say(language, 'profile.short', { subject }), longest.short)
      if ((await api.getMyShortDescription(locale)).short_description !== wanted) await api.setMyShortDescription(wanted, locale)
    })
  }
}

/** Telegram shows the menu in the language of the app; in a chat whose language was chosen, the menu of the chat follows the choice. */
export async function updateChatMenu(api: Api, chat: number, menu: MenuScope, language: Language, log: Logger): Promise<void> {
  await attempt(log, 'commands of a chat', () => api.setMyCommands(menuOf(menu, language), { scope: { type: 'chat', chat_id: chat } }))
}

/** The menu of a chat is that of everyone again. */
export async function removeChatMenu(api: Api, chat: number, log: Logger): Promise<void> {
  await attempt(log, 'commands of a chat', () => api.deleteMyCommands({ scope: { type: 'chat', chat_id: chat } }))
}

async function attempt(log: Logger, what: string, change: () => Promise<unknown>): Promise<void> {
  try {
    await change()
  } catch (error) {
    // An organizer who has not written to the bot yet has no chat in which a menu could be set.
    log.info({ what, err: error }, 'menu or description not set')
  }
}

function sameCommands(wanted: readonly BotCommand[], present: readonly BotCommand[]): boolean {
  return wanted.length === present.length && wanted.every(({ command, description }, at) => command === present[at]!.command && description === present[at]!.description)
}
