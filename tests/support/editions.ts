import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** How many topics an edition has. */
export const topics = 20

/** Words that no stemmer or mending takes for one another. */
const words = (
  'lunch parking registration badge wireless hotel shuttle library garden museum concert excursion insurance ' +
  'currency weather pharmacy laundry gymnasium bakery observatory'
).split(' ')

/** What is asked of topic n: its answer names the edition in three places. */
export function questionOf(topic: number): string {
  return `What about the ${words[topic]}?`
}

/**
 * The files of a pack with these entries. It says that it is of no event: what people ask at events is seconds of work
 * to each thread that reads a pack anew, and no matter of who tests how packs are replaced.
 */
export function aPackOf(entries: string, manifest = ''): Readonly<Record<'pack.yaml' | 'entries.yaml', string>> {
  return { 'pack.yaml': `topics: false\n${manifest}`, 'entries.yaml': entries }
}

/**
 * The same topics in every edition; each entry says in its title and in each of its sentences which edition it is of.
 */
export function anEdition(edition: string): string {
  return words
    .map(
      (word) =>
        `- id: ${word}\n  title: The ${word} of ${edition}\n  names: [${word}]\n  says:\n` +
        `    - { about: what, en: Of the ${word} it is ${edition} that tells. }\n` +
        `    - { about: where, en: The ${word} is where ${edition} says. }\n`,
    )
    .join('')
}

/** Puts a file in the place of another at once, as editors do. */
export function replaceFile(directory: string, name: string, content: string): void {
  writeFileSync(join(directory, `${name}.new`), content)
  renameSync(join(directory, `${name}.new`), join(directory, name))
}
