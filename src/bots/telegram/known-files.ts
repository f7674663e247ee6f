import { InputFile, type Api } from 'grammy'
import type { AttachmentRef } from '../../core/mailing/content.ts'
import { sendFiles, uploadedId, type Handed } from './upload.ts'

/** Files of mailings: uploaded once, and named by Telegram's own id from then on. */
export type KnownFiles = {
  /**
   * Resolves when files may be sent, with what is to be called afterwards: while one call uploads them, all others that
   * carry one of them wait.
   */
  readonly reserve: (files: readonly AttachmentRef[]) => Promise<() => void>
  /**
   * How files are sent to a chat with some options, several as an album; undefined if one is not stored. Gives the ids
   * of the messages.
   */
  readonly prepare: (
    files: readonly AttachmentRef[],
  ) => Promise<((chat: number, captions: readonly string[], options: object) => Promise<readonly string[]>) | undefined>
}

/** `uploads`: for calls that carry a file, which take longer. `attachment`: the content of a stored file. */
export function knowFiles({
  api,
  uploads,
  attachment,
}: {
  readonly api: Api
  readonly uploads: Api
  readonly attachment: (id: string) => Promise<Uint8Array | undefined>
}): KnownFiles {
  /** Telegram's ids by ours. */
  const known = new Map<string, string>()
  const uploading = new Map<string, Promise<void>>()
  return {
    reserve,
    async prepare(files) {
      const handed = await Promise.all(files.map(hand))
      if (!handed.every((one) => one !== undefined)) return undefined
      const by = handed.every(({ content }) => typeof content === 'string') ? api : uploads
      return (chat, captions, options) => send(by, chat, handed, captions, options)
    },
  }

  async function reserve(files: readonly AttachmentRef[]): Promise<() => void> {
    const strange = files.map(({ id }) => id).filter((id) => !known.has(id))
    const before = strange.map((id) => uploading.get(id)).find((one) => one !== undefined)
    if (before) return before.then(() => reserve(files))
    const { promise, resolve } = Promise.withResolvers<void>()
    for (const id of strange) uploading.set(id, promise)
    return () => {
      for (const id of strange) uploading.delete(id)
      resolve()
    }
  }

  async function hand(file: AttachmentRef): Promise<Handed | undefined> {
    const theirs = known.get(file.id)
    if (theirs !== undefined) return { file, content: theirs }
    const bytes = await attachment(file.id)
    return bytes && { file, content: new InputFile(bytes, file.name) }
  }

  async function send(
    by: Api,
    chat: number,
    files: readonly Handed[],
    captions: readonly string[],
    options: object,
  ): Promise<readonly string[]> {
    const sent = await sendFiles(by, chat, files, captions, options)
    for (const [at, one] of sent.entries()) {
      const theirs = uploadedId(one)
      if (theirs !== undefined) known.set(files[at]!.file.id, theirs)
    }
    return sent.map(({ message_id: id }) => String(id))
  }
}
