import { data, type Announcing } from '../support/telegram/announcing.ts'
import type { Button, Payload, Shown } from '../support/telegram/server.ts'
import { aMessage, aPress, type Person } from '../support/telegram/updates.ts'

/** Somebody who writes to the bot, as the transcript calls them. */
export type Speaker = Person & { readonly name: string }

/** What is done in Telegram, and written down as people see it. */
export type Transcript = {
  readonly section: (title: string, ...words: string[]) => void
  /** Sends words, and waits for the answer, or for several; returns the last. */
  readonly say: (who: Speaker, text: string, more?: Payload, answers?: number) => Promise<Shown>
  /** Sends several messages that are one, and waits for the page about them. */
  readonly send: (who: Speaker, what: string, updates: readonly Payload[], until: RegExp) => Promise<Shown>
  /** Presses a button: its page turns over, or another message comes. */
  readonly press: (who: Speaker, on: Shown, label: RegExp, leads?: 'message' | 'notice') => Promise<Shown>
  /** What somebody has on their screen: their last so many messages. */
  readonly screen: (who: Speaker, count: number) => void
  readonly note: (text: string) => void
  readonly written: () => string
}

/** Letters of a message that are shown, so that a page can be read; the rest is "…". */
const mostShown = 420

/** Writes down what is done in a program that `api` belongs to, as Markdown: a section for each thing found. */
export function openTranscript({ api, after }: Pick<Announcing, 'api' | 'after'>): Transcript {
  const lines: string[] = []
  let isOpen = false
  return {
    section(title, ...words) {
      close()
      lines.push('', `## ${title}`, ...words.flatMap((one) => ['', one]))
    },
    async say(who, text, more = {}, answers = 1) {
      line(who.name, text)
      const before = api.shown(who.id).length
      api.push(aMessage({ from: who, text, ...more }))
      await api.until(() => api.shown(who.id).length >= before + answers, `what is said to “${text}”`)
      return api.shown(who.id).slice(before).map(answered).at(-1)!
    },
    async send(who, what, updates, until) {
      line(who.name, what)
      for (const one of updates) api.push(one)
      const found = (): Shown | undefined => api.shown(who.id).findLast(({ text }) => until.test(text))
      await api.until(() => found() !== undefined, String(until))
      return answered(found()!)
    },
    async press(who, on, label, leads) {
      const button = data(on, label)
      line(who.name, `[${on.keyboard.flat().find(({ text }) => label.test(text))!.text}]`)
      if (leads === 'message') return answered(await after(aPress(on, button, who), who.id))
      const calls = api.calls.length
      const edits = on.edits
      api.push(aPress(on, button, who))
      const notice = (): string | undefined => {
        const call = api.calls.slice(calls).find(({ method }) => method === 'answerCallbackQuery')
        return call && ((call.payload.text as string | undefined) ?? '')
      }
      await api.until(() => (leads === 'notice' ? Boolean(notice()) : on.edits > edits), `what ${String(label)} does`)
      if (leads === 'notice') line('  (in passing)', notice()!)
      else answered(on)
      return on
    },
    screen(who, count) {
      for (const one of api.shown(who.id).slice(-count)) line(`  ${who.name} sees`, textOf(one), one.keyboard)
    },
    note(text) {
      open()
      lines.push(`  (${text})`)
    },
    written() {
      close()
      return `${lines
        .map((one) => one.replaceAll(/ +$/gm, ''))
        .join('\n')
        .trim()}\n`
    },
  }

  function answered(shown: Shown): Shown {
    line('  BOT', textOf(shown), shown.keyboard)
    return shown
  }

  function line(speaker: string, text: string, keyboard: readonly Button[][] = []): void {
    open()
    const short = text.length > mostShown ? `${text.slice(0, mostShown)}…` : text
    lines.push(`${speaker}: ${short.replaceAll('\n', '\n        ')}`)
    for (const row of keyboard) lines.push(`        ${row.map((one) => `[${one.text}]`).join(' ')}`)
  }

  function open(): void {
    if (!isOpen) lines.push('', '```')
    isOpen = true
  }

  function close(): void {
    if (isOpen) lines.push('```')
    isOpen = false
  }
}

function textOf({ text, payload }: Shown): string {
  const kind = (['photo', 'video', 'document', 'audio'] as const).find((one) => payload[one] !== undefined)
  return kind === undefined ? text : `<${kind}> ${text}`.trim()
}
