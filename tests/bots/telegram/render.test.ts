import { describe, expect, test } from 'vitest'
import { buttonData } from '../../../src/bots/button-data.ts'
import { entryKeys } from '../../../src/bots/entry-keys.ts'
import { beginning, shorten } from '../../../src/bots/shorten.ts'
import { readDeepLink } from '../../../src/bots/telegram/deep-link.ts'
import { keyboardsFor, renderLines } from '../../../src/bots/telegram/render.ts'
import { parseHtml } from '../../support/telegram/html.ts'

const longId = `ұзақ-${'ә'.repeat(90)}`
const entries = ['summit', 'guide_ru', longId, 'a:b.c'].map((id) => ({ id }))
const keys = entryKeys(() => entries)
const data = buttonData(keys)

describe('renderLines', () => {
  test('marks what was asked for and where it stands', () => {
    const [part] = renderLines([
      { kind: 'fact', text: 'Astana' },
      { kind: 'item', text: 'one' },
      { kind: 'source', text: 'Bulletin, §2' },
    ])
    expect(part).toEqual({
      html: '<b>Astana</b>\n• one\n<i>(Bulletin, §2)</i>',
      plain: 'Astana\n• one\n(Bulletin, §2)',
    })
  })

  test.for(['<b>', '&lt;', '"quoted" & <i>', '</b></i>', '<a href="tg://user?id=1">x</a>'])(
    'says %s and does not mean it',
    (text) => {
      expect(renderLines([{ kind: 'fact', text }]).map(({ html }) => parseHtml(html))).toEqual([{ text, tags: ['b'] }])
    },
  )

  test.for([
    { what: 'words', text: 'сөз '.repeat(4000).trim() },
    { what: 'no spaces', text: 'x'.repeat(9000) },
    { what: 'emoji', text: '👨‍👩‍👧‍👦'.repeat(1200) },
    { what: 'ampersands', text: '&'.repeat(5000) },
    { what: 'marks without end', text: `e${'\u0301'.repeat(9000)}` },
  ])('splits a text of $what into messages that Telegram takes, and loses nothing', ({ text }) => {
    const parts = renderLines([
      { kind: 'fact', text: 'First' },
      { kind: 'note', text },
    ])
    const read = parts.map(({ html }) => parseHtml(html) as { text: string; tags: string[] })
    expect(read.every((one) => one.text.length <= 4096 && one.text.length > 0 && one.text.isWellFormed())).toBe(true)
    expect(
      read
        .map((one) => one.text)
        .join('')
        .replace(/\s/g, ''),
    ).toBe(`First${text}`.replace(/\s/g, ''))
  })

  test('begins a long line where there is room', () => {
    const [first] = renderLines([
      { kind: 'fact', text: 'Title' },
      { kind: 'text', text: 'word '.repeat(2000) },
    ])
    expect(first!.plain.length).toBeGreaterThan(4000)
  })

  test('has no part for no words', () => expect(renderLines([{ kind: 'text', text: '' }])).toEqual([]))
})

describe('shorten', () => {
  test.for([
    ['Astana', 6, 'Astana'],
    ['Astana city', 8, 'Astana…'],
    ['👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 12, '👨‍👩‍👧‍👦…'],
  ] as const)('%s to %i units is %s', ([text, most, short]) => {
    expect(shorten(text, most)).toBe(short)
  })

  test('never cuts a pair of surrogates', () => expect(beginning('😀'.repeat(10), 5)).toBe('😀😀'))
})

describe('a button', () => {
  test.for(['summit', 'guide_ru', longId, 'a:b.c'])('finds %s again', (entry) => {
    const packed = data.pack({ do: 'show', entry }, 'kk')
    expect(Buffer.byteLength(packed)).toBeLessThanOrEqual(64)
    expect(data.unpack(packed)).toEqual({ action: { do: 'show', entry }, language: 'kk' })
  })

  test.for([
    { do: 'open', entry: 'summit' },
    { do: 'report', entry: 'summit' },
    { do: 'calendar', entry: 'summit' },
    { do: 'calendar' },
    { do: 'speak', language: 'en', to: 'person' },
    { do: 'speak', language: 'kk', to: 'group' },
    { do: 'languages' },
    { do: 'related', entry: 'summit' },
    { do: 'share', entry: 'summit' },
    { do: 'browse', page: 3 },
    { do: 'browse', page: 0, chapter: '11' },
    { do: 'browse', page: 0, chapter: '' },
  ] as const)('says $do', (action) => expect(data.unpack(data.pack(action, 'ru'))).toEqual({ action, language: 'ru' }))

  test.for(['', 'x', 'eru:', 'eru:nothing', 'edE:summit', 'bru:-1', 'bru:1:x', 'lru:de', '\u0000'])(
    'of another time or bot ("%s") says nothing',
    (text) => {
      expect(data.unpack(text)).toBeUndefined()
    },
  )
})

describe('a link', () => {
  test.for([
    { payload: 'summit', entry: 'summit', language: undefined },
    { payload: 'ru_summit', entry: 'summit', language: 'ru' },
    { payload: 'summit_kk', entry: 'summit', language: 'kk' },
    { payload: 'summit-en', entry: 'summit', language: 'en' },
    { payload: 'guide_ru', entry: 'guide_ru', language: undefined },
    { payload: 'kk_guide_ru', entry: 'guide_ru', language: 'kk' },
    { payload: 'en', entry: undefined, language: 'en' },
    { payload: 'language', entry: undefined, language: undefined },
    { payload: '', entry: undefined, language: undefined },
  ])('$payload opens $entry in $language', ({ payload, entry, language }) =>
    expect(readDeepLink(payload, keys)).toEqual({ entry, language }),
  )

  test.for(['summit', longId, 'a:b.c'])('to %s leads there', (entry) => {
    const [[button]] = keyboardsFor(
      'a_bot',
      data,
      keys,
    )([[{ label: 'Share', do: 'share', entry, text: 'x & y' }]], 'kk') as unknown as [[{ url: string }]]
    const payload = new URL(new URL(button.url).searchParams.get('url')!).searchParams.get('start')!
    expect(payload).toMatch(/^[\w-]{1,64}$/)
    expect(readDeepLink(payload, keys)).toEqual({ entry, language: 'kk' })
  })
})
