import type { Origins } from './check.ts'
import { within, type Fault } from './fault.ts'
import type { Entry, Localised, Pack } from './pack.ts'

/** What an organizer should know of a pack that can be used all the same. */
export function warningsOf(pack: Pack, origins: Origins): Fault[] {
  return pack.entries.flatMap((entry) => untranslated(entry, pack, origins))
}

/** Who reads another language is told these texts in one that they have, which says so. */
function untranslated(entry: Entry, pack: Pack, origins: Origins): Fault[] {
  const origin = origins.entries.get(entry.id)
  if (pack.languages.length === 1 || !origin) return []
  const texts: [string, Localised, readonly PropertyKey[]][] = [
    ['title', entry.title, ['title']],
    ['text', entry.text, ['text']],
    ['at', entry.at, ['at']],
    ...entry.says.map(({ text }, index): [string, Localised, readonly PropertyKey[]] => [
      `says ${index + 1}`,
      text,
      ['says', index],
    ]),
  ]
  return texts.flatMap(([name, text, path]) => {
    if (Object.keys(text).length === 0) return []
    const missing = pack.languages.filter((language) => text[language] === undefined)
    if (missing.length === 0) return []
    return [{ ...within(origin, ...path), message: `${name} is missing in ${missing.join(', ')}; translate it` }]
  })
}
