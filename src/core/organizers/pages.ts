import { createHash } from 'node:crypto'
import { languageOfText, languages as all, type Language } from '../../knowledge/language.ts'
import type { Button, OrganizerAct, Page } from '../pages/page.ts'
import type { Line } from '../answering/reply.ts'
import { platformNames } from '../people/people.ts'
import { namesOf, say, type TextKey } from '../i18n.ts'
import { missingIn, writtenIn, type Content, type Texts } from '../mailing/content.ts'
import { type Announcement, startOf } from '../announcements/announcement.ts'
import type { AudienceShare } from '../announcements/figure-store.ts'
import type { DraftField } from './input.ts'
import type { Hold } from '../mailing/outbox.ts'
import { headline } from '../mailing/copy.ts'
import type { StoredSubscription } from '../mailing/destination.ts'
import type { Measure } from '../announcements/validate.ts'
import type { Figures, Report } from '../announcements/report.ts'
import { notePage } from '../pages/note-page.ts'
import { venueTime } from '../time/venue.ts'

/** An announcement with all that an organizer wants to know of it. */
export type Shown = {
  readonly announcement: Announcement
  readonly report: Report
  readonly audience: { readonly total: number; readonly shares: readonly AudienceShare[] }
  readonly problems: readonly string[]
  readonly holds: readonly Hold[]
  /** Copies sent within the last `latelyMs`. */
  readonly sentLately: number
  readonly timeZone: string
  readonly now: Date
}

type Rows = Page['buttons']

/** Of how long the rate is told. */
export const latelyMs = 20_000

/** The export has them all. */
const mostReasons = 8

/** Shorter waits are over before anybody has read of them. */
const worthSayingMs = 30_000

/** What somebody who presses "send" has seen: whether that is still so. */
export function stampOf({
  announcement: { content, audience, urgency, fallback, sendAt },
  audience: { total },
}: Shown): string {
  return stampOfText(JSON.stringify([content, audience, urgency, fallback, sendAt, total]))
}

export function stampOfText(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 8)
}

export function boardPage(announcements: readonly Announcement[], more: boolean, language: Language): Page {
  return {
    language,
    lines: [
      fact(say(language, 'organizers.board')),
      text(say(language, announcements.length > 0 ? 'organizers.choose' : 'organizers.empty')),
    ],
    buttons: [
      [button(language, 'organizers.new', 'new')],
      ...announcements.map((one) => [
        {
          label: `№${one.id} · ${say(language, `state.${one.state}`)} · ${headline(one.content, language)}`,
          do: 'organize' as const,
          act: 'open' as const,
          subject: one.id,
        },
      ]),
      ...(more
        ? [
            [
              {
                label: say(language, 'organizers.older'),
                do: 'organize' as const,
                act: 'board' as const,
                subject: '',
                value: announcements.at(-1)!.id,
              },
            ],
          ]
        : []),
    ],
  }
}

/** What is written, to whom it goes, how it stands, and what can be done next. */
export function announcementPage(shown: Shown, language: Language): Page {
  const { announcement } = shown
  const title = fact(
    say(language, 'organizers.title', {
      id: announcement.id,
      state: say(language, `state.${announcement.state}`),
      headline: headline(announcement.content, language),
    }),
  )
  const board = [button(language, 'organizers.all', 'board')]
  if (!announcement.startedAt && announcement.state !== 'paused') {
    const scheduled = announcement.state === 'scheduled'
    return {
      language,
      lines: [title, ...(scheduled ? startLines(shown, language) : []), ...draftLines(shown, language)],
      buttons: [
        ...(scheduled
          ? [
              [
                act(announcement, say(language, 'organizers.cancel'), 'cancel'),
                act(announcement, say(language, 'organizers.preview'), 'preview'),
              ],
            ]
          : draftButtons(shown, language)),
        board,
      ],
    }
  }
  return {
    language,
    lines: [title, ...progressLines(shown, language)],
    buttons: [...progressButtons(shown, language), board],
  }
}

