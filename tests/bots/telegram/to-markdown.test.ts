import { expect, test } from 'vitest'
import type { MessageEntity } from 'grammy/types'
import { messageToMarkdown } from '../../../src/bots/telegram/to-markdown.ts'

test.for([
  { text: 'Hall **B**', entities: [], markdown: 'Hall **B**' },
  { text: 'Hall B *', entities: [{ type: 'bold', offset: 5, length: 1 }], markdown: 'Hall **B** \\*' },
  {
    text: 'a b c',
    entities: [
      { type: 'bold', offset: 0, length: 5 },
      { type: 'italic', offset: 2, length: 1 },
    ],
    markdown: '**a *b* c**',
  },
  {
    text: 'see map',
    entities: [{ type: 'text_link', offset: 4, length: 3, url: 'https://x.example' }],
    markdown: 'see [map](https://x.example)',
  },
  { text: 'Зал B2', entities: [{ type: 'bold', offset: 4, length: 1 }], markdown: 'Зал [B]{.bold}2' },
  { text: 'x \\* y', entities: [{ type: 'code', offset: 0, length: 1 }], markdown: '[x]{.code} \\\\\\* y' },
  { text: 'a\nb', entities: [{ type: 'blockquote', offset: 0, length: 3 }], markdown: '[a\nb]{.quote}' },
  { text: 'one\ntwo', entities: [{ type: 'bold', offset: 0, length: 7 }], markdown: '**one**\n**two**' },
  { text: '😀 x', entities: [{ type: 'italic', offset: 3, length: 1 }], markdown: '😀 *x*' },
  { text: 'to @someone', entities: [{ type: 'mention', offset: 3, length: 8 }], markdown: 'to @someone' },
] as { text: string; entities: MessageEntity[]; markdown: string }[])(
  '$text becomes $markdown',
  ({ text, entities, markdown }) => {
    expect(messageToMarkdown(text, entities)).toBe(markdown)
  },
)
