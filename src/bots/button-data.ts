import { languages, type Language } from '../knowledge/language.ts'
import type { Action } from '../core/desk/page.ts'
import type { EntryKeys } from './entry-keys.ts'

/** What a button does, and the language of the page that it stands under. */
export type Pressing = { readonly action: Action; readonly language: Language }

/**
 * What a button sends back when it is pressed, in at most 64 bytes (Telegram's limit; Discord allows 100 letters). The
 * language goes with it for people whose language nobody knows: they get on in that of the answer they had.
 */
export type ButtonData = {
  readonly pack: (action: Action, language: Language) => string
  /** Undefined for what no button of ours sends, or sends no longer. */
  readonly unpack: (data: string) => Pressing | undefined
}

const longest = 64

/** Letters for good: buttons of last year are pressed too. */
const verbs = { show: 'e', open: 'o', report: 'w', calendar: 'c', speak: 'l', browse: 'b' } as const satisfies Record<Action['do'], string>

export function buttonData(keys: EntryKeys): ButtonData {
  return {
    pack: (action, language) => `${verbs[action.do]}${language}:${objectOf(action)}`,
    unpack(data) {
      const [, verb, language, object] = /^(\w)(kk|ru|en):(.*)$/s.exec(data) ?? []
      const action = object === undefined ? undefined : actionOf(verb!, object)
      return action && { action, language: language as Language }
    },
  }

  function objectOf(action: Action): string {
    switch (action.do) {
      case 'speak': return action.language
      case 'browse': return action.chapter === undefined ? `${action.page}` : `${action.page}:${action.chapter}`
      default: return action.entry === undefined ? '' : keys.inButton(action.entry, longest - 4)
    }
  }

  function actionOf(verb: string, object: string): Action | undefined {
    switch (verb) {
      case verbs.show: return withEntry(object, 'show')
      case verbs.open: return withEntry(object, 'open')
      case verbs.report: return withEntry(object, 'report')
      case verbs.calendar: return object === '' ? { do: 'calendar' } : withEntry(object, 'calendar')
      case verbs.speak: {
        const language = languages.find((one) => one === object)
        return language && { do: 'speak', language }
      }
      case verbs.browse: {
        const [, page, chapter] = /^(\d{1,6})(?::(\d*))?$/.exec(object) ?? []
        return page === undefined ? undefined : { do: 'browse', page: Number(page), chapter }
      }
      default: return undefined
    }
  }

  function withEntry(entryKey: string, verb: 'show' | 'open' | 'report' | 'calendar'): Action | undefined {
    const entry = keys.find(entryKey)
    return entry === undefined ? undefined : { do: verb, entry }
  }
}
