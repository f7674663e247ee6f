import { expect, test } from 'vitest'
import { loadPack } from '../../src/knowledge/load.ts'
import { packFromJson, packToJson } from '../../src/knowledge/pack-json.ts'
import { aFair } from '../support/fair.ts'
import { aDirectory } from '../support/packs.ts'

const files = (places: string) => ({
  'pack.yaml': 'language: en',
  'entries.yaml': '- { id: a, title: Hall, text: The hall is quiet. }',
  'places.yaml': '- { id: bonn, name: Bonn }',
  'terms.yaml': `- { id: rhine, names: [the Rhine], places: ${places} }`,
})

test('a term may be a part of the world, with its places', () => {
  expect(loadPack(aDirectory(files('[bonn]'))).terms).toMatchObject([{ id: 'rhine', places: ['bonn'] }])
})

test.for([
  { fault: 'a place that the pack does not have', places: '[bonn, atlantis]', says: 'places names atlantis' },
  { fault: 'what is no list of places', places: 'bonn', says: 'entry rhine' },
])('names $fault, and whose it is', ({ places, says }) => {
  const directory = aDirectory(files(places))
  for (const part of ['terms.yaml', 'entry rhine', says]) expect(() => loadPack(directory)).toThrow(part)
})

test.for([
  { places: ['bonn', 'astana'], stays: true },
  { places: ['atlantis'], stays: false },
  { places: 'bonn', stays: false },
])('JSON keeps the places of a term if they are some of the pack: $places', ({ places, stays }) => {
  const terms = [{ id: 'rhine', names: { kk: [], ru: [], en: ['Rhine'] }, generic: false, places: places as string[] }]
  const json: unknown = JSON.parse(JSON.stringify(packToJson(aFair({ terms }))))
  expect(packFromJson(json)?.terms).toEqual(stays ? terms : undefined)
})
