import type { Visitor } from '../../core/pages/visitor.ts'
import type { Context } from './context.ts'
import { respond, type Respondable } from './respond.ts'
import { shown, type Response } from './responses.ts'
import { isAlone } from './visitor.ts'

/**
 * Responds to an interaction with what the work comes to, or with an apology if it fails. For the one who asks alone,
 * unless there is nobody else or everyone is meant. Nothing is done by a process that another was faster than.
 * `inPlace`: in place of the message whose button was pressed.
 */
export async function answerWith(
  context: Context,
  { interaction, visitor }: { readonly interaction: Respondable; readonly visitor: Visitor },
  work: () => Promise<Response>,
  { everyone = false, inPlace = false }: { readonly everyone?: boolean; readonly inPlace?: boolean } = {},
): Promise<void> {
  const { claim, desk, gates, organizersChat, log, failed } = context
  // Asked together, a slow database is waited for once: what is read here is remembered.
  void desk.languageFor(visitor).catch(() => {})
  const answered = claim(interaction.id).then((isOurs) => (isOurs ? done() : undefined))
  await respond(interaction, { everyone: everyone || isAlone(interaction), inPlace }, answered, log)

  async function done(): Promise<Response> {
    const isIn = organizersChat.isOrganizer(visitor) || (await gates.interactions(visitor.person.id))
    if (!isIn) return shown(context, await desk.open(visitor, 'tooFast'))
    return work().catch(async (error: unknown) => {
      failed()
      log.error({ platform: 'discord', err: error }, 'not answered')
      return shown(context, await desk.open(visitor, 'trouble'))
    })
  }
}