function startLines({ announcement: { startAt, urgency }, timeZone, now }: Shown, language: Language): Line[] {
  const start = startOf(startAt!, urgency, timeZone)
  const seconds = Math.max(0, Math.round((start.getTime() - now.getTime()) / 1000))
  return [
    text(
      seconds === 0
        ? say(language, 'organizers.startsNow')
        : seconds <= 60
          ? say(language, 'organizers.startsIn', { count: seconds })
          : say(language, 'organizers.startsAt', { time: venueTime(start, timeZone) }),
    ),
    ...(start > startAt! ? [note(say(language, 'organizers.heldForNight'))] : []),
  ]
}

function draftLines({ announcement, audience, problems, timeZone }: Shown, language: Language): Line[] {
  const { content, urgency, fallback, sendAt, state } = announcement
  return [
    ...all.map((one) => item(`${say(one, 'language.name')}: ${content.title[one] ?? '—'}`)),
    ...writtenIn(content).flatMap((one) => strangeIn(content, one, language)),
    ...(fallback ? [item(say(language, 'organizers.fallbackIs', { name: say(fallback, 'language.name') }))] : []),
    ...(content.attachment ? [item(say(language, 'organizers.fileIs', { name: content.attachment.name }))] : []),
    item(say(language, `organizers.urgency.${urgency}`)),
    ...(content.callEveryone ? [item(say(language, 'organizers.callsEveryone'))] : []),
    ...(sendAt && state !== 'scheduled'
      ? [item(say(language, 'organizers.startsAt', { time: venueTime(sendAt, timeZone) }))]
      : []),
    item(audienceOf(audience, language)),
    ...problems.map(note),
  ]
}

/** Shorter texts tell too little of their language. */
const tellingLength = 40

/** A text that looks like another language may have got into the wrong place. */
function strangeIn({ title, body }: Content, written: Language, language: Language): Line[] {
  const words = `${title[written] ?? ''} ${body[written] ?? ''}`
  const looks = languageOfText(words)
  if (words.length < tellingLength || looks === written) return []
  return [
    note(
      say(language, 'organizers.looksLike', {
        name: say(written, 'language.name'),
        other: say(looks, 'language.name'),
      }),
    ),
  ]
}

function audienceOf({ total, shares }: Shown['audience'], language: Language): string {
  const parts = Map.groupBy(shares, ({ platform }) => platform)
    .entries()
    .map(([platform, group]) => `${platformNames[platform]} ${group.reduce((sum, { count }) => sum + count, 0)}`)
  return [say(language, 'organizers.goesTo', { count: total }), ...(total > 0 ? [[...parts].join(', ')] : [])].join(
    ': ',
  )
}

function draftButtons({ announcement, audience, problems }: Shown, language: Language): Rows {
  const {
    urgency,
    content,
    audience: { platforms, kinds },
  } = announcement
  const on = platforms?.map((one) => platformNames[one]).join(', ') ?? say(language, 'organizers.allPlatforms')
  const where = say(
    language,
    kinds === undefined
      ? 'organizers.allKinds'
      : kinds.includes('person')
        ? 'organizers.peopleOnly'
        : 'organizers.chatsOnly',
  )
  const someMissing = missingIn(content).length > 0 && writtenIn(content).length > 0
  return [
    all.map((one) => pen(announcement, one, 'write')),
    [
      act(
        announcement,
        say(language, urgency === 'urgent' ? 'organizers.makeRoutine' : 'organizers.makeUrgent'),
        'urgency',
      ),
    ],
    [act(announcement, on, 'platforms'), act(announcement, where, 'kinds')],
    [
      act(announcement, say(language, 'organizers.when'), 'when'),
      act(announcement, say(language, 'organizers.file'), 'file'),
    ],
    ...(someMissing ? [[act(announcement, say(language, 'organizers.fallback'), 'fallback')]] : []),
    [act(announcement, say(language, 'organizers.preview'), 'preview')],
    ...(problems.length === 0 && audience.total > 0
      ? [[act(announcement, say(language, 'organizers.send', { count: audience.total }), 'confirm')]]
      : []),
    ...(announcement.state === 'draft' ? [[act(announcement, say(language, 'organizers.delete'), 'cancel')]] : []),
  ]
}

