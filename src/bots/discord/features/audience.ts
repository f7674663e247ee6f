import type { MessageComponentInteraction } from 'discord.js'
import type { Page } from '../../../core/pages/page.ts'
import { inTime, typingPatienceMs, type Visitor } from '../../../core/pages/visitor.ts'
import { audienceModal, changedTicks, ticksOn, type submittedAudience } from '../audience-form.ts'
import type { Context } from '../context.ts'
import { showForm, type Asked } from '../show-form.ts'

/** Shows who gets an announcement in a form; false if it can't be known in time, since a form can't be deferred. */
export async function showAudience(
  context: Context,
  asked: Asked<MessageComponentInteraction>,
  announcement: string,
): Promise<boolean> {
  const page = await inTime(pageOf(context, asked.visitor, announcement), typingPatienceMs).catch(() => undefined)
  const ticks = page ? ticksOn(page) : []
  if (ticks.length === 0) return false
  await showForm(context, asked, (language) => audienceModal(language, announcement, ticks))
  return true
}

/** Limits an announcement to what was chosen in the form; returns its page. */
export async function limit(
  context: Context,
  visitor: Visitor,
  { announcement, chosen }: NonNullable<ReturnType<typeof submittedAudience>>,
): Promise<Page | undefined> {
  const { organizersChat } = context
  const page = await pageOf(context, visitor, announcement)
  if (!page) return undefined
  for (const value of changedTicks(ticksOn(page), chosen))
    await organizersChat.press(visitor, 'audience', announcement, value)
  const opened = await organizersChat.press(visitor, 'open', announcement, undefined)
  return opened && 'page' in opened ? opened.page : undefined
}

async function pageOf({ organizersChat }: Context, visitor: Visitor, announcement: string): Promise<Page | undefined> {
  const pressed = await organizersChat.press(visitor, 'audience', announcement, undefined)
  return pressed?.kind === 'replacement' ? pressed.page : undefined
}
