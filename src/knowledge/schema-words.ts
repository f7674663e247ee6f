import { z } from 'zod'

/** What a key holds that was typed as something else, as a remedy. */
export function remedy(wanted: string): (issue: { readonly input?: unknown }) => string {
  return ({ input }) => {
    if (typeof input === 'number' || typeof input === 'boolean') return `put it in quotes: "${input}"`
    if (input === null) return `${wanted}, or leave the key out`
    return wanted
  }
}

export const id = z
  .string({ error: remedy('write an id: letters, digits and . _ : -') })
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._:-]{0,99}$/u, 'use letters, digits and . _ : - (at most 100)')

export const text = z
  .string({ error: remedy('write a text') })
  .trim()
  .min(1, 'write something or leave the key out')

/** One text in each language of the pack; what a language lacks is told in another. */
const localised = z.strictObject({ kk: text.optional(), ru: text.optional(), en: text.optional() })
const localisedList = z.strictObject({
  kk: z.array(text).optional(),
  ru: z.array(text).optional(),
  en: z.array(text).optional(),
})

/** A plain string stands for the pack's only language. */
export const words = z.union([text, localised], {
  error: remedy('write a text, or one in each language: {kk: …, ru: …, en: …}'),
})

export const wordLists = z.union([z.array(text), localisedList], {
  error: remedy('write a list, [one, another], or a list in each language'),
})

/** One thing or a list of them, as people type either. */
export function oneOrMore<T extends z.ZodType>(thing: T, wanted: string) {
  return z.union([thing, z.array(thing)], { error: remedy(wanted) })
}

/** A string of a form; anything else gets the form as its remedy. */
export function formed(form: RegExp, wanted: string) {
  return z.string({ error: remedy(wanted) }).regex(form, wanted)
}
