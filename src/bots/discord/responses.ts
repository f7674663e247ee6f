import type { Answered } from '../../core/desk/asking.ts'
import type { Page, Pressed } from '../../core/pages/page.ts'
import type { ButtonData } from '../button-data.ts'
import { partsOf } from './copy.ts'
import { dress, type Dressed } from './render.ts'

/** What is shown: messages, and with the first of them a file. */
export type Response = {
  readonly messages: readonly Dressed[]
  /** The answer that the messages give, if they give one. */
  readonly reply?: Answered['reply'] | undefined
  readonly file?: { readonly name: string; readonly content: string } | undefined
}

type Dressing = { readonly data: ButtonData }

/** A page. */
export function shown({ data }: Dressing, page: Page): Response {
  return { messages: dress(page, data) }
}

/** The same where everyone sees it already: there is nothing to share. */
export function withoutSharing(page: Page): Page {
  const buttons = page.buttons.map((row) => row.filter((button) => button.do !== 'share'))
  return { ...page, buttons: buttons.filter((row) => row.length > 0) }
}

/** An answer, and the offer to switch languages after it. */
export function told({ data }: Dressing, { page, reply, offer }: Answered): Response {
  return { reply, messages: [...dress(page, data), ...(offer ? dress(offer, data) : [])] }
}

/**
 * What a press leads to. Announcements are shown as their readers will see them, calling nobody and without the file.
 */
export function pressedResponse({ data }: Dressing, pressed: Pressed): Response {
  if (pressed.kind === 'file') return { ...shown({ data }, pressed.file.page), file: pressed.file }
  if (pressed.kind !== 'preview') return shown({ data }, pressed.page)
  const copies = pressed.copies.flatMap((copy) => partsOf({ ...copy, attachments: [], callEveryone: false }))
  return {
    messages: [
      ...copies.map(({ content, embeds }): Dressed => ({ content, embeds: [...embeds], components: [] })),
      ...dress(pressed.page, data),
    ],
  }
}
