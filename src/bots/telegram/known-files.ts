import { InputFile, type Api } from 'grammy'
import type { AttachmentRef } from '../../core/mailing/content.ts'
import { sendUpload } from './upload.ts'

/** Files of mailings: uploaded once, and named by Telegram's own id from then on. */
export type KnownFiles = {
  /**
   * Resolves when a file may be sent, with what is to be called afterwards: while one call uploads it, all others that
   * carry it wait.
   */
  readonly reserve: (file: AttachmentRef) => Promise<() => void>
  /** How the file is sent to a chat with some options; undefined if it is not stored. */
  readonly prepare: (file: AttachmentRef) => Promise<((chat: number, options: object) => Promise<string>) | undefined>
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
    async reserve({ id }) {
      for (let before = uploading.get(id); before && !known.has(id); before = uploading.get(id)) await before
      if (known.has(id)) return () => {}
      const { promise, resolve } = Promise.withResolvers<void>()
      uploading.set(id, promise)
      return () => {
        uploading.delete(id)
        resolve()
      }
    },
    async prepare(file) {
      const theirs = known.get(file.id)
      if (theirs !== undefined) return (chat, options) => send(api, chat, file, theirs, options)
      const bytes = await attachment(file.id)
      return bytes && ((chat, options) => send(uploads, chat, file, new InputFile(bytes, file.name), options))
    },
  }

  /** Returns the id of the message. */
  async function send(
    by: Api,
    chat: number,
    file: AttachmentRef,
    content: InputFile | string,
    options: object,
  ): Promise<string> {
    const sent = await sendUpload(by, chat, file, content, options)
    const theirs = sent.photo?.at(-1)?.file_id ?? sent.document?.file_id
    if (theirs !== undefined) known.set(file.id, theirs)
    return String(sent.message_id)
  }
}
