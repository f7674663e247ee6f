import {
  ButtonStyle,
  ComponentType,
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIEmbed,
  type APIStringSelectComponent,
} from 'discord.js'
import type { Line } from '../../core/answering/reply.ts'
import { chunksOf } from '../../core/chunks.ts'
import { say } from '../../core/i18n.ts'
import { dressMarkdown } from '../../core/mailing/markdown.ts'
import type { Button, Link, OrganizerAct, Page, Swap } from '../../core/pages/page.ts'
import type { ButtonData } from '../button-data.ts'
import { layOut } from '../lay-out.ts'
import { shorten } from '../shorten.ts'
import { escapeMarkdown } from './escape.ts'
import { discordMarkup } from './markup.ts'

/** One message: a page, or a part of one. */
export type Dressed = { readonly content?: string; readonly embeds: APIEmbed[]; readonly components: Row[] }
type Row = APIActionRowComponent<APIButtonComponent> | APIActionRowComponent<APIStringSelectComponent>

/** discord.com/developers/docs: message resource (embeds; description and footer together 6000), components. */
const longest = { description: 4096, footer: 1900, label: 80, option: 100, placeholder: 150 }
const most = { rows: 5, buttons: 5, options: 25 }

/** The green of the summit's emblem. */
const colour = 0x1f8a5b

/** A page as messages; the buttons stand under the last. Where the source stands becomes the footer. */
export function dress({ lines, buttons, language }: Page, data: ButtonData): Dressed[] {
  const source = lines.find(({ kind }) => kind === 'source')
  const told = lines
    .filter(({ kind }) => kind !== 'source')
    .map(({ kind, text }): Line => ({
      kind,
      text: kind === 'marked' ? dressMarkdown(text, discordMarkup) : escapeMarkdown(text),
    }))
  const messages = layOut(told, longest.description, extraOf)
  return messages.map((message, at): Dressed => {
    const last = at === messages.length - 1
    return {
      embeds: [
        {
          color: colour,
          description: message.map(({ kind, text }) => dressLine(kind, text)).join('\n'),
          ...(last && source ? { footer: { text: shorten(source.text, longest.footer) } } : {}),
        },
      ],
      components: last ? rowsOf(buttons, language, data) : [],
    }
  })
}

const frames: Readonly<Record<Line['kind'], readonly [before: string, after: string]>> = {
  fact: ['**', '**'],
  text: ['', ''],
  item: ['• ', ''],
  note: ['*', '*'],
  source: ['', ''],
  marked: ['', ''],
}

function extraOf(kind: Line['kind']): number {
  const [before, after] = frames[kind]
  return before.length + after.length
}

function dressLine(kind: Line['kind'], text: string): string {
  const [before, after] = frames[kind]
  return `${before}${text}${after}`
}

/** What a button sends back. */
type Pack = (button: Exclude<Button, Link>) => string

/**
 * Rows of buttons as they are if Discord can hold them; else the buttons that stand alone in their rows, which are
 * choices, go into a menu, and short rows share one.
 */
function rowsOf(given: Page['buttons'], language: Page['language'], data: ButtonData): Row[] {
  const pack: Pack = (button) => data.pack(button, language)
  const placeholder = shorten(say(language, 'button.choose'), longest.placeholder)
  const rows = given.filter((row) => row.length > 0)
  if (rows.length <= most.rows) return rows.map((row) => buttonRow(row, pack))
  const isChoice = choicesAmong(rows)
  const choices = rows.filter(isChoice).map(([button]) => button!)
  const others = rows.filter((row) => !isChoice(row))
  const menus = chunksOf(choices, most.options).map((some, at) => menuRow(some, { at, placeholder, pack }))
  const room = most.rows - menus.length
  const packed = joined(others, room)
  return [...menus, ...packed.map((row) => buttonRow(row, pack))].slice(0, most.rows)
}

