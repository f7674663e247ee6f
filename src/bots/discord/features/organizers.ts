import type { ChatInputCommandInteraction, MessageComponentInteraction, ModalSubmitInteraction } from 'discord.js'
import { languages } from '../../../knowledge/language.ts'
import type { Action, OrganizerAct, Page } from '../../../core/pages/page.ts'
import { turnsOver } from '../../../core/pages/turns-over.ts'
import type { Visitor } from '../../../core/pages/visitor.ts'
import { answerWith } from '../answer-with.ts'
import { submittedAudience } from '../audience-form.ts'
import type { Context } from '../context.ts'
import { inputOf } from '../input.ts'
import {
  fileModal,
  fitsModal,
  submittedField,
  submittedTexts,
  textsModal,
  whenModal,
  type TextsAsked,
  type FormField,
} from '../modal.ts'
import { pressedResponse, shown, type Response } from '../responses.ts'
import { showForm, type Asked } from '../show-form.ts'
import { submittedTopic, topicModal } from '../topic-modal.ts'
import { isAlone, isPrivate, visitorOf } from '../visitor.ts'
import { limit, showAudience } from './audience.ts'
import { opens } from './pages.ts'

/** All announcements, for organizers. */
export async function showBoard(context: Context, visitor: Visitor): Promise<Response> {
  const page = await context.organizersChat.board(visitor)
  return page ? shown(context, page) : opens('unknownCommand')(context, visitor)
}

/** A form for a new announcement, or for the texts of one. */
export function writeAnnouncement(
  context: Context,
  asked: Asked<ChatInputCommandInteraction | MessageComponentInteraction>,
  texts: TextsAsked = {},
): Promise<void> {
  return showForm(context, asked, (language) => textsModal(language, texts))
}

/** Texts that were written in a form. */
export async function answerForm(context: Context, interaction: ModalSubmitInteraction): Promise<void> {
  const visitor = visitorOf(interaction, context)
  await answerWith(context, { interaction, visitor }, answer)

  async function answer(): Promise<Response> {
    const page = await submit(context, interaction, visitor)
    return page ? shown(context, page) : opens('stale')(context, visitor)
  }
}

async function submit(
  context: Context,
  interaction: ModalSubmitInteraction,
  visitor: Visitor,
): Promise<Page | undefined> {
  const { organizersChat } = context
  const limited = submittedAudience(interaction)
  if (limited) return limit(context, visitor, limited)
  const entered = submittedField(interaction)
  if (entered) {
    const { announcement, field, text, file } = entered
    return organizersChat.put(visitor, { announcement, field }, await inputOf(text, file ? [file] : []))
  }
  const named = submittedTopic(interaction)
  if (named) return organizersChat.nameTopic(visitor, named.topic, named.names)
  const submitted = submittedTexts(interaction)
  if (!submitted) return undefined
  const { announcement, texts } = submitted
  return announcement === undefined
    ? organizersChat.adopt(visitor, texts)
    : organizersChat.rewrite(visitor, announcement, texts)
}

/** What organizers do with announcements. Texts are written in a form; progress is shown in private. */
export async function organize(
  context: Context,
  asked: Asked<MessageComponentInteraction>,
  action: Extract<Action, { do: 'organize' }>,
): Promise<void> {
  const { organizersChat } = context
  const { interaction, visitor } = asked
  const { act, subject, value } = action
  const inPlace = isPrivate(interaction) && turnsOver(action)
  if (act === 'new') return writeAnnouncement(context, asked)
  if (act === 'nameTopic') return nameTopicInForm(context, asked, subject)
  if (act === 'file' || (act === 'when' && value === undefined)) return askInForm(context, asked, act, subject)
  if (act === 'write' || act === 'correct') {
    const found = await organizersChat.texts(visitor, subject)
    const only = languages.find((one) => one === value)
    // What a form can't hold would be cut; and a form stops nothing from going out.
    if (found && !found.beingSent && fitsModal(found.texts, only))
      return writeAnnouncement(context, asked, { texts: found.texts, announcement: subject, only })
  }
  if (act === 'audience' && value === undefined && (await showAudience(context, asked, subject))) return
  await answerWith(context, asked, () => carryOut(context, asked, action), { inPlace })
}

/** A form for a time or a file. */
function askInForm(
  context: Context,
  asked: Asked<MessageComponentInteraction>,
  field: FormField,
  announcement: string,
): Promise<void> {
  const { timeZone } = context.currentPack()
  return showForm(context, asked, (language) =>
    field === 'when' ? whenModal(language, announcement, timeZone) : fileModal(language, announcement),
  )
}

/** A form for the names of a topic, or of a new one (""). */
function nameTopicInForm(context: Context, asked: Asked<MessageComponentInteraction>, topic: string): Promise<void> {
  const names = context.organizersChat.topicNames(asked.visitor, topic)
  return showForm(context, asked, (language, known) => topicModal(language, topic, known), names)
}

async function carryOut(
  context: Context,
  { interaction, visitor }: Asked<MessageComponentInteraction>,
  { act, subject, value }: Extract<Action, { do: 'organize' }>,
): Promise<Response> {
  const { organizersChat, voice } = context
  const on = isAlone(interaction) ? { chat: interaction.channelId, message: interaction.message.id } : undefined
  const pressed = await organizersChat.press(visitor, act, subject, value, on)
  if (!pressed) return opens('stale')(context, visitor)
  // What is asked for is written in private.
  if (pressed.kind === 'message' && !isAlone(interaction) && (await voice.say(visitor.person.id, pressed.page)))
    return opens('askedInPrivate')(context, visitor)
  if (pressed.kind === 'replacement' && pressed.watch !== undefined) {
    // A message that can be changed for longer than an answer to an interaction.
    const where = pressed.watched ? on : beginsProgress(act) && (await voice.say(visitor.person.id, pressed.page))
    if (where) await organizersChat.watch(visitor, pressed.watch, where)
  }
  return pressedResponse(context, pressed)
}

/** What only shows or rests a page has nothing to follow that was not followed before. */
function beginsProgress(act: OrganizerAct): boolean {
  return act !== 'open' && act !== 'pause'
}
