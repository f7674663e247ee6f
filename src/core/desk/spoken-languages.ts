import type { Language } from '../../knowledge/language.ts'
import type { Pack } from '../../knowledge/pack.ts'
import { say } from '../i18n.ts'
import { countMismatches } from '../people/language-mismatch.ts'
import { keyOf, type Address, type PeopleStore } from '../people/people.ts'
import type { Page, SpokenAt } from '../pages/page.ts'
import { ticked } from '../pages/tick.ts'
import {
  languageOfTag,
  mannerFor,
  pageLanguage,
  typingPatienceMs,
  type Manner,
  type Visitor,
} from '../pages/visitor.ts'
import { message, notice, replacement, type PressTable } from './press.ts'
import { languagePage, switchPage, welcomePage } from './welcome.ts'

/** Which language is spoken to whom. */
export type SpokenLanguages = {
  /** The language to speak to someone in when no question tells. `soon`: as for whoever types. */
  readonly languageFor: (visitor: Visitor, options?: { readonly soon?: boolean }) => Promise<Language>
  /** `link`: the language of a link that was followed. */
  readonly mannerFor: (
    visitor: Visitor,
    options?: { readonly link?: Language | undefined; readonly soon?: boolean },
  ) => Promise<Manner>
  /** Sets the person's language or the group's; whether they may is for the platform to say. */
  readonly speak: (visitor: Visitor, language: Language, to: 'person' | 'group') => Promise<void>
  /** The offer to go on in the language that somebody keeps writing, once in a life; noted as made. */
  readonly offerFor: (
    visitor: Visitor,
    manner: Manner,
    written: Language | undefined,
    spoken: Language,
  ) => Promise<Page | undefined>
  /** What somebody wrote in is known no more, and nothing more is noted of them. */
  readonly forget: (person: Address) => Promise<void>
}

/** Choices are kept in the store; what people write in is counted in memory alone. */
export function openSpokenLanguages({
  people,
  currentPack,
  defaultLanguage,
}: {
  readonly currentPack: () => Pack
  readonly people: Omit<PeopleStore, 'moveGroup' | 'forget'>
  readonly defaultLanguage: Language
}): SpokenLanguages {
  const mismatches = countMismatches()
  const notes = new Map<string, Promise<void>>()
  return {
    languageFor: async (visitor, options) => pageLanguage(await manner(visitor, options), defaultLanguage),
    mannerFor: manner,
    async speak({ person, group }, language, to) {
      await (to === 'group' && group ? people.setGroupLanguage(group, language) : people.setLanguage(person, language))
      mismatches.forget(keyOf(person))
    },
    /** Where they alone read it: what is spoken to a group is not one person's to change. */
    async offerFor({ person, group, alone, now }, { settings }, written, spoken) {
      if ((group && !alone) || written === undefined || settings.switchOffered) return undefined
      if (!mismatches.note(keyOf(person), written, spoken)) return undefined
      await people.noteOffer(person, now)
      return switchPage(written, spoken)
    },
    async forget(person) {
      await notes.get(keyOf(person))
      mismatches.forget(keyOf(person))
    },
  }

  async function manner(
    visitor: Visitor,
    { link, soon = false }: { readonly link?: Language | undefined; readonly soon?: boolean } = {},
  ): Promise<Manner> {
    const spoken = currentPack().languages
    const found = await mannerFor(visitor, people, { link, spoken, ...(soon ? { patienceMs: typingPatienceMs } : {}) })
    noteApp(visitor, found)
    return found
  }

  /** Nobody waits for it; what is not noted now is noted with the next word of theirs. */
  function noteApp({ person, keepTag, languageTag }: Visitor, { settings: { appLanguage } }: Manner): void {
    const says = keepTag ? languageOfTag(languageTag) : undefined
    const key = keyOf(person)
    if (says === undefined || says === appLanguage || notes.has(key)) return
    const noted = people.noteAppLanguage(person, says).catch(() => {})
    notes.set(
      key,
      noted.finally(() => notes.delete(key)),
    )
  }
}

/** The buttons on which languages are chosen. `show`: an entry in a language. */
export function languagePresses(
  currentPack: () => Pack,
  { speak }: Pick<SpokenLanguages, 'speak'>,
  show: (visitor: Visitor, language: Language, entry: string) => Promise<Page | undefined>,
): PressTable<'speak' | 'languages'> {
  return {
    languages: (visitor, language, { entry }) =>
      message(language, languagesFor(visitor, language, entry === undefined ? {} : { at: { entry } })),
    async speak(visitor, before, { language, to, at }) {
      await speak(visitor, language, to)
      // What the server's language is, those who manage it read in their own.
      if (to === 'group' && !visitor.groupLeads)
        return replacement(before, languagesFor(visitor, before, { group: language }))
      // The page would be the same: what is there already can't take its own place.
      if (language === before) return notice(language, ticked(say(language, 'language.spoken')))
      return replacement(language, await spokenPage(visitor, language, to, at))
    },
  }

  /** What the language was chosen for, in that language. */
  async function spokenPage(
    visitor: Visitor,
    language: Language,
    to: 'person' | 'group',
    at: SpokenAt | undefined,
  ): Promise<Page | undefined> {
    const subscribable = visitor.here?.kind === 'person'
    if (at === 'welcome')
      return welcomePage(currentPack(), language, { languagesOf: to, subscribable, now: visitor.now })
    const told = at && (await show(visitor, language, at.entry))
    return told ?? (to === 'group' ? languagePage(language, false, true) : languagesFor(visitor, language))
  }
}

/** People choose for themselves, where the group does not lead; for a group, those who manage it. */
export function languagesFor(
  { group, groupLeads = false, managesGroup = false }: Visitor,
  language: Language,
  chosen: Parameters<typeof languagePage>[3] = {},
): Page {
  return languagePage(language, !(group && groupLeads), group !== undefined && (groupLeads || managesGroup), chosen)
}