/** The exact number before anything goes out. */
export function confirmPage(shown: Shown, language: Language): Page {
  const { announcement, audience, timeZone, now } = shown
  const { total, shares } = audience
  const { sendAt, urgency, content } = announcement
  const due = sendAt && sendAt > now ? sendAt : undefined
  const byLanguage = Map.groupBy(shares, ({ languages }) => namesOf(languages))
    .entries()
    .map(([name, group]) => item(`${name}: ${group.reduce((sum, { count }) => sum + count, 0)}`))
  const night = startOf(due ?? now, urgency, timeZone) > (due ?? now)
  return {
    language,
    lines: [
      fact(say(language, 'organizers.confirm', { id: announcement.id, count: total })),
      item(audienceOf(audience, language)),
      ...byLanguage,
      ...(content.callEveryone ? [item(say(language, 'organizers.callsEveryone'))] : []),
      ...(due ? [text(say(language, 'organizers.startsAt', { time: venueTime(due, timeZone) }))] : []),
      ...(night ? [note(say(language, 'organizers.heldForNight'))] : []),
      ...(!due && !night && urgency === 'routine' && total > 1 ? [note(say(language, 'organizers.grace'))] : []),
    ],
    buttons: [
      [act(announcement, say(language, 'organizers.sendNow', { count: total }), 'send', stampOf(shown))],
      [act(announcement, say(language, 'button.back'), 'open')],
    ],
  }
}

function progressLines(shown: Shown, language: Language): Line[] {
  const { announcement, report, holds, timeZone, now } = shown
  const { pause } = announcement
  const { reasons, correction, recall, byPlatform, byLanguage } = report
  return [
    ...(announcement.state === 'sending'
      ? [
          text(pace(shown, language)),
          ...holds
            .filter(({ until }) => until.getTime() - now.getTime() > worthSayingMs)
            .map(({ platform, until, why }) =>
              note(
                say(language, why === 'asked' ? 'organizers.held' : 'organizers.rests', {
                  platform: platformNames[platform],
                  time: venueTime(until, timeZone),
                }),
              ),
            ),
        ]
      : []),
    ...(pause
      ? [
          text(say(language, `organizers.paused.${pause.why}`, { reason: pause.reason ?? '' })),
          ...(pause.until
            ? [text(say(language, 'organizers.goesOnAt', { time: venueTime(pause.until, timeZone) }))]
            : []),
        ]
      : []),
    item(figures(report, language)),
    ...(report.possiblyTwice > 0
      ? [item(say(language, 'organizers.possiblyTwice', { count: report.possiblyTwice }))]
      : []),
    ...Object.entries(byPlatform).map(([platform, one]) =>
      item(`${platformNames[platform as keyof typeof platformNames]}: ${figures(one, language)}`),
    ),
    ...Object.entries(byLanguage).map(([names, one]) => item(`${languagesNamed(names)}: ${figures(one, language)}`)),
    ...Object.entries(reasons)
      .slice(0, mostReasons)
      .map(([reason, count]) => note(`${count}: ${wordsFor(reason, language)}`)),
    ...(correction ? [item(say(language, 'organizers.corrected', correction))] : []),
    ...(recall ? [item(say(language, 'organizers.recalled', recall))] : []),
    ...(recall && report.possiblyTwice > 0
      ? [note(say(language, 'organizers.ghosts', { count: report.possiblyTwice }))]
      : []),
  ]
}

/** What the program itself says of a delivery, in words; what a platform says as it says it. */
function wordsFor(reason: string, language: Language): string {
  const own = ownReasons.find((one) => one === reason)
  return own ? say(language, `reason.${own}`) : reason
}

const ownReasons = ['cancelled', 'recalled', 'unsubscribed', 'forgotten'] as const

/** "Қазақша, Русский" of "kk+ru". */
function languagesNamed(codes: string): string {
  return namesOf(all.filter((one) => codes.split('+').includes(one)))
}

function figures({ total, sent, failed, uncertain, pending }: Figures, language: Language): string {
  return say(language, 'organizers.figures', { total, sent, failed, uncertain, pending })
}

