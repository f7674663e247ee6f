import { languages as all, type Language } from '../../../knowledge/language.ts'
import type { AnnouncementCommands } from '../../announcements/commands.ts'
import type { Amendment } from '../../announcements/amend.ts'
import { writtenIn } from '../../mailing/content.ts'
import type { Announcement } from '../../announcements/announcement.ts'
import { currentTopics } from '../../mailing/topic.ts'
import type { OrganizerAct, Page, Pressed } from '../../pages/page.ts'
import { momentOf } from '../pages/moments.ts'
import { audiencePage, withTick } from '../pages/audience-choice.ts'
import type { DraftField } from '../pages/draft-fields.ts'
import type { EntryPrompts } from '../writing/entry-prompts.ts'
import { askPage } from '../pages/ask.ts'
import { correctPage } from '../pages/correct.ts'
import type { Views } from '../pages/views.ts'
import { restedFor } from './rest.ts'
import { pressedAfter, replaced, type AnnouncementPress, type ActTable, type Replaced } from './press.ts'

type Act = Extract<OrganizerAct, 'write' | 'when' | 'file' | 'correct' | 'urgency' | 'audience' | 'fallback'>

/** What is asked for in words, and what is turned over by a press. `timeZone`: the venue's at the moment. */
export function draftingPresses({
  commands,
  prompts,
  views,
  timeZone,
}: {
  readonly commands: Pick<AnnouncementCommands, 'amend' | 'find' | 'pause'>
  readonly prompts: Pick<EntryPrompts, 'ask'>
  readonly views: Pick<Views, 'after' | 'shown'>
  readonly timeZone: () => string
}): ActTable<Act, AnnouncementPress> {
  return {
    write: (press) => asked(press, languageNamed(press.value)),
    when: (press) =>
      press.value === undefined ? asked(press, 'when') : amended(press, () => ({ sendAt: momentOf(press.value!) })),
    file: (press) => asked(press, 'file'),
    async audience(press) {
      const { announcement, subject, value, language, by } = press
      if (value !== undefined) {
        const { topics } = await views.shown(announcement, language, by.now)
        const known = currentTopics(topics).map(({ id }) => id)
        const tick = ({ audience }: Announcement) => ({ audience: withTick(audience, value, known) })
        const done = await commands.amend(subject, tick, by)
        if (done.kind === 'refused') return pressedAfter(done, press, views)
      }
      return replaced(audiencePage(await views.shown((await commands.find(subject))!, language, by.now), language))
    },
    correct: async (press) =>
      press.value === undefined
        ? replaced(await correctionAsked(press))
        : asked(press, `correct-${languageNamed(press.value)}`),
    urgency: (press) => amended(press, ({ urgency }) => ({ urgency: urgency === 'urgent' ? 'routine' : 'urgent' })),
    fallback: (press) =>
      amended(press, ({ fallback, content }) => ({ fallback: nextOf(fallback, writtenIn(content)) })),
  }

  async function asked(
    { visitor, language, subject }: AnnouncementPress,
    field: DraftField,
  ): Promise<Extract<Pressed, { kind: 'message' }>> {
    await prompts.ask(visitor, { announcement: subject, field })
    return { kind: 'message', page: askPage(subject, field, language, { timeZone: timeZone(), now: visitor.now }) }
  }

  /** The next message is the new text; or a button says for which language alone. */
  async function correctionAsked(press: AnnouncementPress): Promise<Page> {
    await prompts.ask(press.visitor, { announcement: press.subject, field: 'correct' })
    return correctPage(await restedFor(press, commands), press.language)
  }

  async function amended(press: AnnouncementPress, amendment: (before: Announcement) => Amendment): Promise<Replaced> {
    return pressedAfter(await commands.amend(press.subject, amendment, press.by), press, views)
  }
}

/** Choices one after the other, and in the end none, which limits nothing. */
function nextOf<T>(now: T | undefined, choices: readonly T[]): T | undefined {
  if (now === undefined) return choices[0]
  return choices[choices.findIndex((one) => String(one) === String(now)) + 1]
}

function languageNamed(value: string | undefined): Language {
  return all.find((one) => one === value) ?? all[0]
}
