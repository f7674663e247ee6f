import { createInterface } from 'node:readline/promises'

/** Where a command talks to whoever started it; `process` is one. Only a terminal is asked anything. */
export type Terminal = {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean }
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean }
}

/** Asks in a terminal; undefined where nobody can answer. */
export async function confirm(question: string, { stdin, stdout }: Terminal): Promise<boolean | undefined> {
  if (!stdin.isTTY || !stdout.isTTY) return undefined
  const lines = createInterface({ input: stdin, output: stdout })
  try {
    return /^(?:y|yes)$/i.test((await lines.question(`${question} [y/N] `)).trim())
  } finally {
    lines.close()
  }
}
