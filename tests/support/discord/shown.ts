import { expect } from 'vitest'
import type { Body, Shown } from './server.ts'

type Component = { readonly custom_id: string; readonly label?: string; readonly style?: number }

/** What the embeds of a message say, and the source below. */
export function textOf({ content }: { readonly content: Body }): string {
  const embeds = (content.embeds ?? []) as { description?: string; footer?: { text: string } }[]
  return embeds.map(({ description = '', footer }) => `${description}\n${footer?.text ?? ''}`).join('\n')
}

/** Buttons and menus, row by row in one list. */
export function componentsOf({ content }: { readonly content: Body }): Component[] {
  return ((content.components ?? []) as { components: Component[] }[]).flatMap((row) => row.components)
}

/** The id of the button whose label matches, which has to be there. */
export function buttonOf(shown: Shown, label: RegExp): string {
  const found = componentsOf(shown).find((one) => label.test(one.label ?? ''))
  expect(found, `${String(label)} among ${JSON.stringify(componentsOf(shown))}`).toBeDefined()
  return found!.custom_id
}
