import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino'

/**
 * A logger of JSON lines, with levels by name and moments in UTC. They go to standard error unless another destination
 * is given, so that standard output holds answers only. Secrets are cut from every finished line, because libraries put
 * tokens into addresses inside error causes, where pino's `redact` does not reach.
 */
export function createLog(
  level: string,
  secrets: readonly string[] = [],
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Logger {
  const cut = (line: string): string => secrets.reduce((text, secret) => text.replaceAll(secret, '[secret]'), line)
  const readable = { formatters: { level: (label: string) => ({ level: label }) }, timestamp: stdTimeFunctions.isoTime }
  return pino({ level, ...readable, hooks: { streamWrite: cut }, serializers: { err: describe } }, destination)
}

/** An error without whatever else its library hung on it: the message that somebody sent, the call with its texts. */
function describe(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) }
  const { name, message, stack, cause } = error
  const code = 'code' in error ? error.code : undefined
  // grammY keeps the reason under `error`, the language under `cause`.
  const reason = cause ?? ('error' in error ? error.error : undefined)
  return { name, message, code, stack, ...(reason instanceof Error ? { reason: describe(reason) } : {}) }
}
