import type { MessageComponentInteraction } from 'discord.js'
import { say } from '../../../core/i18n.ts'
import { note } from '../../../core/pages/lines.ts'
import type { Page } from '../../../core/pages/page.ts'
import type { Visitor } from '../../../core/pages/visitor.ts'
import { shorten } from '../../shorten.ts'
import { answerWith } from '../answer-with.ts'
import type { Context } from '../context.ts'
import { shown } from '../responses.ts'
import { isPrivate } from '../visitor.ts'
import { opens } from './pages.ts'

/** A longer question is more than the answer. */
const longestQuestion = 200

/**
 * An answer for everyone in the channel, without buttons, with who asked what. What everyone sees already, or has just
 * been shown, is not shown again.
 */
export async function shareAnswer(
  context: Context,
  asked: { readonly interaction: MessageComponentInteraction; readonly visitor: Visitor },
  entry: string,
): Promise<void> {
  const { interaction, visitor } = asked
  const { desk, gates } = context
  const isNew = isPrivate(interaction) && interaction.guildId !== null
  if (!isNew || !(await gates.shares(`${interaction.channelId} ${entry}`)))
    return answerWith(context, asked, () => opens('sharedAlready')(context, visitor))
  await answerWith(context, asked, share, { everyone: true })

  async function share() {
    const answered = await desk.show(visitor, entry)
    if (!answered) return opens('stale')(context, visitor)
    return shown(context, sharedPage(answered.page, desk.askedAbout(visitor, entry), nameOf(interaction)))
  }
}

function sharedPage({ language, lines }: Page, question: string | undefined, name: string): Page {
  const who =
    question === undefined
      ? say(language, 'share.topic', { name })
      : say(language, 'share.question', { name, question: shorten(question, longestQuestion) })
  return { language, lines: [note(who), ...lines], buttons: [] }
}

/** As the server knows them. */
function nameOf({ member, user }: MessageComponentInteraction): string {
  const nick = member && 'displayName' in member ? member.displayName : member?.nick
  return nick ?? user.displayName
}
