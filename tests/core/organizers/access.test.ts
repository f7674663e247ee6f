import { describe, expect, test } from 'vitest'
import { openAccess } from '../../../src/core/organizers/access.ts'
import type { Visitor } from '../../../src/core/pages/visitor.ts'
import type { Language } from '../../../src/knowledge/language.ts'
import { noon } from '../../support/shown.ts'

const organizers = { telegram: ['99'], discord: ['5'] }

function aVisitor(changes: Partial<Visitor> = {}): Visitor {
  return { person: { platform: 'telegram', id: '99' }, session: 's', now: noon, ...changes }
}

/** The app's language, or Kazakh. */
function languageFor({ languageTag = 'kk' }: Visitor): Promise<Language> {
  return Promise.resolve(languageTag as Language)
}

describe('an act for organizers', () => {
  test.for([
    { platform: 'telegram', id: '99', organizer: true },
    { platform: 'discord', id: '5', organizer: true },
    { platform: 'discord', id: '99', organizer: false },
    { platform: 'telegram', id: '9', organizer: false },
  ] as const)('is reached by $platform:$id: $organizer', async ({ platform, id, organizer }) => {
    const reached: unknown[] = []
    const { isOrganizer, forOrganizers } = openAccess(organizers, languageFor)
    const act = forOrganizers(async (_visitor, language, subject: string) => {
      reached.push(language)
      return subject
    })
    const visitor = aVisitor({ person: { platform, id }, languageTag: 'en' })
    expect(await act(visitor, 'all')).toBe(organizer ? 'all' : undefined)
    expect(reached).toEqual(organizer ? ['en'] : [])
    expect(isOrganizer(visitor)).toBe(organizer)
  })

  test('that nobody asked for speaks the language that their app spoke last', async () => {
    const { forOrganizers } = openAccess(organizers, languageFor)
    const spoken = forOrganizers((_visitor, language) => Promise.resolve(language))
    expect(await spoken(aVisitor())).toBe('kk')
    await spoken(aVisitor({ languageTag: 'ru' }))
    await spoken(aVisitor({ languageTag: 'en' }))
    expect(await spoken(aVisitor())).toBe('en')
    expect(await spoken(aVisitor({ person: { platform: 'discord', id: '5' } }))).toBe('kk')
  })

  test.for([
    { said: { languageTag: 'en' }, kept: true },
    { said: {}, kept: false },
    // The language of a page is not that of their app.
    { said: { languageTag: 'en', keepTag: false }, kept: false },
  ])('keeps what their app says of its language: $said', async ({ said, kept }) => {
    const seen: Visitor[] = []
    const { forOrganizers } = openAccess(organizers, (visitor) => {
      seen.push(visitor)
      return languageFor(visitor)
    })
    await forOrganizers(() => Promise.resolve())(aVisitor(said))
    expect(seen).toMatchObject([{ keepTag: kept }])
  })
})
