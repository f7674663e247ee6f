import type { Report } from '../../src/core/announcements/report.ts'
import { policyOf, type Announcement } from '../../src/core/announcements/announcement.ts'
import type { Shown } from '../../src/core/organizers/pages/shown.ts'
import type { Page } from '../../src/core/pages/page.ts'

/** Noon at the venue. */
export const noon = new Date('2026-04-20T07:00:00Z')

/** A draft in all languages that nothing stands in the way of. */
export function anAnnouncement(changes: Partial<Announcement> = {}): Announcement {
  return {
    id: '1',
    policy: policyOf('routine'),
    state: 'draft',
    content: {
      title: { kk: 'Зал ауысты', ru: 'Зал изменён', en: 'Hall changed' },
      body: { kk: 'B залы', ru: 'Зал B', en: 'Hall B' },
    },
    version: 1,
    audience: {},
    urgency: 'routine',
    fallback: undefined,
    sendAt: undefined,
    startAt: undefined,
    notAfter: undefined,
    pause: undefined,
    author: 'telegram:99',
    createdAt: noon,
    startedAt: undefined,
    finishedAt: undefined,
    ...changes,
  }
}

/** Nothing was delivered yet. */
export function aReport(changes: Partial<Report> = {}): Report {
  return {
    id: '1',
    state: 'draft',
    total: 0,
    sent: 0,
    failed: 0,
    uncertain: 0,
    pending: 0,
    possiblyTwice: 0,
    byPlatform: {},
    byLanguage: {},
    byKind: {},
    reasons: {},
    correction: undefined,
    recall: undefined,
    publication: undefined,
    pause: undefined,
    sendAt: undefined,
    startedAt: undefined,
    finishedAt: undefined,
    ...changes,
  }
}

/** The announcement for two readers of Russian in Telegram and a channel in Discord that takes two languages. */
export function aShown({
  announcement = {},
  report = {},
  ...changes
}: Partial<Omit<Shown, 'announcement' | 'report'>> & {
  readonly announcement?: Partial<Announcement>
  readonly report?: Partial<Report>
} = {}): Shown {
  return {
    announcement: anAnnouncement(announcement),
    report: aReport(report),
    audience: {
      total: 3,
      shares: [
        { platform: 'telegram', kind: 'person', languages: ['ru'], count: 2 },
        { platform: 'discord', kind: 'channel', languages: ['kk', 'en'], count: 1 },
      ],
    },
    topics: [],
    problems: [],
    holds: [],
    sentLately: 0,
    timeZone: 'Asia/Almaty',
    now: noon,
    ...changes,
  }
}

/** Moments after noon. */
export function afterNoon(seconds: number): Date {
  return new Date(noon.getTime() + seconds * 1000)
}

/** What a page says, a line each. */
export function textsOn({ lines }: Pick<Page, 'lines'>): string[] {
  return lines.map(({ text }) => text)
}

/** Its buttons as "label → act value", in their rows. */
export function buttonsOn({ buttons }: Pick<Page, 'buttons'>): string[][] {
  return buttons.map((row) =>
    row.map((button) =>
      button.do === 'organize' ? [button.label, '→', button.act, button.value ?? ''].join(' ').trim() : button.label,
    ),
  )
}
