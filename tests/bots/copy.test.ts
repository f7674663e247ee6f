import { describe, expect, test } from 'vitest'
import type { Copy } from '../../src/core/mailing/copy.ts'
import { readMarkup } from '../../src/core/mailing/read-markup.ts'
import { partsOf as discordParts } from '../../src/bots/discord/copy.ts'
import { partsOf as telegramParts, together } from '../../src/bots/telegram/copy.ts'
import { typeOf } from '../../src/core/announcements/file.ts'
import { parseHtml } from '../support/telegram/html.ts'

function aCopy(body: string, changes: Partial<Copy> = {}): Copy {
  return {
    sections: [{ language: 'en', title: 'Hall', body: readMarkup(body), note: undefined }],
    attachments: [],
    callEveryone: false,
    ...changes,
  }
}

function telegram(body: string): string {
  return telegramParts(aCopy(body))
    .map(({ html }) => html)
    .join('|')
    .replace('<b>Hall</b>\n\n', '')
}

function discord(body: string): string {
  return discordParts(aCopy(body))
    .map(({ content }) => content)
    .join('|')
    .replace('**Hall**\n\n', '')
}

function files(...names: string[]) {
  return names.map((name, at) => ({
    id: String(at),
    name,
    type: typeOf(name),
    size: 3,
    asFile: name.startsWith('as-'),
  }))
}

/** The calls for a copy, each with its files; a star where there are words. */
function albums(copy: Copy): string[] {
  const parts = telegramParts(copy)
  const calls: string[] = []
  for (let at = 0; at < parts.length; at += together(parts.slice(at)))
    calls.push(
      parts
        .slice(at, at + together(parts.slice(at)))
        .map((part) => `${part.kind === 'file' ? part.file.name : part.kind}${part.html === '' ? '' : '*'}`)
        .join(' '),
    )
  return calls
}

/** A body that makes a copy of so many letters. */
function long(length: number): string {
  return 'x'.repeat(length - 'Hall\n\n'.length)
}

describe('a copy whose earlier version is out', () => {
  const attachments = files('a.jpg', 'b.jpg')
  const ofTwo = [...aCopy(long(3000)).sections, { ...aCopy(long(3000)).sections[0]!, language: 'ru' as const }]
  const noted = { ...aCopy(long(1000)).sections[0]!, note: `Corrected ${'x'.repeat(30)}` }

  test.for([
    {
      what: 'a text apart from its files stays there, though it became short',
      copy: aCopy('B', { attachments }),
      messages: 3,
      makes: 3,
    },
    { what: 'a short one is a caption', copy: aCopy('B', { attachments }), messages: undefined, makes: 2 },
    { what: 'a long one can be no caption', copy: aCopy(long(1100), { attachments }), messages: 2, makes: 3 },
    {
      what: 'a note that leaves no room for a caption is left out',
      copy: aCopy('', { attachments, sections: [noted] }),
      messages: 2,
      makes: 2,
    },
    {
      what: 'two languages stay apart, though one message could hold both',
      copy: aCopy('', { sections: [ofTwo[0]!, { ...ofTwo[1]!, body: [] }] }),
      messages: 2,
      makes: 2,
    },
  ])('in Telegram $what', ({ copy, messages, makes }) => {
    expect(telegramParts(copy, messages)).toHaveLength(makes)
  })

  test('in Discord languages stay apart, though one message could hold them', () => {
    const copy = aCopy('', { sections: [ofTwo[0]!, { ...ofTwo[1]!, body: [] }] })
    expect([undefined, 2, 3].map((messages) => discordParts(copy, messages).length)).toEqual([1, 2, 1])
  })
})

