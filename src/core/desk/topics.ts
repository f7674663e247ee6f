import type { Language } from '../../knowledge/language.ts'
import { wordsIn, type Entry, type Pack } from '../../knowledge/pack.ts'
import { titleOf } from '../answering/facts.ts'
import { say } from '../i18n.ts'
import { fact, text } from '../pages/lines.ts'
import type { Button, Page } from '../pages/page.ts'
import { pageOf } from '../pages/page-of.ts'
import { subjectName } from '../../knowledge/pack-subject.ts'

/** About as many buttons as a phone shows at once. */
const perPage = 12

/** The chapters of a pack; the topics of the only one if there is no choice. */
export function chaptersPage(pack: Pack, language: Language, page: number): Page {
  const chapters = chaptersOf(pack)
  if (chapters.length <= 1) return topicsPage(pack, language, chapters[0] ?? '', page)
  const choices = chapters.map((chapter): Button => {
    const label = chapterTitle(pack, chapter, language)
    const [only, ...others] = topicsOf(pack, chapter)
    // A page with one topic would only say the same again.
    return only && others.length === 0
      ? { label, do: 'open', entry: only.id }
      : { label, do: 'browse', chapter, page: 0 }
  })
  return {
    language,
    lines: [fact(subjectName(pack, language)), text(say(language, 'topics.choose'))],
    buttons: paged(choices, page, language, (to) => ({ do: 'browse', page: to })),
  }
}

/** The topics of one chapter; the chapters, if it holds none (any more). */
export function topicsPage(pack: Pack, language: Language, chapter: string, page: number): Page {
  const chapters = chaptersOf(pack)
  if (!chapters.includes(chapter) && chapters.length > 1) return chaptersPage(pack, language, 0)
  const choices = topicsOf(pack, chapter).map((entry): Button => ({
    label: titleOf(entry, language),
    do: 'open',
    entry: entry.id,
  }))
  const back: Button[][] =
    chapters.length > 1 ? [[{ label: say(language, 'button.chapters'), do: 'browse', page: 0 }]] : []
  return {
    language,
    lines: [fact(chapterTitle(pack, chapter, language)), text(say(language, 'topics.choose'))],
    buttons: [...paged(choices, page, language, (to) => ({ do: 'browse', chapter, page: to })), ...back],
  }
}

/** The way back from an entry to the page of topics that it stands on. */
export function backToTopics(entry: Entry, pack: Pack, language: Language): Button {
  const chapter = chapterOf(entry, pack)
  const topics = topicsOf(pack, chapter)
  if (topics.length === 1) return { label: say(language, 'button.back'), do: 'browse', page: 0 }
  const place = topics.indexOf(entry)
  return { label: say(language, 'button.back'), do: 'browse', chapter, page: Math.floor(Math.max(place, 0) / perPage) }
}

/** Chapters that hold a topic, in their order; the nameless one, of what stands nowhere, last. */
function chaptersOf(pack: Pack): string[] {
  const held = new Set(pack.entries.filter(isTopic).map((entry) => chapterOf(entry, pack)))
  return [...held].toSorted((a, b) => rankOf(a) - rankOf(b))
}

function rankOf(chapter: string): number {
  return chapter === '' ? Infinity : Number(chapter)
}

function topicsOf(pack: Pack, chapter: string): Entry[] {
  return pack.entries.filter((entry) => isTopic(entry) && chapterOf(entry, pack) === chapter)
}

/** "11" for an entry of §11.8.1, if the pack knows that chapter by name. */
function chapterOf({ section }: Entry, { sections }: Pack): string {
  const chapter = section?.split('.')[0]
  return chapter !== undefined && sections.has(chapter) ? chapter : ''
}

function isTopic({ type }: Entry): boolean {
  return type !== 'gap'
}

function chapterTitle(pack: Pack, chapter: string, language: Language): string {
  const title = wordsIn(pack.sections.get(chapter) ?? {}, language)
  if (title === undefined)
    return chaptersOf(pack).length > 1 ? say(language, 'topics.others') : subjectName(pack, language)
  return say(language, 'topics.chapter', { chapter, title })
}

/** One button a row, then the ways to the page before and the page after. */
function paged(
  choices: readonly Button[],
  page: number,
  language: Language,
  to: (page: number) => Omit<Button & { do: 'browse' }, 'label'>,
): Button[][] {
  const { from, until, turns } = pageOf(choices.length, { page, perPage, language }, to)
  const rows = choices.slice(from, until).map((choice) => [choice])
  return turns.length > 0 ? [...rows, turns] : rows
}
