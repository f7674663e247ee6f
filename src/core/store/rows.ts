import type { Selectable } from 'kysely'
import { languages as all, type Language } from '../../knowledge/language.ts'
import type { Act } from '../mailing/act.ts'
import type { Announcement, Audience } from '../announcements/announcement.ts'
import type { Content } from '../mailing/content.ts'
import type { Mailing, Pause } from '../mailing/mailing.ts'
import type { Policy } from '../mailing/policy.ts'
import type { Delivery, Destination } from '../mailing/delivery.ts'
import type { StoredSubscription } from '../mailing/destination.ts'
import type { Tables } from './tables.ts'

type Row<T extends keyof Tables> = Selectable<Tables[T]>

/** Languages as they are stored: "kk,ru". One that an older version knew and this one does not counts as none. */
export function readLanguages(stored: string): Language[] {
  return stored.split(',').flatMap((name) => all.find((language) => language === name) ?? [])
}

export function writeLanguages(languages: readonly Language[]): string {
  return languages.join(',')
}

/** Ids of topics as they are stored: ",3,7,"; empty for none. */
export function readTopics(stored: string): string[] {
  return stored.split(',').filter(Boolean)
}

export function writeTopics(topics: readonly string[]): string {
  return topics.length === 0 ? '' : `,${topics.join(',')},`
}

export function writeMoment(moment: Date | undefined): string | null {
  return moment?.toISOString() ?? null
}

export function storedMoment(stored: string | null): Date | undefined {
  return stored === null ? undefined : new Date(stored)
}

/** What is stored as text is trusted to be what was written: nobody else writes to these tables. */
export function mailingOf(row: Row<'mailings'>): Mailing {
  const pause = row.pause === null ? undefined : (JSON.parse(row.pause) as Omit<Pause, 'until'>)
  return {
    id: String(row.id),
    state: row.state,
    policy: JSON.parse(row.policy) as Policy,
    content: JSON.parse(row.content) as Content,
    version: row.version,
    fallback: row.fallback === null ? undefined : readLanguages(row.fallback)[0],
    startAt: storedMoment(row.start_at),
    notAfter: storedMoment(row.not_after),
    pause: pause && { ...pause, until: storedMoment(row.pause_until) },
    author: row.author,
    createdAt: new Date(row.created_at),
    startedAt: storedMoment(row.started_at),
    finishedAt: storedMoment(row.finished_at),
  }
}

/** Only for mailings to an audience. */
export function announcementOf(row: Row<'mailings'>): Announcement {
  const mailing = mailingOf(row)
  return {
    ...mailing,
    audience: JSON.parse(row.audience ?? '{}') as Audience,
    urgency: mailing.policy.priority,
    sendAt: storedMoment(row.send_at),
  }
}

export function actOf({ act, who, at, detail }: Row<'acts'>): Act {
  return { act, who, at: new Date(at), detail: detail ?? undefined }
}

/** Where messages go, without who chose what. */
function destinationOf({ id, platform, kind, chat, thread, route, publishes }: Row<'destinations'>): Destination {
  return { id, platform, kind, chat, thread, route: route ?? undefined, publishes: publishes === 1 }
}

/** A language that an older version knew is replaced by English. */
export function subscribedOf(row: Row<'destinations'>): StoredSubscription {
  return {
    ...destinationOf(row),
    languages: row.languages === null ? undefined : readLanguages(row.languages),
    hint: readLanguages(row.hint)[0] ?? 'en',
    group: row.group_id ?? undefined,
    topics: readTopics(row.topics),
    title: row.title ?? undefined,
    standing: row.standing,
  }
}

/** What is to be done with one copy. `to`: the destination that it is for. */
export function deliveryOf(row: Row<'deliveries'>, to: Row<'destinations'>): Delivery {
  return {
    id: row.id,
    mailing: String(row.mailing),
    task: row.task,
    destination: destinationOf(to),
    replyTo: row.reply_to ?? undefined,
    languages: readLanguages(row.languages),
    follows: readTopics(to.topics),
    attempts: row.attempts,
    doubts: row.doubts,
    cutOff:
      row.owner === null || row.begun_at === null ? undefined : { worker: row.owner, begunAt: new Date(row.begun_at) },
    unclearSince: storedMoment(row.unclear_since),
    messages: JSON.parse(row.messages) as string[],
    planned: row.planned ?? undefined,
  }
}
