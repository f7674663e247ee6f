import { extname } from 'node:path'
import type { AttachmentRef } from '../mailing/content.ts'

/** Bytes that both platforms take: Discord 10 MiB without boosts, Telegram 10 MB as a picture. */
export const largestFile = 10_000_000

/** Types that are shown rather than handed over, and the most usual others. */
const types: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.pdf': 'application/pdf',
  '.ics': 'text/calendar',
  '.txt': 'text/plain',
}

/** The type of a file by its name. */
export function typeOf(name: string): string {
  return types[extname(name).toLowerCase()] ?? 'application/octet-stream'
}

/** Where files of announcements are kept. */
export type FileStore = {
  readonly attach: (name: string, type: string, bytes: Uint8Array) => Promise<AttachmentRef>
  readonly attachment: (id: string) => Promise<Uint8Array | undefined>
}
