import type { Language } from '../../../knowledge/language.ts'
import { writtenIn, type Content, type Texts } from '../../mailing/content.ts'
import { plainOf } from '../../mailing/markdown.ts'

/** A text in each of some languages; the first line is the title. */
export type Written = Readonly<Partial<Record<Language, string>>>

/** The first line is the title, which is plain; a language that says nothing is left out. */
export function textsOf(written: Written): Texts {
  const split = Object.entries(written)
    .filter(([, text]) => text.trim() !== '')
    .map(([language, text]) => {
      const [title = '', ...rest] = text.trim().split('\n')
      return { language, title: plainTitle(title), body: rest.join('\n').trim() }
    })
  return {
    title: Object.fromEntries(split.map(({ language, title }) => [language, title])),
    body: Object.fromEntries(split.map(({ language, body }) => [language, body])),
  }
}

/** Of some texts those that say something else than what is there. */
export function changedOf(before: Content, written: Written): Written {
  const said = writtenOf(before)
  return Object.fromEntries(
    Object.entries(written).filter(([language, text]) => text.trim() !== (said[language as Language] ?? '').trim()),
  )
}

/** The way back: what an organizer would have written to get this content. */
export function writtenOf(content: Content): Written {
  return Object.fromEntries(
    writtenIn(content).map((one) => [one, [content.title[one], content.body[one]].filter(Boolean).join('\n')]),
  )
}

/** A text in a language in which there is one already goes behind that. */
export function behind(before: Content, written: Written): Written {
  const said = writtenOf(before)
  return Object.fromEntries(
    Object.entries(written).map(([language, text]) => [
      language,
      [said[language as Language], text].filter(Boolean).join('\n'),
    ]),
  )
}

/** Without its mark-up, unless nothing is left then. */
function plainTitle(title: string): string {
  return plainOf(title).trim() || title.trim()
}
