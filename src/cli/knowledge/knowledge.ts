import { helpTexts } from '../help.ts'
import { orMeant } from '../nearest.ts'
import { misused, parse } from '../parse.ts'
import type { Terminal } from './terminal.ts'

type Verb = (args: readonly string[], terminal: Terminal) => Promise<void>

/** Each loads what it needs when it is called: checking a pack needs no reader of spreadsheets. */
const verbs = new Map<string, () => Promise<Verb>>([
  ['check', async () => (await import('./check.ts')).check],
  ['compile', async () => (await import('./compile.ts')).compile],
  ['import', async () => (await import('./import.ts')).importInto],
  ['new', async () => (await import('./new.ts')).makeNew],
  ['template', async () => (await import('./template.ts')).template],
  ['test', async () => (await import('./test.ts')).testQuestions],
])

/**
 * `knowledge VERB …`: makes and looks after a pack. Throws a UsageError for a command line that can't be understood,
 * another OperatorError for what can't be done.
 */
export async function runKnowledge([name, ...args]: readonly string[], terminal: Terminal): Promise<void> {
  const load = name === undefined ? undefined : verbs.get(name)
  if (!load) {
    if (name?.startsWith('-')) parse([name], helpTexts.knowledge, {})
    const what = name === undefined ? 'Say what to do' : `There is no knowledge ${name}${orMeant(name, verbs.keys())}`
    throw misused(what, helpTexts.knowledge)
  }
  await (
    await load()
  )(args, terminal)
}
