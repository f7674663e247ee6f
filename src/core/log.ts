import { pino, type Logger } from 'pino'

/**
 * A logger of JSON lines to standard error, so that standard output holds answers only. Secrets are cut from every
 * finished line, because libraries put tokens into addresses inside error causes, where pino's `redact` does not reach.
 */
export function createLog(level: string, secrets: readonly string[] = []): Logger {
  const cut = (line: string): string => secrets.reduce((text, secret) => text.replaceAll(secret, '[secret]'), line)
  return pino({ level, hooks: { streamWrite: cut } }, pino.destination({ dest: 2, sync: true }))
}
