import { ComponentType, type ModalSubmitInteraction } from 'discord.js'
import { say } from '../../core/i18n.ts'
import type { Page } from '../../core/pages/page.ts'
import { readTick } from '../../core/pages/tick.ts'
import type { Language } from '../../knowledge/language.ts'
import { shorten } from '../shorten.ts'
import { formLabel } from './form-label.ts'
import type { Form } from './show-form.ts'

/** What a page of ticks limits an announcement by, in its order. */
const dimensions = ['platforms', 'kinds', 'languages', 'topics'] as const
type Dimension = (typeof dimensions)[number]

/** `value`: what its button carries. */
type Tick = { readonly dimension: Dimension; readonly value: string; readonly label: string; readonly set: boolean }

/** discord.com/developers/docs/components/reference: string selects in modals. */
const longestOption = 100
const mostOptions = 25

/** The ticks of a page on which it is chosen who gets an announcement. */
export function ticksOn({ buttons }: Page): Tick[] {
  return buttons.flat().flatMap((button) => {
    if (button.do !== 'organize' || button.act !== 'audience' || button.value === undefined) return []
    const dimension = dimensions.find((one) => button.value!.startsWith(`${one}-`))
    const { label, isSet } = readTick(button.label)
    return dimension === undefined ? [] : [{ dimension, value: button.value, label, set: isSet }]
  })
}

/** The same as a form: a menu for each dimension. */
export function audienceModal(language: Language, id: string, ticks: readonly Tick[]): Form {
  return {
    custom_id: `audience:${id}`,
    title: formLabel(say(language, 'organizers.short', { id })),
    components: [...Map.groupBy(ticks, ({ dimension }) => dimension)].map(([dimension, all]) => {
      const options = all.slice(0, mostOptions)
      return {
        type: ComponentType.Label,
        label: formLabel(say(language, `organizers.limits.${dimension}`)),
        description: say(language, 'organizers.limitHint'),
        component: {
          type: ComponentType.StringSelect,
          custom_id: dimension,
          required: false,
          min_values: 0,
          max_values: options.length,
          options: options.map(({ value, label, set }) => ({
            label: shorten(label, longestOption),
            value,
            default: set,
          })),
        },
      }
    }),
  }
}

/** The announcement of a form that was submitted, and what was chosen by dimension; undefined for another modal. */
export function submittedAudience({
  customId,
  fields,
}: ModalSubmitInteraction):
  | { readonly announcement: string; readonly chosen: ReadonlyMap<Dimension, readonly string[]> }
  | undefined {
  const [, announcement] = /^audience:(\d{1,9})$/.exec(customId) ?? []
  if (announcement === undefined) return undefined
  const given = dimensions.filter((one) => fields.fields.has(one))
  return { announcement, chosen: new Map(given.map((one) => [one, fields.getStringSelectValues(one)])) }
}

/**
 * The values of ticks that are to be set or taken away for a choice. Those taken away come first: with all of a
 * dimension set, none of it would be.
 */
export function changedTicks(ticks: readonly Tick[], chosen: ReadonlyMap<Dimension, readonly string[]>): string[] {
  return ticks
    .filter(({ dimension, value, set }) => chosen.has(dimension) && chosen.get(dimension)!.includes(value) !== set)
    .toSorted((a, b) => Number(b.set) - Number(a.set))
    .map(({ value }) => value)
}
