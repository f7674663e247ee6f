import type { Language } from './language.ts'
import { wordsIn, type Entry, type Pack } from './pack.ts'

/** The entry that a pack is mainly about; undefined if it names none. */
export function subjectOfPack({ subject, entries }: Pick<Pack, 'subject' | 'entries'>): Entry | undefined {
  return entries.find(({ id }) => id === subject)
}

/** What a pack is titled, or its subject; undefined where neither has a title in any language. */
export function packTitle(pack: Pack, language: Language): string | undefined {
  const subject = subjectOfPack(pack)
  return wordsIn(pack.title, language) ?? (subject && wordsIn(subject.title, language))
}

/** What a pack is about, by its name. */
export function subjectName(pack: Pack, language: Language): string {
  return packTitle(pack, language) ?? pack.id
}

/** What an event is called where there is no room, or where others stand beside it. */
export function shortTitle(pack: Pack, language: Language): string {
  return wordsIn(pack.short ?? {}, language) ?? subjectName(pack, language)
}

/** The days of an event: those of its subject, or undefined where they are not known. */
export function daysOf(pack: Pack): Entry['dates'] {
  const dates = subjectOfPack(pack)?.dates
  return dates?.precision === 'day' ? dates : undefined
}