/** Rows that stand next to each other in one, the shortest first and lower ones before, until there is room for all. */
function joined(rows: Page['buttons'], room: number): Page['buttons'] {
  if (rows.length <= room) return rows
  const lengths = rows.slice(1).map((row, at) => row.length + rows[at]!.length)
  const shortest = Math.min(...lengths)
  if (shortest > most.buttons) return rows
  const at = lengths.lastIndexOf(shortest)
  return joined([...rows.slice(0, at), [...rows[at]!, ...rows[at + 1]!], ...rows.slice(at + 2)], room)
}

/** A topic, a reading, or a chapter; beside topics, a chapter is the way to another page of them. */
function choicesAmong(rows: Page['buttons']): (row: readonly Button[]) => boolean {
  const hasTopics = rows.flat().some((button) => button.do === 'open')
  const isChoice = (button: Button): boolean =>
    button.do === 'open' ||
    button.do === 'show' ||
    (button.do === 'browse' && button.chapter !== undefined && !hasTopics)
  return (row) => row.length === 1 && isChoice(row[0]!)
}

/** Links are opened by the app itself; every other button sends back what it does. */
function dressButton(button: Button, pack: Pack): APIButtonComponent {
  const label = shorten(button.label, longest.label)
  if (button.do === 'link') return { type: ComponentType.Button, style: ButtonStyle.Link, label, url: button.url }
  return { type: ComponentType.Button, style: styleOf(button), label, custom_id: pack(button) }
}

function buttonRow(row: readonly Button[], pack: Pack): Row {
  const components = row.slice(0, most.buttons).map((button) => dressButton(button, pack))
  return { type: ComponentType.ActionRow, components }
}

/** What goes out is green, what can't be taken back is red. */
const stylesOfActs: Partial<Record<OrganizerAct, ButtonStyle.Success | ButtonStyle.Danger>> = {
  confirm: ButtonStyle.Success,
  send: ButtonStyle.Success,
  correctNow: ButtonStyle.Success,
  discard: ButtonStyle.Danger,
  cancel: ButtonStyle.Danger,
  halt: ButtonStyle.Danger,
  recall: ButtonStyle.Danger,
  remove: ButtonStyle.Danger,
}

function styleOf(button: Exclude<Button, Link>): Exclude<ButtonStyle, ButtonStyle.Link | ButtonStyle.Premium> {
  if (button.do === 'show' || button.do === 'open') return ButtonStyle.Primary
  return (button.do === 'organize' ? stylesOfActs[button.act] : undefined) ?? ButtonStyle.Secondary
}

/** Components of a message with other buttons in the place of some. */
export function changeComponents(
  rows: readonly { toJSON: () => unknown }[],
  swaps: readonly Swap[],
  { data, language }: { readonly data: ButtonData; readonly language: Page['language'] },
): Row[] {
  const replaced = (component: APIButtonComponent): APIButtonComponent[] => {
    const pressed = 'custom_id' in component ? data.unpack(component.custom_id) : undefined
    const swap = pressed && swaps.find(({ from }) => data.pack(from, language) === data.pack(pressed.action, language))
    if (!swap) return [component]
    return swap.to ? [dressButton(swap.to, (button) => data.pack(button, pressed.language))] : []
  }
  return rows
    .map((row) => row.toJSON() as Row)
    .map((row): Row => {
      const [first] = row.components
      if (first?.type !== ComponentType.Button) return row
      return { type: row.type, components: (row.components as APIButtonComponent[]).flatMap(replaced) }
    })
    .filter(({ components }) => components.length > 0)
}

/** Menus need an id that no other component of the message has; what was chosen stands in the value. */
export const menuId = 'menu'

function menuRow(
  choices: readonly Button[],
  { at, placeholder, pack }: { readonly at: number; readonly placeholder: string; readonly pack: Pack },
): Row {
  const options = choices
    .filter((button) => button.do !== 'link')
    .map((button) => ({ label: shorten(button.label, longest.option), value: pack(button) }))
  return {
    type: ComponentType.ActionRow,
    components: [{ type: ComponentType.StringSelect, custom_id: `${menuId}${at}`, placeholder, options }],
  }
}
