import type { Generated, Selectable } from 'kysely'
import type { Act } from '../mailing/act.ts'
import type { State } from '../mailing/mailing.ts'
import type { Hold } from '../mailing/outbox.ts'
import type { Task } from '../mailing/delivery.ts'
import type { Standing, Kind } from '../mailing/destination.ts'
import type { AlbumState } from '../organizers/writing/albums.ts'
import type { Platform } from '../people/people.ts'

/**
 * The tables as both engines have them. Moments are ISO 8601 in UTC, platform ids are text, flags are moments or
 * null.
 */
export type Tables = {
  people: {
    platform: Platform
    id: string
    language: string | null
    /** What the person's app said last, where that is kept. */
    app_language: string | null
    /** When the person was offered to switch languages; never again after that. */
    switch_offered_at: string | null
    /** Whether they want pages without pictographs; null for who never said. */
    plain: 0 | 1 | null
  }
  groups: { platform: Platform; id: string; language: string | null }
  feedback: {
    id: Generated<number>
    platform: Platform
    person: string
    language: string
    /** What the person had asked, if that was still known when the button was pressed. */
    question: string | null
    /** The entry that the answer spoke of. */
    entry: string
    at: string
  }
  telegram_updates: {
    id: number
    /** The update as JSON until it is settled; what people wrote is not kept longer. */
    payload: string | null
    state: 'received' | 'begun' | 'settled'
    /** The process that began it. */
    owner: string | null
    chat: string | null
    /** The message that asked. */
    message: number | null
    /** JSON list of the ids of the messages that answered. */
    answers: string | null
    received_at: string
  }
  /** What was taken on by one of the processes that hear of it; see Claims. */
  claims: { platform: Platform; id: string; owner: string; at: string }
  destinations: {
    id: Generated<number>
    platform: Platform
    kind: Kind
    chat: string
    /** A forum topic; empty without. */
    thread: string
    /** The group or server whose language counts, if that is not the chat. */
    group_id: string | null
    /** Where to write to, if that is not the chat. */
    route: string | null
    publishes: 0 | 1
    /** "kk,ru" where they are fixed; null to follow the person or the group. */
    languages: string | null
    hint: string
    /** ",3,7,": ids of topics; empty for all. */
    topics: string
    title: string | null
    standing: Standing
    reason: string | null
    changed_at: string
  }
  /** What announcements may be about; `before`: what its followers were last told that it is called (JSON). */
  topics: {
    id: Generated<number>
    kk: string | null
    ru: string | null
    en: string | null
    before: string | null
    named_at: string
    ended_at: string | null
  }
  mailings: {
    id: Generated<number>
    /** Which part of the program made it: "organizer", "reminder". Nothing that sends depends on it. */
    origin: string
    state: State
    /** Policy, Content, Audience and Pause as JSON. */
    policy: string
    content: string
    version: number
    /** Whom it comes to; null where recipients are named one by one. */
    audience: string | null
    /** 1 if its recipients asked for it: it comes to those who have ended announcements, too. */
    asked_for: Generated<0 | 1>
    fallback: string | null
    /** When organizers want it to start; null for as soon as it is confirmed. */
    send_at: string | null
    /** When it is to start, once it is confirmed. */
    start_at: string | null
    not_after: string | null
    pause: string | null
    pause_until: string | null
    author: string
    created_at: string
    started_at: string | null
    finished_at: string | null
    /** What it is for, such as a reminder of one event, so that each exists once. */
    idempotency_key: string | null
  }
  /** What was done to a mailing, or to a destination. */
  acts: {
    id: Generated<number>
    mailing: number | null
    destination: number | null
    act: Act['act']
    who: string
    at: string
    detail: string | null
  }
  attachments: { id: Generated<number>; name: string; type: string; bytes: Uint8Array }
  deliveries: {
    id: Generated<number>
    mailing: number
    destination: number
    platform: Platform
    /** The message that is replied to. */
    reply_to: string | null
    /** "kk,ru": fixed when sending starts. */
    languages: string
    /** The higher goes first. */
    priority: number
    task: Task
    state: 'pending' | 'leased' | 'sent' | 'failed' | 'uncertain'
    /** The worker that has leased it. */
    owner: string | null
    not_before: string | null
    attempts: number
    doubts: number
    /** When an attempt first ended so that the message may be there. */
    unclear_since: string | null
    /** When the attempt under way was handed to the platform. */
    begun_at: string | null
    /** JSON list of ids. */
    messages: string
    /** Of how many the copy is, or is to be, made; null before it is begun. */
    planned: number | null
    /** The version of the text that is shown, and the one that was last tried to be. */
    version: number | null
    tried_version: number | null
    corrected_at: string | null
    sent_at: string | null
    recalled: 'removed' | 'replaced' | 'impossible' | null
    /** To those who follow the channel: still to be done, done, or given up; null where there is nothing to publish. */
    publication: 'owed' | 'done' | 'impossible' | null
    /** Why the last attempt failed. */
    reason: string | null
    /** What there is to say of how it was sent. */
    note: string | null
  }
  /** Who receives a mailing beside its audience, and in reply to which message. */
  recipients: { mailing: number; destination: number; reply_to: string | null }
  /** What people have marked in the programme, one by one. */
  stars: {
    destination: number
    pack: string
    entry: string
    /** How it stood when they were last told of it, as JSON; empty if that is not known. */
    seen: string
    /** Whether they are reminded of it. */
    reminds: 0 | 1
    at: string
  }
  workers: { id: string; platform: Platform; seen_at: string }
  holds: { platform: Platform; until: string; why: Hold['why'] }
  watches: { announcement: number; platform: Platform; person: string; chat: string; message: string }
  notices: {
    id: Generated<number>
    platform: Platform
    person: string
    about: 'announcement' | 'destination' | 'knowledge'
    subject: string
    taken_at: string | null
    attempts: number
  }
  /** Albums that organizers sent, and what their first message was taken for. */
  albums: {
    platform: Platform
    person: string
    album: string
    state: AlbumState
    announcement: number | null
    at: string
  }
  /** What an organizer is about to write in a chat: of an announcement, or the names of a topic ("": a new one). */
  inputs: {
    platform: Platform
    person: string
    announcement: number | null
    topic: string | null
    field: string
    text: string | null
    at: string
  }
}

export type MailingRow = Selectable<Tables['mailings']>
