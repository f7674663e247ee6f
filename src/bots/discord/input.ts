import type { GatewayMessageCreateDispatchData } from 'discord.js'
import type { Input } from '../../core/organizers/writing/input.ts'

/** Milliseconds that a file may take. */
const patienceMs = 30_000

/** A file that was sent along, where Discord keeps it. */
type SentFile = { readonly url: string; readonly name: string }

/** What somebody wrote in private, with its files. */
export function readInput({ content, attachments }: GatewayMessageCreateDispatchData): Promise<Input> {
  return inputOf(
    content,
    attachments.map(({ url, filename }) => ({ url, name: filename })),
  )
}

/** Words, and perhaps files, which may be lost on their way. */
export async function inputOf(text: string, sent: readonly SentFile[]): Promise<Input> {
  if (sent.length === 0) return { text }
  const fetched = await Promise.all(sent.map(fetchFile))
  const files = fetched.filter((one) => one !== undefined)
  return { text, files, fileLost: files.length < sent.length }
}

async function fetchFile({ url, name }: SentFile): Promise<{ name: string; bytes: Uint8Array } | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(patienceMs) })
    return response.ok ? { name, bytes: new Uint8Array(await response.arrayBuffer()) } : undefined
  } catch {
    return undefined
  }
}
