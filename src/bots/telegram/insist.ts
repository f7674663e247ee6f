import { setTimeout as pause } from 'node:timers/promises'
import { GrammyError } from 'grammy'
import type { Logger } from 'pino'
import { backOff } from '../../core/back-off.ts'
import { OperatorError } from '../../knowledge/fault.ts'
import { failureIn } from './errors.ts'
import { Stopped } from './pace.ts'

/** Telegram can't be used. The message names the setting. */
class TelegramError extends OperatorError {
  override readonly name = 'TelegramError'
}

/** A setting that Telegram may refuse. */
type Setting = keyof typeof remedies

const remedies = {
  TELEGRAM_BOT_TOKEN: 'Copy the token anew from @BotFather.',
  TELEGRAM_WEBHOOK_URL: 'It must be an https address that Telegram can reach, on port 443, 80, 88 or 8443.',
} as const

const pauses = { firstMs: 1000, longestMs: 60_000 }

/**
 * A call without which there is no start. A server that is away is waited for: whoever starts the bot may be starting
 * the network too. Throws a TelegramError for what Telegram refuses, which is a fault of the setting, and Stopped when
 * we are being stopped.
 */
export async function insist<T>(
  setting: Setting,
  call: () => Promise<T>,
  { stopping, log }: { readonly stopping: AbortSignal; readonly log: Logger },
): Promise<T> {
  for (let failures = 1; ; failures++) {
    try {
      return await call()
    } catch (error) {
      if (error instanceof Stopped || stopping.aborted) throw new Stopped()
      const failure = failureIn(error)
      if (error instanceof GrammyError && failure?.kind !== 'flood' && failure?.kind !== 'trouble') {
        throw new TelegramError(`Telegram refuses ${setting}: ${error.description}. ${remedies[setting]}`, {
          cause: error,
        })
      }
      log.warn({ err: error }, 'Telegram does not answer; trying again')
      await pause(backOff(failures, pauses), undefined, { signal: stopping }).catch(() => {})
    }
  }
}
