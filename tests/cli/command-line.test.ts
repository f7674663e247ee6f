import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { anEdition, aPackOf, questionOf, replaceFile } from '../support/editions.ts'
import { runAsk } from '../../src/cli/commands.ts'
import { UsageError } from '../../src/cli/parse.ts'
import { readConfig } from '../../src/operation/config.ts'
import { aDirectory, smallPack } from '../support/packs.ts'
import { createTranscript } from '../support/transcript.ts'

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

function run(args: readonly string[], { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    input,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  return { status, stdout, stderr }
}

/** Lines of a batch that are one conversation. */
function inSession(session: string, ...turns: readonly object[]): string[] {
  return turns.map((turn) => JSON.stringify({ ...turn, language: 'en', session }))
}

describe('ask', () => {
  test('answers one question, and explains itself before that, with the rule that decided', () => {
    const { status, stdout } = run(['ask', 'third consultation', '--explain', '--language', 'en'])
    expect(status).toBe(0)
    const [explained, answer] = stdout.split(/\n\n(?=13–15 May 2025, Ashgabat)/)
    expect(explained).toContain('consultation-3 (ordinal holds)')
    expect(explained).toContain('answered by rule numbered-member')
    expect(answer).toMatch(/^13–15 May 2025, Ashgabat/)
  })

  test.for([{ args: ['--colour'] }, { args: ['x', '--language', 'de'] }])('is misused by $args', async ({ args }) => {
    await expect(runAsk(args, readConfig({}), { builtIn: smallPack, environment: {} })).rejects.toThrow(UsageError)
  })

  test('is stopped by a faulty pack', async () => {
    const directory = aDirectory({ 'entries.yaml': '- { id: a }' })
    const asked = runAsk(['x', '--knowledge', directory], readConfig({}), { builtIn: smallPack, environment: {} })
    await expect(asked).rejects.toThrow(/entry a/)
  })

  test('converses until the input ends', () => {
    const { status, stdout } = run(['ask', '--language', 'en'], {
      input: 'When was the third consultation?\nand where?\n',
    })
    expect({ status, answers: stdout.split('13–15 May 2025, Ashgabat').length - 1 }).toEqual({ status: 0, answers: 2 })
  })

  test('answers a batch in order, with errors in their places, and each session by itself', () => {
    const lines = [
      '{"id":1,"text":"When is the summit?","language":"en"}',
      'nonsense',
      '{"id":3,"text":7}',
      '{"id":"4","text":"привет","language":"fr"}',
      '{"id":5,"text":"сколько тем?","language":"ru","now":"2026-04-22T09:00:00Z"}',
      ...inSession('s', { id: 6, text: 'When was the fourth consultation?' }, { id: 7, text: 'and where?' }),
      ...inSession(
        't',
        { id: 'a', text: 'When was the fourth consultation?' },
        { id: 'b', text: 'When is the summit?' },
        { id: 'c', text: 'and where?', replyTo: 'a' },
      ),
    ]
    const { status, stdout } = run(['ask', '--batch'], { input: `${lines.join('\n')}\n` })
    const replies = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(status).toBe(0)
    expect(replies.map(({ id, status }) => [id, status])).toEqual([
      [1, 'answered'],
      [null, 'error'],
      [3, 'error'],
      ['4', 'error'],
      [5, 'answered'],
      ...[6, 7, 'a', 'b', 'c'].map((id) => [id, 'answered']),
    ])
    const entriesOf = (sought: number | string) => replies.find(({ id }) => id === sought)!.entries
    expect(entriesOf(7)).toEqual(['consultation-4'])
    // Of the session, the answer that it replies to.
    expect(entriesOf('c')).toEqual(['consultation-4'])
    expect(Object.keys(replies[0]!)).toEqual([
      'id',
      'status',
      'language',
      'text',
      'entries',
      'suggestions',
      'confidence',
      'ranked',
      'rule',
    ])
  })
})

describe('knowledge check', () => {
  test('names the faults of a bad one and exits with 1', () => {
    const directory = aDirectory({ 'entries.yaml': '- { id: a, dates: "2025-02-30" }' })
    expect(run(['knowledge', 'check', directory])).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('no such day') as string,
    })
  })
})

describe('start', () => {
  test('opens the conversation when no platform is set', () => {
    expect(run([], { input: 'саммит қайда өтеді?\n' })).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Астана, Қазақстан') as string,
    })
  })

  test('goes on by the pack as it becomes, and says why one is refused', async () => {
    const directory = aDirectory(aPackOf(anEdition('edition A')))
    const child = spawn(process.execPath, [main], {
      env: { ...process.env, KNOWLEDGE: directory, DEFAULT_LANGUAGE: 'en' },
    })
    onTestFinished(() => void child.kill())
    const { said, write } = createTranscript()
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', write)
    /** The words of a pack that is replaced answer at the next question after it was taken over. */
    const askUntil = async (answer: RegExp): Promise<void> => {
      const asking = setInterval(() => child.stdin.write(`${questionOf(0)}\n`), 200)
      await said(answer).finally(() => clearInterval(asking))
    }
    await askUntil(/edition A/)
    replaceFile(directory, 'entries.yaml', '- { id: a }')
    await said(/has 1 fault/)
    replaceFile(directory, 'entries.yaml', anEdition('edition B'))
    await askUntil(/edition B/)
    child.stdin.end()
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  test('is stopped by faulty settings, all of them named', () => {
    const { status, stdout, stderr } = run([], { env: { LOG_LEVEL: 'loud', DEFAULT_LANGUAGE: 'de' } })
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(/LOG_LEVEL.*"loud"/)
    expect(stderr).toMatch(/DEFAULT_LANGUAGE.*"de"/)
  })

  test('refuses what is no command with 2', () => expect(run(['dance']).status).toBe(2))
})
