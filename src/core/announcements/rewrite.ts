import { withTexts, type Texts } from '../mailing/content.ts'
import type { Announcement } from './announcement.ts'
import { amend } from './amend.ts'
import { actBy, changed, refused, type Actor, type Done } from './done.ts'
import { out } from './halt.ts'
import { correctionNotice } from './correction-notice.ts'
import { problemsOf, type Tools } from './tools.ts'

/** Puts other texts in the place of those before, also in copies that are out. What is not given stays as it is. */
export async function rewrite(id: string, texts: Texts, by: Actor, tools: Tools, tell: boolean): Promise<Done> {
  const announcement = await tools.announcements.find(id)
  if (!announcement) return refused('unknown')
  if (!announcement.startedAt) return amend(id, ({ content }) => ({ content: withTexts(content, texts) }), by, tools)
  if (!out.includes(announcement.state)) return refused('state', announcement)
  const problems = await problemsOf({ ...announcement, ...corrected(announcement, texts, by.now) }, tools, by)
  if (problems.length > 0) return { ...refused('problems', announcement), problems }
  const act = actBy(by, 'correct', JSON.stringify(announcement.content))
  const change = (before: Announcement) => corrected(before, texts, by.now)
  const notice = tell ? (after: Announcement) => correctionNotice(after, texts, by) : undefined
  return changed(announcement, await tools.announcements.correct(id, out, change, act, notice))
}

/** The next version, in which the languages that are given have been corrected. */
function corrected(before: Announcement, texts: Texts, now: Date): Pick<Announcement, 'content' | 'version'> {
  const version = before.version + 1
  const languages = new Set([...Object.keys(texts.title), ...Object.keys(texts.body)])
  const at = now.toISOString()
  const since = Object.fromEntries([...languages].map((language) => [language, { version, at }]))
  const content = withTexts(before.content, texts)
  return { content: { ...content, corrected: { ...content.corrected, ...since } }, version }
}
