import { Composer, type Filter } from 'grammy'
import type { InlineQueryResultArticle } from 'grammy/types'
import type { Article } from '../../../core/desk/articles.ts'
import type { Desk } from '../../../core/desk/desk.ts'
import { say } from '../../../core/i18n.ts'
import type { Language } from '../../../knowledge/language.ts'
import type { EntryKeys } from '../../entry-keys.ts'
import { shorten } from '../../shorten.ts'
import type { Ctx } from '../context.ts'
import { limitTo } from '../../flood.ts'
import { renderLines } from '../render.ts'

/** A query comes with every letter typed: more than anyone types, in ten seconds. */
const queries = { most: 60, seconds: 10 }

/** Seconds. Answers change with the day ("216 days ago") and with the asker's language, hence also `is_personal`. */
const cacheSeconds = 60

/** Telegram shows one line of each. */
const longestPreview = 120

/** Articles to choose from while typing in any chat, and a button to choose the language in private. */
export function inline({
  desk,
  keys,
}: {
  readonly desk: Pick<Desk, 'articles' | 'languageFor'>
  readonly keys: EntryKeys
}): Composer<Ctx> {
  const mayQuery = limitTo(queries.most, queries.seconds)
  const composer = new Composer<Ctx>()
  composer.on('inline_query', async (ctx) => {
    if (!(await mayQuery(ctx.visitor.person.id))) return
    const articles = await desk.articles(ctx.visitor, ctx.inlineQuery.query)
    await answer(ctx, articles, articles[0]?.page.language ?? (await desk.languageFor(ctx.visitor)), keys)
  })
  return composer
}

async function answer(
  ctx: Filter<Ctx, 'inline_query'>,
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
