import { languages, type Language } from '../knowledge/language.ts'
import { calendarsOf, organizerActs, type Action, type Share, type SpokenAt } from '../core/pages/page.ts'
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
  follow: 'i',
  remind: 'm',
  unremind: 'x',
  star: 'f',
  unstar: 'g',
  mine: 'p',
  drop: 'k',
  day: 'y',
  plain: 'q',
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
    case 'speak': {
      const { language, to, at } = action
      if (at === undefined) return to === 'group' ? `${language}:g` : language
      const place = at === 'welcome' ? 'w' : `e:${keys.inButton(at.entry, longest - 10)}`
      return `${language}:${to === 'group' ? 'g' : 'p'}:${place}`
    }
    case 'languages':
      return action.entry === undefined ? '' : keys.inButton(action.entry, longest - 4)
    case 'subscribe':
    case 'unsubscribe':
      return ''
    case 'receive':
      return action.languages.join('-')
    case 'follow':
      return action.topic === undefined ? '' : `${action.topic}${action.on ? '+' : '-'}`
    case 'organize':
      return [action.act, action.subject, ...(action.value === undefined ? [] : [action.value])].join('.')
    case 'browse':
      return action.chapter === undefined ? `${action.page}` : `${action.page}:${action.chapter}`
    case 'day':
      return action.day
    case 'plain':
      return action.on ? 'on' : 'off'
    case 'mine':
      return `${action.page}${action.editing ? ':e' : ''}`
    case 'drop':
      return `${action.page}:${keys.inButton(action.entry, longest - 9)}`
    case 'calendar':
      return calendarObject(action, keys)
    default:
      return keys.inButton(action.entry, longest - 4)
  }
}

function actionOf(verb: string, object: string, keys: EntryKeys): Action | Sharing | undefined {
  switch (verb) {
    case verbs.languages:
      return { do: 'languages', entry: object === '' ? undefined : keys.find(object) }
    case verbs.subscribe:
      return { do: 'subscribe' }
    case verbs.unsubscribe:
      return { do: 'unsubscribe' }
    case verbs.day:
      return object === 'today' || object === 'tomorrow' ? { do: 'day', day: object } : undefined
    case verbs.plain:
      return object === 'on' || object === 'off' ? { do: 'plain', on: object === 'on' } : undefined
    case verbs.mine: {
      const [, page, editing] = /^(\d{1,4})(:e)?$/.exec(object) ?? []
      return page === undefined ? undefined : { do: 'mine', page: Number(page), editing: editing !== undefined }
    }
    case verbs.drop: {
      const [, page, key = ''] = /^(\d{1,4}):(.+)$/s.exec(object) ?? []
      const entry = keys.find(key)
      return page === undefined || entry === undefined ? undefined : { do: 'drop', entry, page: Number(page) }
    }
    case verbs.receive: {
      const named = object.split('-').flatMap((name) => languages.find((one) => one === name) ?? [])
      return named.length > 0 ? { do: 'receive', languages: named } : undefined
    }
    case verbs.follow: {
      const [whole, topic, sign] = /^(?:(\d{1,9})([+-]))?$/.exec(object) ?? []
      return whole === undefined ? undefined : { do: 'follow', topic, on: sign === '+' }
    }
    case verbs.organize: {
      const [, name, subject = '', value] = /^([a-zA-Z]+)\.(\d{0,9})(?:\.([\w-]{1,30}))?$/.exec(object) ?? []
      const act = organizerActs.find((one) => one === name)
      return act && { do: 'organize', act, subject, value }
    }
    case verbs.calendar:
      return calendarIn(object, keys)
    case verbs.speak:
      return speaking(object, keys)
    case verbs.browse: {
      const [, page, chapter] = /^(\d{1,6})(?::([\d.]*))?$/.exec(object) ?? []
      return page === undefined ? undefined : { do: 'browse', page: Number(page), chapter }
    }
    default: {
      const one = ofEntries.find((name) => verbs[name] === verb)
      return one && withEntry(object, one, keys)
    }
  }
}

/** The key of an entry; without one "", ":mine", ".2", ".2:all". No key begins with a point or a colon. */
function calendarObject({ entry, event, which }: Extract<Action, { do: 'calendar' }>, keys: EntryKeys): string {
  if (entry !== undefined) return keys.inButton(entry, longest - 4)
  return `${event === undefined ? '' : `.${event}`}${which === undefined ? '' : `:${which}`}`
}

function calendarIn(object: string, keys: EntryKeys): Action | Sharing | undefined {
  if (!/^(?:$|[.:])/.test(object)) return withEntry(object, 'calendar', keys)
  const [whole, event, named] = /^(?:\.(\d{1,3}))?(?::(\w+))?$/.exec(object) ?? []
  const which = calendarsOf.find((one) => one === named)
  if (whole === undefined || (named !== undefined && !which)) return undefined
  return { do: 'calendar', event: event === undefined ? undefined : Number(event), which }
}

/** "ru", "ru:g", "ru:p:w", "ru:p:e:KEY". An entry that is no more leaves the choice of the language. */
function speaking(object: string, keys: EntryKeys): Action | undefined {
  const [, name, to, place, key] = /^(\w\w)(?::([gp]))?(?::(w|e):?(.*))?$/s.exec(object) ?? []
  const language = languages.find((one) => one === name)
  const entry = place === 'e' ? keys.find(key ?? '') : undefined
  const at: SpokenAt | undefined = place === 'w' ? 'welcome' : entry === undefined ? undefined : { entry }
  return language && { do: 'speak', language, to: to === 'g' ? 'group' : 'person', at }
}

/** Verbs whose buttons carry an entry and nothing else. */
const ofEntries = [
  'show',
  'open',
  'report',
  'related',
  'share',
  'star',
  'unstar',
  'remind',
  'unremind',
] as const satisfies (keyof typeof verbs)[]

function withEntry(
  entryKey: string,
  verb: (typeof ofEntries)[number] | 'calendar',
  keys: EntryKeys,
): Action | Sharing | undefined {
  const entry = keys.find(entryKey)
  return entry === undefined ? undefined : { do: verb, entry }
}
