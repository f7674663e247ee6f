import { Composer } from 'grammy'
import type { Desk } from '../../../core/desk/desk.ts'
import type { Screen } from '../../../core/desk/screens.ts'
import type { EntryKeys } from '../../entry-keys.ts'
import type { Ctx } from '../context.ts'
import { readDeepLink } from '../deep-link.ts'
import type { Profile } from '../profile.ts'
import type { Responder } from '../respond.ts'
import type { Sender } from '../send.ts'

/** Commands that open a page and need nothing else. */
const screenOf = {
  topics: 'topics',
  my: 'mine',
  language: 'language',
  settings: 'language',
  help: 'help',
  about: 'about',
  privacy: 'privacy',
} as const satisfies Record<string, Screen>

/** The commands that everybody has, and the links into the bot, which are a /start with something behind it. */
export function screens({
  desk,
  sender,
  respond,
  profile,
  keys,
}: {
  readonly desk: Pick<Desk, 'open' | 'show' | 'calendar' | 'forget'>
  readonly sender: Pick<Sender, 'send' | 'sendFile'>
  readonly respond: Responder
  readonly profile: Pick<Profile, 'resetChat'>
  readonly keys: EntryKeys
}): Composer<Ctx> {
  const composer = new Composer<Ctx>()
  composer.command('start', async (ctx) => {
    const link = readDeepLink(ctx.match, keys)
    const answered = link.entry === undefined ? undefined : await desk.show(ctx.visitor, link.entry, link.language)
    if (answered) return respond.tell(ctx, answered)
    const visitor = link.language === undefined ? ctx.visitor : { ...ctx.visitor, languageTag: link.language }
    return sender.send(ctx, await desk.open(visitor, ctx.match === 'language' ? 'language' : 'welcome'))
  })
  for (const [command, screen] of Object.entries(screenOf)) {
    composer.command(command, (ctx) => respond.open(ctx, screen))
  }
  composer.command('calendar', async (ctx) => {
    const given = await desk.calendar(ctx.visitor)
    return given.kind === 'file' ? sender.sendFile(ctx, given.file) : sender.send(ctx, given.page)
  })
  composer.command('forget', async (ctx) => {
    const page = await desk.forget(ctx.visitor)
    if (!ctx.visitor.group) await profile.resetChat(ctx.chat.id)
    return sender.send(ctx, page)
  })
  return composer
}
