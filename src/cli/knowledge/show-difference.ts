import type { Change, Difference } from '../../importing/plan/difference.ts'
import type { FieldChange } from '../../importing/plan/merge.ts'
import { asLanguage, languages } from '../../knowledge/language.ts'
import type { Localised } from '../../knowledge/localised.ts'
import { counted } from './fault-json.ts'

/** More of one kind than this are counted, unless each tells a change of its own. */
const mostNew = 12

/** The ids by what becomes of them; places are no entries and stand apart. */
export function differenceJson(difference: Difference): Record<string, string[]> {
  const entries = difference.filter(({ kind }) => kind !== 'place')
  const ids = (what: Change['what']): string[] => entries.filter((change) => change.what === what).map(({ id }) => id)
  return {
    added: ids('added'),
    changed: ids('changed'),
    moved: ids('moved'),
    cancelled: ids('cancelled'),
    kept: difference.filter(({ kept }) => kept.length > 0).map(({ id }) => id),
    removed: ids('removed'),
    places: difference.filter(({ kind, what }) => kind === 'place' && what !== 'same').map(({ id }) => id),
  }
}

/** "3 moved, 1 cancelled, 2 new", and below that each change with what was before and what is after it. */
export function describeDifference(difference: Difference): string {
  const by = (what: Change['what']): Change[] => difference.filter((change) => change.what === what)
  const kept = difference.filter((change) => change.kept.length > 0)
  const parts = [
    [by('moved').length, 'moved'],
    [by('cancelled').length, 'cancelled'],
    [by('added').length, 'new'],
    [by('changed').length, 'changed'],
    [by('removed').length, 'no longer needed'],
    [kept.length, 'edited by hand and kept'],
  ] as const
  const told = parts.flatMap(([count, name]) => (count > 0 ? [`${count} ${name}`] : []))
  if (told.length === 0) return 'nothing has changed'
  const lines = [
    ...listed('Moved', by('moved'), ({ changes }) => changes.flatMap(byLanguage).map(fieldLine)),
    ...listed('Cancelled, or no longer in the source', by('cancelled'), () => []),
    ...describeNew(by('added')),
    ...listed('Changed', by('changed'), ({ changes }) => changes.flatMap(byLanguage).map(fieldLine)),
    ...listed('No longer needed: a speaker of no session', by('removed'), () => []),
    ...listed('Edited by hand, and kept as it is', kept, ({ kept: fields }) =>
      fields.flatMap(byLanguage).map(keptLine),
    ),
  ]
  return [told.join(', '), ...lines].join('\n')
}

function describeNew(added: readonly Change[]): string[] {
  if (added.length <= mostNew) return listed('New', added, () => [])
  const kinds = Map.groupBy(added, ({ kind }) => kind)
  return [
    'New',
    ...[...kinds].map(([kind, changes]) => `  ${counted(changes.length, kind)}, the first: ${nameOf(changes[0]!)}`),
  ]
}

function listed(title: string, changes: readonly Change[], more: (change: Change) => string[]): string[] {
  if (changes.length === 0) return []
  return [title, ...changes.flatMap((change) => [`  ${nameOf(change)}`, ...more(change).map((line) => `    ${line}`)])]
}

function nameOf({ id, called, fields }: Change): string {
  const when = fields?.['start'] ?? (fields?.['slots'] as { start: string }[] | undefined)?.[0]?.start
  return `${id}: ${shown(called)}${when === undefined ? '' : `, ${shown(when)}`}`
}

/** A text in several languages is told in those in which it differs. */
function byLanguage(change: FieldChange): FieldChange[] {
  const { field, from, to } = change
  if (!isLocalised(from) || !isLocalised(to)) return [change]
  const differing = languages.filter((language) => from[language] !== to[language])
  return differing.map((language) => ({ field: `${field} (${language})`, from: from[language], to: to[language] }))
}

function isLocalised(value: unknown): value is Localised {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : []
  return keys.length > 0 && keys.every((key) => asLanguage(key) !== undefined)
}

function fieldLine({ field, from, to }: FieldChange): string {
  return `${field}: ${shown(from)} → ${shown(to)}`
}

function keptLine({ field, from, to }: FieldChange): string {
  if (field === 'id') return from === undefined ? 'taken out of the pack' : 'no longer in the source'
  return `${field}: ${shown(from)}; the source says ${shown(to)}`
}

/** Long texts are cut: whoever needs all of it looks into the file. */
function shown(value: unknown): string {
  if (value === undefined) return '(nothing)'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > 90 ? `${line.slice(0, 89)}…` : line
}
