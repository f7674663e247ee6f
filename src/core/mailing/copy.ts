import type { Language } from '../../knowledge/language.ts'
import { wordsIn } from '../../knowledge/pack.ts'
import { say } from '../i18n.ts'
import { writtenIn, type AttachmentRef, type Content } from './content.ts'
import type { Mailing } from './mailing.ts'
import type { Foot } from './foot.ts'
import { dressInlines, type Dress, type Inline } from './markup.ts'
import { readMarkup } from './read-markup.ts'
import { momentWords } from '../time/moment-words.ts'

/** One language of a mailing, as it is to be shown. */
export type Section = {
  readonly language: Language
  readonly title: string
  readonly body: readonly Inline[]
  /** "Corrected on …" */
  readonly note: string | undefined
}

/** A mailing for readers of these languages; a platform makes messages of it. */
export type Copy = {
  readonly sections: readonly Section[]
  /** The language in which its readers are spoken to, which may be none of the sections'. */
  readonly reader?: Language | undefined
  /** Its last line, in several lengths: see feetOf. */
  readonly feet?: readonly Foot[] | undefined
  readonly attachments: readonly AttachmentRef[]
  readonly callEveryone: boolean
  /** See Content. */
  readonly about?: string | undefined
}

/**
 * The copy for a destination's languages; a missing language is stood in for by the fallback. No language comes
 * twice.
 */
export function copyFor(
  { content, fallback }: Pick<Mailing, 'content' | 'fallback'>,
  languages: readonly Language[],
  timeZone: string,
): Copy {
  const written = writtenIn(content)
  const shown = new Set(languages.map((language) => (written.includes(language) ? language : (fallback ?? language))))
  return {
    sections: [...shown].map((language) => {
      const { at } = content.corrected?.[language] ?? {}
      return {
        language,
        title: (content.title[language] ?? '').trim(),
        body: readMarkup((content.body[language] ?? '').trim()),
        note: at && say(language, 'announcement.corrected', { time: momentWords(new Date(at), timeZone, language) }),
      }
    }),
    reader: languages[0],
    attachments: content.attachments ?? [],
    callEveryone: content.callEveryone ?? false,
    about: content.about,
  }
}

/** The same without "Corrected on …", for where there is no room for that. */
export function withoutNotes(copy: Copy): Copy {
  return { ...copy, sections: copy.sections.map((section) => ({ ...section, note: undefined })) }
}

/** Between the languages of one message, so that one is not read on as the other. */
export const betweenLanguages = '\n\n———\n\n'

/** A section in a platform's mark-up: title, body and note, with empty lines between them. */
export function dressSection({ title, body, note }: Section, dress: Dress): string {
  const paragraphs = [
    dress.bold(dress.text(title)),
    dressInlines(body, dress),
    note === undefined ? '' : dress.italic(dress.text(note)),
  ]
  return paragraphs.filter((one) => one !== '').join('\n\n')
}

/** What stands in place of a copy that was recalled and can't be removed. */
export function recallNotice(languages: readonly Language[], at: Date, timeZone: string): Copy {
  const sections = languages.map((language): Section => ({
    language,
    title: say(language, 'announcement.recalled'),
    body: [],
    note: say(language, 'announcement.recalledAt', { time: momentWords(at, timeZone, language) }),
  }))
  return { sections, attachments: [], callEveryone: false }
}

/** The first words of a text, to tell it from others. */
export function headline({ title }: Content, language: Language): string {
  return wordsIn(title, language) ?? '…'
}
