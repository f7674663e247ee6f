import { beforeEach, describe, expect, test } from 'vitest'
import {
  openEntryPrompts,
  type EntryPrompt,
  type EntryPrompts,
} from '../../../../src/core/organizers/writing/entry-prompts.ts'
import type { Visitor } from '../../../../src/core/pages/visitor.ts'
import { openStore } from '../../../../src/core/store/open.ts'
import { anAnnouncement, noon } from '../../../support/shown.ts'

const organizer: Visitor = { person: { platform: 'telegram', id: '99' }, session: 's', now: noon }
const prompt = { announcement: '1', field: 'when' } as const
const correction = { announcement: '1', field: 'correct-ru', text: '{"ru":"Зал"}' } as const

let prompts: EntryPrompts

beforeEach(async () => {
  const store = await openStore('sqlite::memory:')
  for (let nth = 0; nth < 2; nth++) await store.announcements.create(anAnnouncement(), noon)
  prompts = openEntryPrompts(store.prompts)
})

/** Asked for just now. */
function open(one: EntryPrompt) {
  return { ...one, waits: false, offered: false }
}

function later(ms: number): Visitor {
  return { ...organizer, now: new Date(noon.getTime() + ms) }
}

describe('what an organizer is asked for', () => {
  test('is open until something is entered, and nothing else is', async () => {
    await prompts.ask(organizer, prompt)
    expect([await prompts.open(organizer), await prompts.entered(organizer)]).toEqual([open(prompt), undefined])
    await prompts.keepEntered(organizer, correction)
    expect([await prompts.open(organizer), await prompts.entered(organizer)]).toMatchObject([
      { offered: true },
      correction,
    ])
  })

  test('is one thing at a time, and each organizer’s own', async () => {
    const other = { ...organizer, person: { platform: 'discord', id: '99' } } as const
    await prompts.ask(organizer, prompt)
    await prompts.ask(organizer, { announcement: '2', field: 'file' })
    expect(await prompts.open(organizer)).toEqual(open({ announcement: '2', field: 'file' }))
    expect(await prompts.open(other)).toBeUndefined()
  })

  test('is nothing any more once it was cleared', async () => {
    await prompts.ask(organizer, prompt)
    await prompts.clear(organizer)
    expect(await prompts.open(organizer)).toBeUndefined()
  })

  test('waits after half an hour or a command, and is forgotten after two days', async () => {
    await prompts.ask(organizer, prompt)
    expect(await prompts.open(later(30 * 60_000))).toEqual(open(prompt))
    expect(await prompts.open(later(30 * 60_000 + 1))).toEqual({ ...open(prompt), waits: true })
    expect(await prompts.open(later(48 * 60 * 60_000 + 1))).toBeUndefined()
    await prompts.setAside(organizer)
    expect(await prompts.open(organizer)).toEqual({ ...open(prompt), waits: true })
  })
})
