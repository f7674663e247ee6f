import type { Language } from '../../../knowledge/language.ts'
import type { AnnouncementCommands } from '../../announcements/commands.ts'
import { notePage } from '../../pages/note-page.ts'
import type { Visitor } from '../../pages/visitor.ts'
import type { Album, Albums } from './albums.ts'
import type { Drafts } from './drafts.ts'
import type { Entries, Taken } from './entries.ts'
import type { EntryFields } from './entry-fields.ts'
import { lacksFile, lackWords, type Input } from './input.ts'
import type { Offers } from './offers.ts'

/**
 * Takes a message of an organizer: for what was asked for, or, if it was passed on (`forwarded`), for a draft; one that
 * belongs to an album for what the first of that was taken for. Undefined if it is about something else.
 */
export type TakeMessage = (
  visitor: Visitor,
  language: Language,
  input: Input,
  forwarded: boolean,
) => Promise<Taken | undefined>

/** The first message of an album is taken as any other; those behind it are added, whatever is asked for meanwhile. */
export function takingMessages({
  commands,
  albums,
  entries,
  drafts,
  fields,
  offers,
}: {
  readonly commands: Pick<AnnouncementCommands, 'find'>
  readonly albums: Albums
  readonly entries: Pick<Entries, 'enter'>
  readonly drafts: Pick<Drafts, 'pick'>
  readonly fields: Pick<EntryFields, 'add'>
  readonly offers: Pick<Offers, 'join'>
}): TakeMessage {
  return async (visitor, language, input, forwarded) => {
    const { album } = input
    if (album === undefined) return takeOne(visitor, language, input, forwarded)
    // The others of the album are there: what is lost is told of beside them.
    const lacks = lacksFile(input) ? lackWords(input, language) : undefined
    const usable: Input = lacks === undefined ? input : { ...input, files: [], fileLost: false }
    const isEmpty = lacks !== undefined && usable.text.trim() === ''
    if (isEmpty) return { page: notePage(language, lacks), asks: false, lacks }
    const before = await albums.follow(visitor, album)
    const taken = before
      ? await join(visitor, language, before, { ...usable, album })
      : // Whatever becomes of the first one, the others don't wait for it any longer.
        await takeOne(visitor, language, usable, forwarded).finally(() => albums.close(visitor, album))
    return taken && { ...taken, lacks }
  }

  async function takeOne(
    visitor: Visitor,
    language: Language,
    input: Input,
    forwarded: boolean,
  ): Promise<Taken | undefined> {
    const taken = await entries.enter(visitor, language, input)
    if (taken || !forwarded) return taken
    const page = await drafts.pick(visitor, language, input)
    return page && { page, asks: false }
  }

  async function join(
    visitor: Visitor,
    language: Language,
    { state, announcement: id }: Album,
    input: Input & { readonly album: string },
  ): Promise<Taken | undefined> {
    const found = id === undefined ? undefined : await commands.find(id)
    if (!found) return undefined
    if (state !== 'offered') return { page: await fields.add(visitor, language, found.id, input), asks: false }
    const page = await offers.join(visitor, language, found, input)
    if (page) return { page, asks: false }
    // The organizer may have accepted the offer just now.
    const since = await albums.follow(visitor, input.album)
    return since?.state === 'taken' ? join(visitor, language, since, input) : undefined
  }
}
