import type { Language } from '../../knowledge/language.ts'
import { say } from '../i18n.ts'
import type { Action, Button } from './page.ts'

/** Which of many things stand on a page, and the buttons that turn to the page before and the page after. */
type PageOf = { readonly at: number; readonly from: number; readonly until: number; readonly turns: Button[] }

/** Pages count from 0; one that is not there (any more) is the nearest that is. `to`: what turns to a page. */
export function pageOf(
  count: number,
  { page, perPage, language }: { readonly page: number; readonly perPage: number; readonly language: Language },
  to: (page: number) => Action,
): PageOf {
  const last = Math.max(0, Math.ceil(count / perPage) - 1)
  const at = Math.min(Math.max(page, 0), last)
  return {
    at,
    from: at * perPage,
    until: (at + 1) * perPage,
    turns: [
      ...(at > 0 ? [{ ...to(at - 1), label: say(language, 'button.previous') }] : []),
      ...(at < last ? [{ ...to(at + 1), label: say(language, 'button.next', { page: at + 2, count: last + 1 }) }] : []),
    ],
  }
}