/** "1200 of 3000 (40 %)", and while it moves "29 a second, about 1 min left". */
function pace({ report, sentLately, now }: Shown, language: Language): string {
  const { total, pending } = report
  const done = total - pending
  const percent = total === 0 ? 100 : Math.floor((100 * done) / total)
  const rate =
    (1000 * sentLately) / Math.min(latelyMs, Math.max(1000, now.getTime() - (report.startedAt ?? now).getTime()))
  const progress = say(language, 'organizers.progress', { done, total, percent })
  return rate < 1 || pending === 0
    ? progress
    : `${progress}, ${say(language, 'organizers.rate', { rate: Math.round(rate), count: Math.max(1, Math.ceil(pending / rate / 60)) })}`
}

function progressButtons({ announcement, report }: Shown, language: Language): Rows {
  const { state, startedAt } = announcement
  const look = act(announcement, say(language, 'organizers.preview'), 'preview')
  const cancel = act(announcement, say(language, 'organizers.stop'), 'halt')
  const change = [
    act(announcement, say(language, 'organizers.correct'), 'correct'),
    act(announcement, say(language, 'organizers.recall'), 'recall'),
  ]
  if (state === 'paused' && !startedAt)
    return [
      [
        act(announcement, say(language, 'organizers.sendLate'), 'resume'),
        act(announcement, say(language, 'organizers.sendNot'), 'cancel'),
      ],
      [look],
    ]
  if (state === 'sending')
    return [[act(announcement, say(language, 'organizers.pause'), 'pause'), cancel], change, [look]]
  if (state === 'paused')
    return [[act(announcement, say(language, 'organizers.resume'), 'resume'), cancel], change, [look]]
  const again =
    state !== 'sent'
      ? []
      : [
          ...(report.failed > 0 ? [act(announcement, say(language, 'organizers.retry'), 'retry')] : []),
          ...(report.uncertain > 0 ? [act(announcement, say(language, 'organizers.repeat'), 'repeat')] : []),
        ]
  return [
    ...(state === 'recalled' ? [] : [change]),
    ...(again.length > 0 ? [again] : []),
    [
      look,
      act(announcement, say(language, 'organizers.export'), 'export'),
      act(announcement, say(language, 'organizers.refresh'), 'open'),
    ],
  ]
}

export function correctPage(announcement: Announcement, language: Language): Page {
  return {
    language,
    lines: [fact(say(language, 'organizers.correctWhich', { id: announcement.id }))],
    buttons: [
      writtenIn(announcement.content).map((one) => pen(announcement, one, 'correct')),
      [act(announcement, say(language, 'button.back'), 'open')],
    ],
  }
}

/** The new text, and how many copies it will change. */
export function correctionPage({ announcement, report }: Shown, texts: Texts, stamp: string, language: Language): Page {
  const languages = all.filter((one) => texts.title[one] !== undefined)
  const names = namesOf(languages)
  const count = Object.entries(report.byLanguage).reduce(
    (sum, [codes, { sent }]) =>
      codes.split('+').some((code) => languages.some((one) => one === code)) ? sum + sent : sum,
    0,
  )
  const written = all.flatMap((one) =>
    texts.title[one] === undefined ? [] : [text(texts.title[one]), ...(texts.body[one] ? [text(texts.body[one])] : [])],
  )
  return {
    language,
    lines: [fact(say(language, 'organizers.confirmCorrection', { id: announcement.id, names, count })), ...written],
    buttons: [
      [act(announcement, say(language, 'organizers.correctNow'), 'correctNow', stamp)],
      [act(announcement, say(language, 'button.back'), 'open')],
    ],
  }
}

/** What will not be sent, before that is decided for good. */
export function haltPage({ announcement, report }: Shown, language: Language): Page {
  return {
    language,
    lines: [
      fact(
        say(language, 'organizers.confirmHalt', { id: announcement.id, count: report.pending, total: report.total }),
      ),
    ],
    buttons: [
      [act(announcement, say(language, 'organizers.haltNow'), 'cancel')],
      [act(announcement, say(language, 'button.back'), 'open')],
    ],
  }
}

export function recallPage({ announcement, report }: Shown, language: Language): Page {
  return {
    language,
    lines: [fact(say(language, 'organizers.confirmRecall', { id: announcement.id, count: report.sent }))],
    buttons: [
      [act(announcement, say(language, 'organizers.recallNow'), 'remove')],
      [act(announcement, say(language, 'button.back'), 'open')],
    ],
  }
}

