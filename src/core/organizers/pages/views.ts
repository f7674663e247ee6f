import type { Language } from '../../../knowledge/language.ts'
import type { AnnouncementCommands } from '../../announcements/commands.ts'
import type { Done } from '../../announcements/done.ts'
import type { Announcement } from '../../announcements/announcement.ts'
import type { AnnouncementStore } from '../../announcements/announcement-store.ts'
import type { FigureStore } from '../../announcements/figure-store.ts'
import type { Measure } from '../../announcements/validate.ts'
import { proposerIn } from '../../announcements/approval.ts'
import { reportOn } from '../../announcements/report.ts'
import type { Act } from '../../mailing/act.ts'
import type { TopicStore } from '../../mailing/topic-store.ts'
import { writtenIn, type Content } from '../../mailing/content.ts'
import type { Page } from '../../pages/page.ts'
import { announcementPage } from './announcement.ts'
import { boardPage } from './board.ts'
import { confirmPage, type Asked } from './confirm.ts'
import type { TextReader } from '../../answering/read-text.ts'
import { apartFor } from './files.ts'
import { historyPage } from './history.ts'
import { refusalPage } from './refusal.ts'
import { latelyMs, type Shown } from './shown.ts'

/** Pages that show announcements as they stand in the store at that moment. */
export type Views = {
  /** The latest announcements; `before`: the number below which to look, for older ones. */
  readonly board: (language: Language, now: Date, before?: string) => Promise<Page>
  readonly shown: (announcement: Announcement, language: Language, now: Date) => Promise<Shown>
  /** Of one that exists. */
  readonly announcement: (id: string, language: Language, now: Date) => Promise<Page>
  /** The question before it goes out, or the announcement itself, if it can't be sent as it is. */
  readonly confirmation: (
    announcement: Announcement,
    language: Language,
    now: Date,
    asked?: Omit<Asked, 'lastChange'>,
  ) => Promise<Page>
  /** Texts that were corrected, as they were. */
  readonly history: (announcement: Announcement, language: Language, by: { viewer: string; now: Date }) => Promise<Page>
  /** The announcement after an act, or why the act was refused. */
  readonly after: (done: Done, id: string, language: Language, now: Date) => Promise<Page>
}

const mostOnBoard = 8

/** More than a page has room for. */
const mostNamed = 100

/** `timeZone`: the venue's at the moment; the knowledge that names it may be replaced while we run. */
export function openViews({
  commands,
  announcements,
  figures,
  measures,
  topics,
  readText,
  timeZone,
}: {
  readonly commands: Pick<AnnouncementCommands, 'find' | 'audience' | 'problems'>
  readonly announcements: Pick<AnnouncementStore, 'list' | 'acts'>
  readonly figures: Pick<FigureStore, 'tally' | 'named' | 'holds' | 'sentSince'>
  readonly measures: readonly Measure[]
  readonly topics: Pick<TopicStore, 'all'>
  readonly readText: TextReader
  readonly timeZone: () => string
}): Views {
  return {
    async board(language, now, before) {
      const found = await announcements.list(mostOnBoard + 1, before)
      const some = { announcements: found.slice(0, mostOnBoard), more: found.length > mostOnBoard }
      return boardPage({ ...some, timeZone: timeZone(), now }, language)
    },
    shown,
    announcement,
    async confirmation(one, language, now, asked) {
      const [seen, acts] = await Promise.all([shown(one, language, now), announcements.acts(one.id)])
      const lastChange = acts.findLast(({ act }) => act === 'amend' || act === 'create')
      const sendable = seen.problems.length === 0 && seen.audience.total > 0
      return sendable ? confirmPage(seen, language, { ...asked, lastChange }) : announcementPage(seen, language)
    },
    history: async (one, language, by) =>
      historyPage(one, await announcements.acts(one.id), { ...by, language, timeZone: timeZone() }),
    after: async (done, id, language, now) =>
      done.kind === 'done' ? announcement(id, language, now) : refusalPage(done, id, language),
  }

  async function announcement(id: string, language: Language, now: Date): Promise<Page> {
    return announcementPage(await shown((await commands.find(id))!, language, now), language)
  }

  async function shown(one: Announcement, language: Language, now: Date): Promise<Shown> {
    const [report, named, audience, holds, sentLately, acts, known] = await Promise.all([
      reportOn(one, figures),
      figures.named(one.id, mostNamed),
      commands.audience(one),
      figures.holds(now),
      figures.sentSince(one.id, new Date(now.getTime() - latelyMs)),
      announcements.acts(one.id),
      topics.all(),
    ])
    const problems = await commands.problems(one, { language, now })
    const strange = strangeIn(one.content, (text) => readText(text, now).language)
    const apart = apartFor(one, audience.shares, measures)
    const figured = { report, named, audience, holds, sentLately, topics: known }
    return { announcement: one, ...figured, ...actorsIn(acts), problems, apart, strange, timeZone: timeZone(), now }
  }
}

/** Who wants to send it, and who has. */
function actorsIn(acts: readonly Act[]): Pick<Shown, 'proposer' | 'sender'> {
  return { proposer: proposerIn(acts), sender: acts.findLast(({ act }) => act === 'schedule')?.who }
}

/** Texts whose words are of another language than the one that they stand for. */
function strangeIn(
  content: Content,
  languageOf: (text: string) => Language | undefined,
): NonNullable<Shown['strange']> {
  return writtenIn(content).flatMap((written) => {
    const looks = languageOf(`${content.title[written] ?? ''}\n${content.body[written] ?? ''}`)
    return looks === undefined || looks === written ? [] : [{ written, looks }]
  })
}
