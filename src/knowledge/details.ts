import type { Localised } from './localised.ts'

/** What may have become of what an entry announces. */
export const statuses = ['moved', 'cancelled', 'postponed', 'full', 'sold-out', 'closed'] as const

export type Status = (typeof statuses)[number]

/** An address to open; a label in the languages that have one. */
export type Link = { readonly url: string; readonly label: Localised }

/** A picture or a file, with what to say instead of showing it. */
export type Media = { readonly url: string; readonly alt: Localised }

/** What somebody pays: an amount (0: nothing), or words alone; `until` is the last day of it. */
export type Price = {
  readonly amount?: number
  /** As typed: "EUR", "₸". */
  readonly currency?: string
  readonly tier: Localised
  readonly until?: string
  readonly text: Localised
}

/** What an entry says beside its statements, its time and its people. What was not typed is absent. */
export type Details = {
  readonly affiliation?: Localised
  readonly track?: Localised
  /** Codes of languages (ISO 639), or their names as typed. */
  readonly spoken?: readonly string[]
  readonly links?: readonly Link[]
  readonly phones?: readonly string[]
  readonly emails?: readonly string[]
  readonly address?: Localised
  readonly prices?: readonly Price[]
  readonly audience?: Localised
  readonly registration?: { readonly needed: boolean; readonly text: Localised }
  /** How many people it has room for. */
  readonly capacity?: number
  readonly notice?: Localised
  readonly images?: readonly Media[]
  readonly files?: readonly Media[]
  /** Where it was taken from, and on which day. */
  readonly source?: { readonly url?: string; readonly date?: string }
}

/** Those of an entry that has none: one for all. */
export const noDetails: Details = {}