describe('Markdown of an announcement', () => {
  test.for([
    { markdown: '**bold** and *italic*', html: '<b>bold</b> and <i>italic</i>', shown: '**bold** and *italic*' },
    {
      markdown: '[map](https://x.example/?a=1&b="2")',
      html: '<a href="https://x.example/?a=1&amp;b=&quot;2&quot;">map</a>',
      shown: '[map](<https://x.example/?a=1&b="2">)',
    },
    { markdown: '- one\n- two **b**', html: '- one\n- two <b>b</b>', shown: '\\- one\n\\- two **b**' },
    { markdown: '205. c\n101. d\n2) e', html: '205. c\n101. d\n2) e', shown: '205\\. c\n101\\. d\n2\\) e' },
    {
      markdown: '*111*2# RES*2026*guest _x_ 5*6*7',
      html: '*111*2# RES*2026*guest _x_ 5*6*7',
      shown: '\\*111\\*2# RES\\*2026\\*guest \\_x\\_ 5\\*6\\*7',
    },
    { markdown: '**Важно:**зал ***x***', html: '<b>Важно:</b>зал <b><i>x</i></b>', shown: '**Важно:**зал ***x***' },
    {
      markdown: '[Карта](https://x.example/?q=Зал А) [](https://x.example/b)',
      html: '<a href="https://x.example/?q=Зал%20А">Карта</a> <a href="https://x.example/b">https://x.example/b</a>',
      shown: '[Карта](<https://x.example/?q=Зал%20А>) <https://x.example/b>',
    },
    {
      markdown: '[a]{.underline} ~~be~~ ||ce|| `d*` [e\nf]{.quote}',
      html: '<u>a</u> <s>be</s> <tg-spoiler>ce</tg-spoiler> <code>d*</code> <blockquote>e\nf</blockquote>',
      shown: '__a__ ~~be~~ ||ce|| `d*` > e\n> f',
    },
    { markdown: 'a\nb\n\nc', html: 'a\nb\n\nc', shown: 'a\nb\n\nc' },
    { markdown: '# no heading', html: '# no heading', shown: '\\# no heading' },
    {
      markdown: '<b>x</b> & <script>',
      html: '&lt;b&gt;x&lt;/b&gt; &amp; &lt;script&gt;',
      shown: '\\<b>x\\</b> & \\<script>',
    },
    { markdown: '> no quote', html: '&gt; no quote', shown: '\\> no quote' },
    {
      markdown: '@everyone <@&1> <#2> :smile:',
      html: '@everyone &lt;@&amp;1&gt; &lt;#2&gt; :smile:',
      shown: '@\u200beveryone \\<@&1> \\<#2> \\:smile:',
    },
    { markdown: '\\*plain\\*', html: '*plain*', shown: '\\*plain\\*' },
    {
      markdown: '![picture](https://x.example/a.png)',
      html: '!<a href="https://x.example/a.png">picture</a>',
      shown: '!\\[picture](<https://x.example/a.png>)'.replace('\\[', '['),
    },
    {
      markdown: 'https://x.example/_a_/__b__.py.',
      html: '<a href="https://x.example/_a_/__b__.py">https://x.example/_a_/__b__.py</a>.',
      shown: '<https://x.example/_a_/__b__.py>.',
    },
  ])('$markdown', ({ markdown, html, shown }) => {
    expect(telegram(markdown)).toBe(html)
    expect(parseHtml(html)).not.toHaveProperty('fault')
    expect(discord(markdown)).toBe(shown)
  })

  test.for([
    '</b>',
    '<b>',
    '*',
    '**',
    '_',
    '[',
    '](',
    '[a](b',
    '&lt;',
    '&',
    '`',
    '\\',
    '||',
    '- ',
    '1.',
    '****',
    '[x](javascript:alert(1))',
    '[**a](https://x.y) b**',
    '\u0000',
    '<a href="',
  ])('%j breaks no mark-up', (markdown) => {
    for (const { html } of telegramParts(
      aCopy(markdown, { sections: [{ language: 'en', title: markdown, body: readMarkup(markdown), note: markdown }] }),
    ))
      expect(parseHtml(html)).not.toHaveProperty('fault')
  })
})

