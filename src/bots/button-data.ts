import { languages, type Language } from '../knowledge/language.ts'
import { organizerActs, type Action, type Share } from '../core/pages/page.ts'
import type { EntryKeys } from './entry-keys.ts'

/** Sharing where that is done by us, not by the person's app. */
export type Sharing = Pick<Share, 'do' | 'entry'>

/** What a button does, and the language of the page that it stands under. */
export type Pressing = { readonly action: Action | Sharing; readonly language: Language }

/**
 * What a button sends back when it is pressed, in at most 64 bytes (Telegram's limit; Discord allows 100 letters). The
 * language goes with it for people whose language nobody knows: they get on in that of the answer they had.
 */
export type ButtonData = {
  readonly pack: (action: Action | Sharing, language: Language) => string
  /** Undefined for what no button of ours sends, or sends no longer. */
  readonly unpack: (data: string) => Pressing | undefined
}

const longest = 64

/** Letters for good: buttons of last year are pressed too. */
const verbs = {
  show: 'e',
  open: 'o',
  report: 'w',
  calendar: 'c',
  speak: 'l',
  browse: 'b',
  languages: 't',
  related: 'r',
  share: 's',
  subscribe: 'n',
  unsubscribe: 'u',
  receive: 'd',
  remind: 'm',
  organize: 'a',
} as const satisfies Record<(Action | Sharing)['do'], string>

export function buttonData(keys: EntryKeys): ButtonData {
  return {
    pack: (action, language) => `${verbs[action.do]}${language}:${objectOf(action, keys)}`,
    unpack(data) {
      const [, verb, language, object] = /^(\w)(kk|ru|en):(.*)$/s.exec(data) ?? []
      const action = object === undefined ? undefined : actionOf(verb!, object, keys)
      return action && { action, language: language as Language }
    },
  }
}

function objectOf(action: Action | Sharing, keys: EntryKeys): string {
  switch (action.do) {
    case 'speak':
      return action.to === 'group' ? `${action.language}:g` : action.language
    case 'languages':
    case 'subscribe':
    case 'unsubscribe':
      return ''
    case 'receive':
      return action.languages.join('-')
    case 'organize':
      return [action.act, action.subject, ...(action.value === undefined ? [] : [action.value])].join('.')
    case 'browse':
      return action.chapter === undefined ? `${action.page}` : `${action.page}:${action.chapter}`
    case 'calendar':
      if (action.event !== undefined) return `.${action.event}`
      return action.entry === undefined ? '' : keys.inButton(action.entry, longest - 4)
    default:
      return action.entry === undefined ? '' : keys.inButton(action.entry, longest - 4)
  }
}

function actionOf(verb: string, object: string, keys: EntryKeys): Action | Sharing | undefined {
  switch (verb) {
    case verbs.show:
      return withEntry(object, 'show', keys)
    case verbs.open:
      return withEntry(object, 'open', keys)
    case verbs.report:
      return withEntry(object, 'report', keys)
    case verbs.related:
      return withEntry(object, 'related', keys)
    case verbs.share:
      return withEntry(object, 'share', keys)
    case verbs.languages:
      return { do: 'languages' }
    case verbs.subscribe:
      return { do: 'subscribe' }
    case verbs.unsubscribe:
      return { do: 'unsubscribe' }
    case verbs.remind:
      return withEntry(object, 'remind', keys)
    case verbs.receive: {
      const named = object.split('-').flatMap((name) => languages.find((one) => one === name) ?? [])
      return named.length > 0 ? { do: 'receive', languages: named } : undefined
    }
    case verbs.organize: {
      const [, name, subject = '', value] = /^([a-zA-Z]+)\.(\d{0,9})(?:\.([\w-]{1,30}))?$/.exec(object) ?? []
      const act = organizerActs.find((one) => one === name)
      return act && { do: 'organize', act, subject, value }
    }
    case verbs.calendar:
      if (object === '') return { do: 'calendar' }
      // No key begins with a point.
      return /^\.\d{1,3}$/.test(object)
        ? { do: 'calendar', event: Number(object.slice(1)) }
        : withEntry(object, 'calendar', keys)
    case verbs.speak: {
      const [name, group] = object.split(':')
      const language = languages.find((one) => one === name)
      return language && { do: 'speak', language, to: group === 'g' ? 'group' : 'person' }
    }
    case verbs.browse: {
      const [, page, chapter] = /^(\d{1,6})(?::([\d.]*))?$/.exec(object) ?? []
      return page === undefined ? undefined : { do: 'browse', page: Number(page), chapter }
    }
    default:
      return undefined
  }
}

function withEntry(
  entryKey: string,
  verb: 'show' | 'open' | 'report' | 'related' | 'share' | 'calendar' | 'remind',
  keys: EntryKeys,
): Action | Sharing | undefined {
  const entry = keys.find(entryKey)
  return entry === undefined ? undefined : { do: verb, entry }
}
