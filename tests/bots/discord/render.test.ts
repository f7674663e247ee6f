import { describe, expect, test } from 'vitest'
import { buttonData } from '../../../src/bots/button-data.ts'
import { escapeMarkdown } from '../../../src/bots/discord/escape.ts'
import { dress } from '../../../src/bots/discord/render.ts'
import { entryKeys } from '../../../src/bots/entry-keys.ts'
import type { Button, Page } from '../../../src/core/pages/page.ts'

const entries = Array.from({ length: 60 }, (_, nth) => ({ id: `e${nth}` }))
const data = buttonData(entryKeys(() => entries))

function aPage(changes: Partial<Page>): Page {
  return { language: 'en', lines: [{ kind: 'fact', text: 'Fact' }], buttons: [], ...changes }
}

describe('escapeMarkdown', () => {
  test.for([
    ['**bold** _it_ `c` ~~s~~ ||x||', String.raw`\*\*bold\*\* \_it\_ \`c\` \~\~s\~\~ \|\|x\|\|`],
    ['# Heading', String.raw`\# Heading`],
    ['first\n## Heading\n- item\n1. one\n> quote', 'first\n\\## Heading\n\\- item\n1\\. one\n\\> quote'],
    ['13–15 May, no. 3 - yes #4', '13–15 May, no. 3 - yes #4'],
    ['[x](https://a.example/b_c)', String.raw`\[x\](https://a.example/b_c)`],
    ['https://a.example/b_c', 'https://a.example/b_c'],
    ['<@1> <@&2> <#3> <t:1> <:e:1>', String.raw`\<@1> \<@&2> \<#3> \<t:1> \<\:e:1>`],
    ['@everyone @here info@a.example', '@\u200beveryone @\u200bhere info@a.example'],
    [':fire: 10:30', String.raw`\:fire: 10:30`],
    ['a\\*b', String.raw`a\\\*b`],
  ] as const)('says %j as %j', ([text, escaped]) => expect(escapeMarkdown(text)).toBe(escaped))
})

describe('dress', () => {
  test('puts where it stands into the footer', () => {
    const [message] = dress(
      aPage({
        lines: [
          { kind: 'fact', text: 'Fact' },
          { kind: 'item', text: 'one' },
          { kind: 'source', text: 'Bulletin, §2' },
        ],
      }),
      data,
    )
    expect(message!.embeds[0]).toMatchObject({ description: '**Fact**\n• one', footer: { text: 'Bulletin, §2' } })
  })

  test('makes several messages of what one can’t hold, the buttons under the last', () => {
    const button: Button = { label: 'More', do: 'show', entry: 'e1' }
    const messages = dress(
      aPage({ lines: [{ kind: 'text', text: '*word* '.repeat(3000) }], buttons: [[button]] }),
      data,
    )
    expect(messages.every(({ embeds: [embed] }) => embed!.description!.length <= 4096)).toBe(true)
    expect(messages.map(({ components }) => components.length)).toEqual([...messages.slice(1).map(() => 0), 1])
  })

  test('joins rows where there are too many, short ones at the foot first: the first stays alone', () => {
    const rows = [1, 3, 2, 2, 1, 2, 1].map((length) =>
      Array.from({ length }, (): Button => ({ label: 'x', do: 'mine', page: 0 })),
    )
    const [message] = dress(aPage({ buttons: rows }), data)
    expect(message!.components.map(({ components }) => components.length)).toEqual([1, 3, 2, 3, 3])
  })

  test('turns more choices than there are rows into menus, and leaves the ways to other pages buttons', () => {
    const topics = Array.from({ length: 12 }, (_, nth): Button[] => [
      { label: `Topic ${nth}`, do: 'open', entry: `e${nth}` },
    ])
    const [message] = dress(
      aPage({
        buttons: [
          ...topics,
          [{ label: 'Previous', do: 'browse', chapter: '11', page: 0 }],
          [{ label: 'All', do: 'browse', page: 0 }],
        ],
      }),
      data,
    )
    const rows = message!.components as { components: { label?: string; options?: { label: string }[] }[] }[]
    expect(rows.map(({ components: [first] }) => first!.options?.length ?? first!.label)).toEqual([
      12,
      'Previous',
      'All',
    ])
  })

  test('holds sixty choices', () => {
    const many = Array.from({ length: 60 }, (_, nth): Button[] => [
      { label: `Topic ${nth}`, do: 'show', entry: `e${nth}` },
    ])
    const [message] = dress(aPage({ buttons: many }), data)
    expect(message!.components.map((row) => (row.components[0] as { options: unknown[] }).options.length)).toEqual([
      25, 25, 10,
    ])
  })
})
