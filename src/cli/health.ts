import { OperatorError } from '../knowledge/fault.ts'
import type { Config } from '../operation/config.ts'
import { helpTexts } from './help.ts'
import { misused } from './parse.ts'

const patienceMs = 3000

/** Addresses that mean "all of this machine's" are none that can be asked. */
const asked: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' }

/** `health`: how the program that runs on this machine is doing. Throws an OperatorError if it does not answer. */
export async function runHealth(args: readonly string[], { http: { host, port } }: Config): Promise<void> {
  if (args.length > 0) throw misused('Nothing more is to be said', helpTexts.health)
  if (port === 0) throw new OperatorError('HTTP_PORT is 0, any free port, so that nobody knows whom to ask; set it')
  const name = asked[host] ?? host
  const address = `http://${name.includes(':') ? `[${name}]` : name}:${port}/healthz`
  const response = await fetch(address, { signal: AbortSignal.timeout(patienceMs) }).catch((error: unknown) => {
    const reason = error instanceof Error && error.cause instanceof Error ? error.cause : error
    const why = reason instanceof Error ? reason.message : String(reason)
    throw new OperatorError(`no answer from ${address}: ${why}; is the program running, with this HTTP_PORT?`)
  })
  const said = await response.text()
  if (!response.ok) throw new OperatorError(`${address} answers ${response.status}: ${said}`)
  process.stdout.write(`${said}\n`)
}
