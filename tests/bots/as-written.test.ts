import { expect, test } from 'vitest'
import type { MessageEntity } from 'grammy/types'
import { copyFor } from '../../src/core/mailing/copy.ts'
import { feetOf, type Reader } from '../../src/core/mailing/foot.ts'
import { textsOf } from '../../src/core/organizers/writing/written.ts'
import { partsOf as discordParts } from '../../src/bots/discord/copy.ts'
import { partsOf as telegramParts } from '../../src/bots/telegram/copy.ts'
import { messageToMarkdown } from '../../src/bots/telegram/to-markdown.ts'
import { parseHtml } from '../support/telegram/html.ts'
import { shownByDiscord } from '../support/discord/markdown.ts'

/** Numbers that look random and are the same each time: mulberry32. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const scripts = {
  Cyrillic: [
    'Зал',
    'изменён',
    'ұйымдастырушы',
    'Кешкі',
    'ас',
    'в',
    '19:00',
    'әріптестер,',
    '«Астана»',
    'ШЫҰ',
    'өтеді.',
  ],
  Latin: ['Hall', 'changed', 'to', 'B', 'dinner', 'at', 'o’clock', 'O’zbekiston', 'São', 'façade,', '“quoted”', 'end.'],
  Arabic: ['القاعة', 'تغيرت', 'إلى', 'الساعة', '٧', 'مساءً،', 'في', 'أستانا'],
}

/** What people write between words, and what mark-up might take for its own. */
const things = [
  '205.',
  '101.',
  '2)',
  '1991.',
  '21.04',
  '-',
  '–',
  '•',
  '+7 (701) 123-45-67',
  '*111*2#',
  '*100#',
  'RES*2026*guest',
  '_summit_2026_',
  '__init__',
  '5*6*7',
  '2 * 3',
  'a_b@example.org',
  'https://instagram.com/_eco_/',
  'https://example.org/__init__.py?a=1&b=*2*',
  'https://t.me/_res_',
  '<b>',
  '</b>',
  '<https://example.org/a_b>',
  '&amp;',
  'R&D',
  '#5',
  '# 5',
  '> 3',
  '[1]',
  '[1](2)',
  '(см. ниже)',
  '@everyone',
  '@here',
  ':smile:',
  '😀',
  'C:\\temp\\_new',
  '\\\\server\\share',
  '¯\\_(ツ)_/¯',
  '~5',
  'да/нет',
  '10 | 20',
  '100 %',
  '$5',
  '№ 7',
  '=SUM(A1)',
]

const blanks = [' ', ' ', ' ', '  ', '\n', '\n', '\n\n', '\n\n\n', '\n   ']

function aText(random: () => number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const words = pick(Object.values(scripts))
  const length = 3 + Math.floor(random() * 25)
  const parts = Array.from({ length }, () => (random() < 0.35 ? pick(things) : pick(words)) + pick(blanks))
  return `${pick(words)} ${parts.join('')}`.trim()
}

/** What readers see of a text on both platforms. */
function arrived(markdown: string): { telegram: string; discord: string } {
  const mailing = { content: textsOf({ en: markdown }), fallback: undefined }
  const copy = { ...copyFor(mailing, ['en'], 'Asia/Almaty'), feet: feetOf(mailing, reader, () => 'RES 2026') }
  const html = telegramParts(copy).map((part) => parseHtml(part.html))
  expect(html[0]).not.toHaveProperty('fault')
  const [part] = discordParts(copy)
  const written = part!.content === '' ? part!.embeds[0]!.description! : part!.content
  return { telegram: html.map((one) => ('text' in one ? one.text : '')).join('\n'), discord: shownByDiscord(written) }
}

const reader: Reader = { platform: 'telegram', kind: 'person', languages: ['en'], follows: [] }

const foot = 'From the organizers of RES 2026, since you subscribed · /unsubscribe'

/** The title stands apart, and who sends it stands below, `small` in Discord; nothing else is changed. */
function asRead(text: string, small = ''): string {
  const [title = '', ...body] = text.split('\n')
  return [title.trim(), body.join('\n').trim(), small + foot].filter((one) => one !== '').join('\n\n')
}

test('2 000 texts without mark-up in three scripts arrive letter for letter on both platforms', () => {
  const random = numbers(20_260_422)
  for (let nth = 0; nth < 2000; nth++) {
    const text = aText(random)
    expect(arrived(text), JSON.stringify(text)).toEqual({ telegram: asRead(text), discord: asRead(text, '⟪-# ⟫') })
  }
})

test('so they do where one word was made code, bold or a quote in the app', () => {
  const random = numbers(7)
  for (let nth = 0; nth < 500; nth++) {
    const text = aText(random)
    const [, ...words] = [...text.matchAll(/\S+/g)]
    const word = words[Math.floor(random() * words.length)]!
    const type = (['code', 'bold', 'italic', 'underline', 'spoiler', 'strikethrough'] as const)[nth % 6]!
    const entities: MessageEntity[] = [{ type, offset: word.index, length: word[0].length }]
    const { telegram, discord } = arrived(messageToMarkdown(text, entities))
    expect(telegram, JSON.stringify([text, entities])).toBe(asRead(text))
    expect(discord.replaceAll(/⟪.*?⟫/g, ''), JSON.stringify([text, entities])).toBe(asRead(text))
  }
})
