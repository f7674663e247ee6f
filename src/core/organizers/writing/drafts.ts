import type { Language } from '../../../knowledge/language.ts'
import type { AnnouncementCommands } from '../../announcements/commands.ts'
import type { Announcement } from '../../announcements/announcement.ts'
import { attachAll, fitting, withFiles, type FileStore } from '../../announcements/file.ts'
import { say, type TextKey } from '../../i18n.ts'
import { note } from '../../pages/lines.ts'
import type { Page } from '../../pages/page.ts'
import type { Visitor } from '../../pages/visitor.ts'
import { keyOf } from '../../people/people.ts'
import { askPage } from '../pages/ask.ts'
import { withLeftOut } from '../pages/files.ts'
import { unknownPage } from '../pages/refusal.ts'
import type { Views } from '../pages/views.ts'
import { actorOf } from './actor.ts'
import type { Albums } from './albums.ts'
import type { Corrections } from './corrections.ts'
import type { EntryPrompts } from './entry-prompts.ts'
import { filesOf, lacksFile, lackWords, type Input } from './input.ts'
import { changedOf, textsOf, writtenOf, type Written } from './written.ts'
import { writtenAs } from './written-as.ts'
import type { TextReader } from '../../answering/read-text.ts'
import { standInOf, type Texts } from '../../mailing/content.ts'

/** Texts as they were written; `beingSent`: what is to be corrected has to rest before it is asked about. */
export type WrittenSoFar = { readonly texts: Written; readonly beingSent: boolean }

/** Makes drafts, and changes texts as a whole. */
export type Drafts = {
  /** An empty one; its text is asked for. */
  readonly begin: (visitor: Visitor, language: Language) => Promise<Page>
  /** Makes a draft of a text in one language, or of several. */
  readonly adopt: (visitor: Visitor, language: Language, given: Written | Input) => Promise<Page>
  /** Makes a draft of a post that was passed on to us; undefined if it rather asks something, or says nothing. */
  readonly pick: (visitor: Visitor, language: Language, given: Input) => Promise<Page | undefined>
  /** Puts texts into an announcement; those not given are left. What is out is corrected only after a question. */
  readonly rewrite: (visitor: Visitor, language: Language, id: string, written: Written) => Promise<Page>
  /** The texts of an announcement as they were written, first the title. */
  readonly texts: (id: string) => Promise<WrittenSoFar | undefined>
}

/** A draft before anything is written. */
const nothing = {
  content: { title: {}, body: {} },
  audience: {},
  urgency: 'routine' as const,
  fallback: undefined,
  sendAt: undefined,
  notAfter: undefined,
}

/** `timeZone`: the venue's at the moment. */
export function openDrafts({
  commands,
  albums,
  files,
  prompts,
  corrections,
  views,
  readText,
  timeZone,
}: {
  readonly commands: Pick<AnnouncementCommands, 'create' | 'find' | 'rewrite'>
  readonly albums: Pick<Albums, 'keep'>
  readonly files: Pick<FileStore, 'attach'>
  readonly prompts: Pick<EntryPrompts, 'ask'>
  readonly corrections: Pick<Corrections, 'propose'>
  readonly views: Pick<Views, 'board' | 'announcement' | 'after'>
  readonly readText: TextReader
  readonly timeZone: () => string
}): Drafts {
  return {
    adopt,
    async pick(visitor, language, given) {
      const said = given.text.trim()
      if (!hasFiles(given) && (said === '' || readText(said, visitor.now).asks)) return undefined
      return adopt(visitor, language, given)
    },
    async begin(visitor, language) {
      const { id } = await commands.create({ ...nothing, author: keyOf(visitor.person) }, visitor.now)
      await prompts.ask(visitor, { announcement: id, field: 'text' })
      return askPage(id, 'text', language, { timeZone: timeZone(), now: visitor.now })
    },
    async rewrite(visitor, language, id, written) {
      const found = await commands.find(id)
      if (!found) return unknownPage(id, language)
      if (found.startedAt) {
        const changed = changedOf(found.content, written)
        if (Object.keys(changed).length > 0) return corrections.propose(visitor, language, found, changed)
        return noted('organizers.nothingCorrected', await views.announcement(id, language, visitor.now))
      }
      const done = await commands.rewrite(id, textsOf(written), actorOf(visitor, language))
      return views.after(done, id, language, visitor.now)
    },
    texts: async (id) => writtenSoFar(await commands.find(id)),
  }

  async function adopt(visitor: Visitor, language: Language, given: Written | Input): Promise<Page> {
    const sent: Input = isInput(given) ? given : { text: '' }
    const texts = textsOf(isInput(given) ? writtenAs(given.text, language, visitor.now, readText) : given)
    if (saysNothing(sent, texts)) return views.board(language, visitor.now)
    const handed = lacksFile(sent) ? [] : filesOf(visitor, sent)
    const fit = fitting([], handed)
    const content = withFiles(texts, await attachAll(fit, files))
    const made = { ...nothing, content, fallback: standInOf(content), author: keyOf(visitor.person) }
    const { id } = await commands.create(made, visitor.now)
    await albums.keep(visitor, sent.album, { state: 'taken', announcement: id })
    if (isInput(given)) await prompts.ask(visitor, { announcement: id, field: 'more' })
    const page = withLacks(await views.announcement(id, language, visitor.now), sent)
    return withLeftOut(page, fit.length < handed.length)
  }
}

function writtenSoFar(found: Announcement | undefined): WrittenSoFar | undefined {
  return found && { texts: writtenOf(found.content), beingSent: found.state === 'sending' }
}

function noted(key: TextKey, page: Page): Page {
  return { ...page, lines: [note(say(page.language, key)), ...page.lines] }
}

/** A page that says so, where a file could not be taken. */
function withLacks(page: Page, sent: Input): Page {
  return lacksFile(sent) ? { ...page, lines: [...page.lines, note(lackWords(sent, page.language))] } : page
}

/** A sticker, a form left empty: nothing to make a draft of. */
function saysNothing(sent: Input, { title }: Texts): boolean {
  return !hasFiles(sent) && Object.keys(title).length === 0
}

function hasFiles({ files = [] }: Input): boolean {
  return files.length > 0
}

function isInput(given: Written | Input): given is Input {
  return 'text' in given
}