describe('a copy', () => {
  const three = (['kk', 'ru', 'en'] as const).map((language) => ({
    language,
    title: language,
    body: readMarkup('x'.repeat(1300)),
    note: undefined,
  }))

  test('has all languages in one message where it can hold them', () => {
    const [inTelegram, ...others] = telegramParts(aCopy('', { sections: three }))
    const inDiscord = discordParts(aCopy('', { sections: three }))
    expect([others.length, inDiscord.length]).toEqual([0, 1])
    // A line between them, so that one is not read on as the other.
    expect(inTelegram!.html).toMatch(/^<b>kk<\/b>\n\nx+\n\n———\n\n<b>ru<\/b>\n\nx+\n\n———\n\n<b>en<\/b>\n\nx+$/)
    expect(inDiscord[0]!.embeds[0]!.description).toMatch(/x\n\n———\n\n\*\*ru/)
  })

  test('has a message for each where it can’t', () => {
    const longer = three.map((section) => ({ ...section, body: readMarkup('x'.repeat(1500)) }))
    expect(telegramParts(aCopy('', { sections: longer }))).toHaveLength(3)
    expect(discordParts(aCopy('', { sections: longer }))).toHaveLength(3)
  })

  test('is an embed in Discord where its text is too long for one without', () => {
    const [part] = discordParts(aCopy('x'.repeat(2500), { callEveryone: true }))
    expect(part).toMatchObject({
      content: '@everyone',
      embeds: [{ description: expect.stringContaining('xxx') as string }],
    })
  })

  test('goes beside its file where that can carry it, else before it', () => {
    const attachments = [{ id: '1', name: 'plan.pdf', type: 'application/pdf', size: 3 }]
    expect(telegramParts(aCopy('short', { attachments })).map(({ kind }) => kind)).toEqual(['file'])
    expect(
      telegramParts(aCopy('x'.repeat(1100), { attachments })).map(({ kind, html }) => [kind, html === '']),
    ).toEqual([
      ['text', false],
      ['file', true],
    ])
    expect(discordParts(aCopy('short', { attachments }))).toMatchObject([{ files: attachments }])
  })

  test.for([
    { of: ['a.jpg', 'b.mp4', 'c.png'], is: ['a.jpg* b.mp4 c.png'] },
    { of: ['a.pdf', 'b.txt', 'as-c.jpg'], is: ['a.pdf b.txt as-c.jpg*'] },
    { of: ['a.jpg', 'b.pdf', 'c.jpg', 'd.mp3'], is: ['a.jpg* c.jpg', 'b.pdf', 'd.mp3'] },
  ])('with $of goes out as $is, its text under one of them', ({ of, is }) => {
    expect(albums(aCopy('short', { attachments: files(...of) }))).toEqual(is)
    expect(discordParts(aCopy('short', { attachments: files(...of) }))).toMatchObject([
      { files: of.map((name) => ({ name })) },
    ])
  })

  test('goes before its album where that can’t carry it with the way to stop', () => {
    const attachments = files('a.jpg', 'b.jpg')
    const feet = [
      { text: 'RES 2026, since you subscribed · /unsubscribe', saysHowToStop: true },
      { text: 'RES 2026 · /unsubscribe', saysHowToStop: true },
      { text: '!', saysHowToStop: false },
    ]
    const most = 1024 - `\n\n${feet[1]!.text}`.length
    expect(albums(aCopy(long(most), { attachments, feet }))).toEqual(['a.jpg* b.jpg'])
    expect(telegramParts(aCopy(long(most), { attachments, feet }))[0]!.html).toMatch(
      /<i>RES 2026 · \/unsubscribe<\/i>$/,
    )
    expect(albums(aCopy(long(most + 1), { attachments, feet }))).toEqual(['text*', 'a.jpg b.jpg'])
    // Who has no need of it gets the text where it fits alone.
    expect(
      albums(aCopy(long(1024), { attachments, feet: [{ text: 'From the organizers', saysHowToStop: false }] })),
    ).toEqual(['a.jpg* b.jpg'])
  })

  describe('has its last line', () => {
    const feet = ['From the organizers, since you subscribed', 'RES 2026', '!'].map((text) => ({
      text,
      saysHowToStop: true,
    }))
    const shownBy = (body: string, changes: Partial<Copy> = {}) => ({
      telegram: telegramParts(aCopy(body, { feet, ...changes })).map(({ html }) => html.split('\n\n').slice(2)),
      discord: discordParts(aCopy(body, { feet, ...changes })).map(({ content, embeds }) =>
        (embeds[0]?.description ?? content).split('\n\n').slice(2),
      ),
    })

    test('in small letters below the text', () => {
      expect(shownBy('B')).toEqual({ telegram: [[`<i>${feet[0]!.text}</i>`]], discord: [[`-# ${feet[0]!.text}`]] })
    })

    test('as full as there is room for, or not at all: it costs no other message', () => {
      expect(shownBy(long(4096 - 10)).telegram).toEqual([['<i>RES 2026</i>']])
      expect(shownBy(long(4096 - 3)).telegram).toEqual([['<i>!</i>']])
      expect(shownBy(long(4096)).telegram).toEqual([[]])
      // Discord counts the signs around the title too.
      expect(shownBy(long(4096 - 4 - 13)).discord).toEqual([['-# RES 2026']])
      expect(shownBy(long(4096 - 4)).discord).toEqual([[]])
    })

    test('without which a text stays beside its file, and no embed is made of it', () => {
      expect(shownBy(long(1024 - 3), { attachments: files('plan.pdf') }).telegram).toEqual([['<i>!</i>']])
      expect(discordParts(aCopy(long(2000 - 4 - 6), { feet }))).toMatchObject([{ embeds: [] }])
    })

    test('once, in the last message', () => {
      const sections = three.map((section) => ({ ...section, body: readMarkup('x'.repeat(1500)) }))
      expect(shownBy('', { sections }).telegram).toEqual([[], [], [`<i>${feet[0]!.text}</i>`]])
      expect(shownBy('', { sections }).discord).toEqual([[], [], [`-# ${feet[0]!.text}`]])
    })
  })

  test('calls everyone only if an organizer asked for it', () => {
    expect(discordParts(aCopy('@everyone'))[0]!.content).not.toContain('@everyone')
    expect(discordParts(aCopy('x', { callEveryone: true }))[0]!.content).toMatch(/^@everyone \*\*Hall/)
  })
})