/** In place of a time: as soon as it is confirmed. */
export const soon = 'soon'

/** What is to be written next, and the way out. */
export function askPage(id: string, field: DraftField, language: Language, timeZone: string): Page {
  const corrects = field.startsWith('correct-')
  const written = all.find((one) => one === field.replace('correct-', ''))
  const prompt = written
    ? say(language, corrects ? 'organizers.askCorrection' : 'organizers.askText', {
        name: say(written, 'language.name'),
      })
    : say(language, field === 'when' ? 'organizers.askWhen' : 'organizers.askFile', { zone: timeZone })
  return {
    language,
    lines: [fact(say(language, 'organizers.short', { id })), text(prompt)],
    buttons: [
      ...(field === 'when'
        ? [
            [
              {
                label: say(language, 'organizers.soon'),
                do: 'organize' as const,
                act: 'when' as const,
                subject: id,
                value: soon,
              },
            ],
          ]
        : []),
      [{ label: say(language, 'organizers.later'), do: 'organize', act: 'open', subject: id }],
    ],
  }
}

/** How long each text is, against what may be. */
export function lengthsPage(announcement: Announcement, measures: readonly Measure[], language: Language): Page {
  const lengths = measures.flatMap((measure) =>
    writtenIn(announcement.content).map((one) => measure(announcement, one)),
  )
  return {
    language,
    lines: [
      fact(say(language, 'organizers.previewed', { id: announcement.id })),
      ...(announcement.content.attachment
        ? [item(say(language, 'organizers.fileIs', { name: announcement.content.attachment.name }))]
        : []),
      ...lengths.map(({ platform, language: one, units, limit }) =>
        item(
          say(language, 'organizers.length', {
            platform: platformNames[platform],
            name: say(one, 'language.name'),
            units,
            limit,
          }),
        ),
      ),
    ],
    buttons: [[act(announcement, say(language, 'button.back'), 'open')]],
  }
}

/** A chat that receives announcements, or wants to. */
export function destinationPage(
  { id, title, chat, standing, languages, hint }: StoredSubscription,
  language: Language,
): Page {
  const name = title ?? chat
  const subject = String(id)
  if (standing === 'waiting') {
    return notePage(language, say(language, 'organizers.wants', { name }), [
      [
        { label: say(language, 'organizers.allow'), do: 'organize', act: 'approve', subject },
        { label: say(language, 'organizers.refuse'), do: 'organize', act: 'refuse', subject },
      ],
    ])
  }
  if (standing !== 'active')
    return notePage(
      language,
      say(language, 'organizers.receivesNot', { name }),
      standing === 'left'
        ? [[{ label: say(language, 'organizers.allow'), do: 'organize', act: 'approve', subject }]]
        : [],
    )
  return notePage(language, say(language, 'organizers.receives', { name, languages: namesOf(languages ?? [hint]) }), [
    all.map((one): Button => ({
      label: say(one, 'language.name'),
      do: 'organize',
      act: 'languages',
      subject,
      value: one,
    })),
    [{ label: say(language, 'subscription.all'), do: 'organize', act: 'languages', subject, value: all.join('-') }],
    [{ label: say(language, 'organizers.refuse'), do: 'organize', act: 'refuse', subject }],
  ])
}

function act({ id }: Announcement, label: string, what: OrganizerAct, value?: string): Button {
  return { label, do: 'organize', act: what, subject: id, ...(value === undefined ? {} : { value }) }
}

/** A button to write in a language, under its own name. */
function pen(announcement: Announcement, language: Language, what: 'write' | 'correct'): Button {
  return act(announcement, `✎ ${say(language, 'language.name')}`, what, language)
}

function button(language: Language, key: TextKey, what: OrganizerAct): Button {
  return { label: say(language, key), do: 'organize', act: what, subject: '' }
}

function fact(words: string): Line {
  return { kind: 'fact', text: words }
}

function text(words: string): Line {
  return { kind: 'text', text: words }
}

function item(words: string): Line {
  return { kind: 'item', text: words }
}

function note(words: string): Line {
  return { kind: 'note', text: words }
}
