import { z } from 'zod'
import { languages } from '../../knowledge/language.ts'
import { kinds, platforms } from '../mailing/destination.ts'
import { mostFiles } from './file.ts'
import { urgencies, type Audience, type Urgency } from './announcement.ts'
import type { Content } from '../mailing/content.ts'
import type { Language } from '../../knowledge/language.ts'
import { longestTopic } from '../mailing/topic.ts'
import { readMoment } from '../time/venue.ts'

/** What an organizer hands over: texts by language, for whom, how urgent, when. `attachments` are paths of files. */
export type Draft = {
  readonly content: Pick<Content, 'title' | 'body' | 'callEveryone'>
  readonly urgency: Urgency
  readonly audience: Audience
  readonly fallback: Language | undefined
  readonly sendAt: Date | undefined
  readonly notAfter: Date | undefined
  readonly attachments: readonly string[]
}

const text = z.string('write a text')
const texts = z.strictObject(
  { kk: text.optional(), ru: text.optional(), en: text.optional() },
  { error: wrongKeys('kk, ru and en') },
)

const path = z.string().trim().min(1, 'name a file')

/** A topic by a name; commas stand between names where people type them. */
const topic = z
  .string()
  .trim()
  .min(1, 'write a name')
  .max(longestTopic, `write a name of up to ${longestTopic} letters`)
  .regex(/^[^,]*$/, 'write a name without a comma')

const audience = z.strictObject(
  {
    platforms: z
      .array(z.enum(platforms, `use ${platforms.join(', ')}`))
      .min(1, 'name one, or leave it out for all')
      .optional(),
    kinds: z
      .array(z.enum(kinds, `use ${kinds.join(', ')}`))
      .min(1, 'name one, or leave it out for all')
      .optional(),
    languages: z
      .array(z.enum(languages, `use ${languages.join(', ')}`))
      .min(1, 'name one, or leave it out for all')
      .optional(),
    topics: z.array(topic).min(1, 'name one, or leave it out for all').optional(),
  },
  { error: wrongKeys('platforms, kinds, languages and topics') },
)

/** The shape of an announcement as a file; moments are the venue's time unless they name an offset. */
function schemaFor(timeZone: string) {
  const moment = z
    .union([z.string(), z.date().transform((date) => date.toISOString())], 'write a time such as "2026-04-22 09:00"')
    .transform((written, context) => {
      const read = readMoment(written, timeZone)
      if (read) return read
      context.addIssue({
        code: 'custom',
        message: 'write a time at the venue such as "2026-04-22 09:00"',
        input: written,
      })
      return z.NEVER
    })
  return z.strictObject(
    {
      title: texts,
      body: texts.default({}),
      urgency: z.enum(urgencies, `use ${urgencies.join(' or ')}`).default('routine'),
      audience: audience.default({}),
      fallback: z.enum(languages, `use ${languages.join(', ')}`).optional(),
      sendAt: moment.optional(),
      sendNotAfter: moment.optional(),
      attachment: z
        .union(
          [path, z.array(path).max(mostFiles, `name at most ${mostFiles} files`)],
          'name a file, or a list of them',
        )
        .optional(),
      pingEveryone: z.boolean('use true or false').optional(),
    },
    { error: wrongKeys('title, body, urgency, audience, fallback, sendAt, sendNotAfter, attachment and pingEveryone') },
  )
}

/** Every fault by its place, value and remedy. */
export type ReadDraft = { readonly draft: Draft } | { readonly faults: readonly string[] }

/** Reads what a file holds. */
export function readDraft(value: unknown, timeZone: string): ReadDraft {
  const result = schemaFor(timeZone).safeParse(value)
  if (!result.success) return { faults: result.error.issues.map((issue) => faultOf(issue, value)) }
  const { title, body, urgency, audience, fallback, sendAt, sendNotAfter, attachment = [], pingEveryone } = result.data
  return {
    draft: {
      content: { title: present(title), body: present(body), ...(pingEveryone ? { callEveryone: true } : {}) },
      urgency,
      audience,
      fallback,
      sendAt,
      notAfter: sendNotAfter,
      attachments: [attachment].flat(),
    },
  }
}

/** Only texts that say something. */
function present(texts: Partial<Record<Language, string | undefined>>): Partial<Record<Language, string>> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([language, text]) =>
      text === undefined || text.trim() === '' ? [] : [[language, text.trim()]],
    ),
  )
}

function faultOf({ path, message }: z.core.$ZodIssue, value: unknown): string {
  const held = path.reduce<unknown>((inside, key) => (inside as Record<PropertyKey, unknown> | undefined)?.[key], value)
  const place = path.length === 0 ? '' : `${path.join('.')}${held === undefined ? '' : ` is ${JSON.stringify(held)}`}: `
  return `${place}${message}`
}

function wrongKeys(known: string): (issue: z.core.$ZodRawIssue) => string {
  return (issue) => {
    if (issue.code === 'unrecognized_keys') return `unknown: ${issue.keys.join(', ')}; known are ${known}`
    return issue.input === undefined ? `missing; write ${known}` : `write ${known}, each with its value`
  }
}
