import type { Made } from './operator.ts'

/** Settings, and nothing else. */
export const env = (more: Record<string, string | undefined>) => (): Made => ({ env: more })
/** Instead of the good one for Telegram. */
export const noToken = { TELEGRAM_BOT_TOKEN: undefined, TELEGRAM_API_ROOT: undefined }
