import { LRUCache } from 'lru-cache'
import type { MiddlewareFn } from 'grammy'
import type { AlbumHere } from './album.ts'
import type { Ctx } from './context.ts'

/** Albums of which the last message may still come. */
const mostAlbums = 500

/**
 * Telegram sends an album message by message. They are handled one by one, and what has become of them is shown by the
 * last of those that are here: in place of what was shown before, if more come later.
 */
export function albumGate(): MiddlewareFn<Ctx> {
  const albums = new LRUCache<string, AlbumHere>({ max: mostAlbums })
  return async (ctx, next) => {
    const id = ctx.message?.media_group_id
    if (id === undefined) return next()
    const key = `${ctx.chatId} ${id}`
    const album: AlbumHere = albums.get(key) ?? { waiting: 0, page: undefined, lacks: new Set(), shownIn: [] }
    albums.set(key, album)
    album.waiting++
    ctx.album = album
    try {
      return await next()
    } finally {
      album.waiting--
    }
  }
}
