import type { GatewayMessageCreateDispatchData } from 'discord.js'
import type { Input } from '../../core/organizers/writing/input.ts'

/** Milliseconds that a file may take. */
const patienceMs = 30_000

/** What somebody wrote in private, or the first file of it. Undefined for a file that can't be had. */
export async function readInput({
  content,
  attachments,
}: GatewayMessageCreateDispatchData): Promise<Input | undefined> {
  const [file] = attachments
  if (!file) return { text: content }
  try {
    const response = await fetch(file.url, { signal: AbortSignal.timeout(patienceMs) })
    return response.ok
      ? { text: content, file: { name: file.filename, bytes: new Uint8Array(await response.arrayBuffer()) } }
      : undefined
  } catch {
    return undefined
  }
}
