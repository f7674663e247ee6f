import { describe, expect, test } from 'vitest'
import en from '../locales/en.json' with { type: 'json' }
import kk from '../locales/kk.json' with { type: 'json' }
import ru from '../locales/ru.json' with { type: 'json' }

const texts = { kk: flatten(kk), ru: flatten(ru), en: flatten(en) }

describe.each(['kk', 'ru'] as const)('the texts in %s', (language) => {
  test('have the keys of the English ones', () => {
    expect(new Set(texts[language].map(({ stem }) => stem))).toEqual(new Set(texts.en.map(({ stem }) => stem)))
  })

  test('have their placeholders', () => {
    const wanted = new Map(texts.en.map(({ stem, placeholders }) => [stem, placeholders]))
    expect(texts[language].filter(({ stem, placeholders }) => wanted.get(stem) !== placeholders)).toEqual([])
  })

  test('have every plural form that the language needs', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted(byCode)
    const plurals = Map.groupBy(
      texts[language].filter(({ form }) => form !== undefined),
      ({ stem }) => stem,
    )
    for (const [stem, list] of plurals)
      expect({ stem, forms: list.map(({ form }) => String(form)).toSorted(byCode) }).toEqual({ stem, forms })
  })
})

type Text = { stem: string; form: string | undefined; placeholders: string }

function flatten(value: object, prefix = ''): Text[] {
  return Object.entries(value).flatMap(([key, text]: [string, unknown]) => {
    if (typeof text !== 'string') return flatten(text as object, `${prefix}${key}.`)
    const [, stem, form] = /^(.*?)(?:_(one|few|many|other))?$/.exec(key) as unknown as [
      string,
      string,
      string | undefined,
    ]
    // The source stands in whichever form the sentence of a language needs.
    const placeholders = Array.from(text.matchAll(/\{\{(\w+)\}\}/g), ([, name]) =>
      name!.replace(/^(?:in)?source$/i, 'source'),
    )
      .toSorted(byCode)
      .join(' ')
    return [{ stem: `${prefix}${stem}`, form, placeholders }]
  })
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : 1
}
