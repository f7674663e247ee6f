import type { Pack, Statement } from '../../knowledge/pack.ts'
import { languageOf } from '../../languages/known/all.ts'
import type { TermOf } from '../text/term.ts'
import { tokenise } from '../text/tokenise.ts'

/** The terms of a statement in each language of its pack. The same statements are told again and again. */
export function termsOf(statement: Statement, pack: Pack, termOf: TermOf): readonly ReadonlySet<string>[] {
  return knownTerms.getOrInsertComputed(statement, () =>
    pack.languages.map(
      (language) => new Set(tokenise(statement.text[language] ?? '').map((word) => termOf(word, languageOf(language)))),
    ),
  )
}

const knownTerms = new WeakMap<Statement, readonly ReadonlySet<string>[]>()
