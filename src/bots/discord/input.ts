import type { GatewayMessageCreateDispatchData } from 'discord.js'
import type { Input } from '../../core/organizers/writing/input.ts'

/** Milliseconds that a file may take. */
const patienceMs = 30_000

/** A file that was sent along, where Discord keeps it. */
type SentFile = { readonly url: string; readonly name: string }

/** What somebody wrote in private, with the first file of it. */
export function readInput({ content, attachments }: GatewayMessageCreateDispatchData): Promise<Input> {
  const [file] = attachments
  return inputOf(content, file && { url: file.url, name: file.filename })
}

/** Words, and perhaps a file, which may be lost on its way. */
export async function inputOf(text: string, file: SentFile | undefined): Promise<Input> {
  if (!file) return { text }
  try {
    const response = await fetch(file.url, { signal: AbortSignal.timeout(patienceMs) })
    if (!response.ok) return { text, fileLost: true }
    return { text, file: { name: file.name, bytes: new Uint8Array(await response.arrayBuffer()) } }
  } catch {
    return { text, fileLost: true }
  }
}
