import { expect, test } from 'vitest'
import { holdKnowledge } from '../../../src/core/knowledge-base/knowledge.ts'
import { loadKnowledge } from '../../../src/core/knowledge-base/load-knowledge.ts'
import { openEach } from '../../../src/core/knowledge-base/open-each.ts'
import { openPacks } from '../../../src/core/knowledge-base/open-packs.ts'
import { describeFault } from '../../../src/knowledge/fault.ts'
import { replaceFile } from '../../support/editions.ts'
import { aDirectory } from '../../support/packs.ts'

const pace = { everyMs: 10, settledMs: 20 }

function aPackOf(id: string, entries: string): string {
  return aDirectory({ 'pack.yaml': `id: ${id}\n`, 'entries.yaml': entries })
}

const lunch = '- {id: lunch, title: Lunch, text: Lunch is at noon.}\n'
const faulty = '- {id: lunch, title: Lunch, place: atlantis}\n'

/** In this thread, which costs less than one for each. */
async function open(paths: readonly [string, ...string[]]) {
  return openEach(paths, (path) => loadKnowledge(path).then(holdKnowledge))
}

test('packs are opened together, each with what is wrong with it', async () => {
  const each = await open([aPackOf('one', lunch), aPackOf('two', lunch)])
  expect(each.map(({ current }) => current().pack.id)).toEqual(['one', 'two'])
  const [good, bad, other] = [aPackOf('one', lunch), aPackOf('two', faulty), aPackOf('three', faulty)] as const
  const message = `The knowledge pack ${bad} has 1 fault:\n  entries.yaml, line 1, entry lunch: place names atlantis`
  await expect(open([good, bad])).rejects.toThrow(message)
  await expect(open([bad, good, other])).rejects.toThrow(new RegExp(`${bad} has 1 fault[^]*${other} has 1 fault`))
})

test('packs that can’t be told apart are refused', async () => {
  const [one, other] = [aPackOf('same', lunch), aPackOf('same', lunch)] as const
  await expect(open([one, other])).rejects.toThrow(
    `The packs ${one} and ${other} have the same id, same; give one another id in its pack.yaml`,
  )
})

test('each pack follows its own files; what is refused of one leaves it as it was, and the others too', async () => {
  const [one, two] = [aPackOf('one', lunch), aPackOf('two', lunch)] as const
  // So that it is read from compiled files.
  await open([one, two])
  const { each, follow, onReplaced } = await openPacks([one, two])
  const heard: string[] = []
  let hear = Promise.withResolvers<void>()
  const next = (): Promise<void> => hear.promise.finally(() => (hear = Promise.withResolvers()))
  const end = onReplaced(() => heard.push('replaced'))
  await using _following = follow({
    pace,
    onReplaced({ pack }) {
      heard.push(`${pack.id} has ${pack.entries.length}`)
      hear.resolve()
    },
    onRefused(faults, { pack, path }) {
      heard.push(`${pack.id} at ${path}: ${faults.map(describeFault).join()}`)
      hear.resolve()
    },
  })
  replaceFile(two, 'entries.yaml', faulty)
  await next()
  replaceFile(one, 'entries.yaml', `${lunch}- {id: tea, title: Tea, text: Tea is at five.}\n`)
  await next()
  replaceFile(one, 'pack.yaml', 'id: two\n')
  await next()
  end()
  expect(heard).toEqual([
    expect.stringMatching(`^two at ${two}: entries.yaml, line 1, entry lunch: place names atlantis`),
    'replaced',
    'one has 2',
    `one at ${one}: pack.yaml, id: another pack has the id two; write another one`,
  ])
  expect(each.map(({ current }) => current().pack.entries.length)).toEqual([2, 1])
  expect(each.map(({ current }) => current().pack.id)).toEqual(['one', 'two'])
})
