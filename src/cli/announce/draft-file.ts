import { createReadStream } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { text as textOf } from 'node:stream/consumers'
import { load } from 'js-yaml'
import { readDraft, type Draft } from '../../core/announcements/draft.ts'
import { largestFile, type GivenFile } from '../../core/announcements/file.ts'
import type { TopicStore } from '../../core/mailing/topic-store.ts'
import { topicsNamed } from '../../core/mailing/topic.ts'
import { helpTexts } from '../help.ts'
import { misused } from '../parse.ts'
import { AnnounceError } from './verb.ts'

/** `directory`: that of the file, to which paths in it refer; `given`: the keys that it has. */
export type DraftFile = { readonly draft: Draft; readonly directory: string; readonly given: readonly string[] }

/**
 * A draft from a file or from standard input, YAML or JSON; every fault at once, with its place. Topics are named in
 * any language, and become ids; a name of none stays as it is.
 */
export async function readDraftFile(
  path: string | undefined,
  timeZone: string,
  stdin: NodeJS.ReadableStream,
  topics: Pick<TopicStore, 'all'>,
): Promise<DraftFile> {
  if (path === undefined) throw misused('Say --file FILE, or --file - to read from standard input', helpTexts.announce)
  const value = await readValue(path, stdin)
  const read = readDraft(value, timeZone)
  if ('faults' in read)
    throw new AnnounceError(`${path} is no announcement:\n${read.faults.map((fault) => `  ${fault}`).join('\n')}`)
  const { audience } = read.draft
  const { ids, unknown } = topicsNamed(audience.topics ?? [], await topics.all())
  const draft = audience.topics
    ? { ...read.draft, audience: { ...audience, topics: [...ids, ...unknown] } }
    : read.draft
  return { draft, directory: path === '-' ? '.' : dirname(path), given: Object.keys(value as object) }
}

/** What a file or standard input ("-") holds, as YAML or JSON. */
export async function readValue(path: string, stdin: NodeJS.ReadableStream): Promise<unknown> {
  return parsed(path === '-' ? await textOf(stdin) : String(await readOrRefuse(path, `--file ${path}`)), path)
}

/** The files that a draft names. */
export async function readAttachments(names: readonly string[], directory: string): Promise<GivenFile[]> {
  const given: GivenFile[] = []
  for (const name of names) {
    const path = resolve(directory, name)
    const bytes = await readOrRefuse(path, `attachment ${path}`)
    if (bytes.length === 0) throw new AnnounceError(`attachment ${path} is empty`)
    given.push({ name: basename(path), bytes })
  }
  return given
}

/** Whole, unless it is larger than anything that can be sent: a device has no end. */
async function readOrRefuse(path: string, what: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      if ((length += chunk.length) > largestFile) break
    }
  } catch (error) {
    throw new AnnounceError(`${what} can't be read: ${messageOf(error)}`, { cause: error })
  }
  if (length > largestFile)
    throw new AnnounceError(`${what} has more than ${largestFile} bytes, the most that can be sent on both platforms`)
  return Buffer.concat(chunks)
}

function parsed(written: string, path: string): unknown {
  try {
    return load(written)
  } catch (error) {
    throw new AnnounceError(`${path} is neither YAML nor JSON: ${messageOf(error)}`, { cause: error })
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
