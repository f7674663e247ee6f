import { join } from 'node:path'
import { afterAll, afterEach, expect, onTestFinished } from 'vitest'
import { besideProgram, type Beside } from '../announce.ts'
import { startInProcess } from '../in-process.ts'
import { aDirectory, smallPack } from '../packs.ts'
import { startProgram, type Program, type Running } from '../process.ts'
import { aTerminal, type Terminal } from '../terminal.ts'
import { startBotApi, type BotApi, type Fault, type Payload, type Shown } from './server.ts'
import { aMessage, aPress, type Person } from './updates.ts'

type Env = Readonly<Record<string, string>>

/** A Bot API for the tests of a file, and what they do with it. */
export type Announcing = {
  readonly api: BotApi
  /** Starts the program with a database of its own, unless one is given: an announcement goes to everyone in it. */
  readonly started: (more?: Env, now?: () => Date) => Promise<Running>
  /** In a process of its own, which can be killed. */
  readonly startedApart: (more: Env) => Promise<Program>
  /** On the database of the program that was started last. */
  readonly terminal: Terminal
  readonly beside: Pick<Beside, 'send' | 'report' | 'reached' | 'audienceIs' | 'subscribe'>
  /** Sends an update, and returns the newest message of a chat when one more has come. */
  readonly after: (update: Payload, chat: number) => Promise<Shown>
  readonly say: (text: string, from: Person, more?: Payload) => Promise<Shown>
  readonly subscriber: (language?: string) => Promise<Person>
  /** Presses a button and waits until the message has changed. */
  readonly turn: (shown: Shown, label: RegExp) => Promise<Shown>
  /** Presses a button and waits for another message. */
  readonly press: (shown: Shown, label: RegExp) => Promise<Shown>
  readonly texts: (chat: number) => string[]
  /** A fault for the first so many messages of an announcement to one chat. */
  readonly faultFor: (chat: number, fault: Fault, times?: number) => void
}

export const organizer: Person = { id: 99, language: 'en' }

let lastPerson = 20_000

export function aPerson(language = 'en'): Person {
  return { id: ++lastPerson, language }
}

/** The data of the button with such a label. */
export function data(shown: Shown, label: RegExp): string {
  const button = shown.keyboard.flat().find(({ text }) => label.test(text))
  expect(button, `${String(label)} among ${JSON.stringify(shown.keyboard)}`).toBeDefined()
  return button!.callback_data!
}

/** To be called where a file begins: after each test it lifts faults and holds every call to the published API. */
export async function openTelegram(): Promise<Announcing> {
  const api = await startBotApi()
  let last: { readonly terminal: Terminal; readonly beside: Beside } | undefined
  afterAll(() => api[Symbol.asyncDispose]())
  afterEach(() => {
    api.fault = () => undefined
    expect(api.violations).toEqual([])
  })
  return {
    api,
    started: (more = {}, now) => startedBy((env) => startInProcess(env, now), more),
    startedApart: (more) => startedBy(startProgram, more),
    terminal: {
      run: (...args) => last!.terminal.run(...args),
      create: (changes) => last!.terminal.create(changes),
      fails: (...args) => last!.terminal.fails(...args),
    },
    beside: {
      send: (changes) => last!.beside.send(changes),
      report: (id) => last!.beside.report(id),
      reached: (id, state) => last!.beside.reached(id, state),
      subscribe: (platform, count) => last!.beside.subscribe(platform, count),
      audienceIs: (total) => last!.beside.audienceIs(total),
    },
    after,
    say,
    async subscriber(language) {
      const person = aPerson(language)
      await say('/subscribe', person)
      return person
    },
    async turn(shown, label) {
      const edits = shown.edits
      api.push(aPress(shown, data(shown, label)))
      await api.until(() => shown.edits > edits, `${String(label)} changes the page`)
      return shown
    },
    press: (shown, label) => after(aPress(shown, data(shown, label)), shown.chat),
    texts: (chat) => api.shown(chat).map(({ text }) => text),
    faultFor(chat, fault, times = 1) {
      let left = times
      api.fault = (method, payload) =>
        method === 'sendMessage' && payload.chat_id === chat && left-- > 0 ? fault : undefined
    },
  }

  async function startedBy<T extends Running>(start: (env: Env) => T, more: Env): Promise<T> {
    const database = `sqlite:${join(aDirectory({}), 'jauap.db')}`
    const env = {
      TELEGRAM_BOT_TOKEN: api.token,
      TELEGRAM_API_ROOT: api.root,
      ORGANIZERS: `telegram:${organizer.id}`,
      HTTP_PORT: '0',
      KNOWLEDGE: smallPack,
      DEFAULT_LANGUAGE: 'en',
      DATABASE_URL: database,
      ...more,
    }
    const bot = start(env)
    last = { terminal: aTerminal(env), beside: besideProgram(env.DATABASE_URL) }
    onTestFinished(last.beside[Symbol.asyncDispose])
    await bot.said(/"ready"/)
    return bot
  }

  async function after(update: Payload, chat: number): Promise<Shown> {
    const before = api.shown(chat).length
    api.push(update)
    await api.until(() => api.shown(chat).length > before, `a message in ${chat}`)
    return api.shown(chat).at(-1)!
  }

  function say(text: string, from: Person, more: Payload = {}): Promise<Shown> {
    return after(aMessage({ from, text, ...more }), from.id)
  }
}
