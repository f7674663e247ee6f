import type { Context } from 'grammy'
import type { InlineQueryResultArticle } from 'grammy/types'
import { say } from '../../core/i18n.ts'
import type { Article } from '../../core/desk/articles.ts'
import type { Language } from '../../knowledge/language.ts'
import type { EntryKeys } from '../entry-keys.ts'
import { shorten } from '../shorten.ts'
import { renderLines } from './render.ts'

/** Seconds. Answers change with the day ("216 days ago") and with the asker's language, hence also `is_personal`. */
const cacheSeconds = 60

/** Telegram shows one line of each. */
const longestPreview = 120

/** Articles to choose from while typing in any chat, and a button to choose the language in private. */
export async function answerInline(
  ctx: Context,
  articles: readonly Article[],
  language: Language,
  keys: EntryKeys,
): Promise<void> {
  await ctx.answerInlineQuery(
    articles.flatMap((article) => resultOf(article, keys)),
    {
      cache_time: cacheSeconds,
      is_personal: true,
      button: { text: say(language, 'inline.language'), start_parameter: 'language' },
    },
  )
}

function resultOf({ id, title, preview, page }: Article, keys: EntryKeys): InlineQueryResultArticle[] {
  const [part] = renderLines(page.lines)
  if (!part) return []
  return [
    {
      type: 'article',
      id: keys.inButton(id, 64),
      title: shorten(title, longestPreview),
      description: shorten(preview, longestPreview),
      input_message_content: {
        message_text: part.html,
        parse_mode: 'HTML',
        link_preview_options: { is_disabled: true },
      },
    },
  ]
}
