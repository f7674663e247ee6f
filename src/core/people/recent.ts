import { LRUCache } from 'lru-cache'
import { keyOf, type Address, type PeopleStore } from './people.ts'

/** How long what was read counts as known: another process may change it meanwhile. */
const lifetimeMs = 60_000

/** Far more than ask within a minute; whoever was silent longest makes room. */
const mostKept = 10_000

/**
 * A store of people that remembers for a minute what it read, so that a slow database does not slow down people who are
 * in the middle of asking. What is written here is known here at once. `now`: milliseconds, from any beginning.
 */
export function rememberRecent(people: PeopleStore, now: () => number = () => performance.now()): PeopleStore {
  const settings = keepRecent((person) => people.settingsOf(person), now)
  const languages = keepRecent((group) => people.groupLanguage(group), now)
  return {
    ...people,
    settingsOf: (person) => settings.read(person),
    groupLanguage: (group) => languages.read(group),
    setLanguage: (person, language) => settings.changing(person, people.setLanguage(person, language)),
    setPlain: (person, plain) => settings.changing(person, people.setPlain(person, plain)),
    noteAppLanguage: (person, language) => settings.changing(person, people.noteAppLanguage(person, language)),
    noteOffer: (person, at) => settings.changing(person, people.noteOffer(person, at)),
    forget: (person) => settings.changing(person, people.forget(person)),
    setGroupLanguage: (group, language) => languages.changing(group, people.setGroupLanguage(group, language)),
    moveGroup: (group, to) =>
      languages.changing(group, languages.changing({ ...group, id: to }, people.moveGroup(group, to))),
  }
}

/** What was read of somebody, for a minute. `now`: milliseconds, from any beginning. */
export function keepRecent<T>(load: (address: Address) => Promise<T>, now: () => number = () => performance.now()) {
  const kept = new LRUCache<string, Promise<T>>({
    max: mostKept,
    ttl: lifetimeMs,
    // Else the clock is read once a millisecond of the machine's time, whatever the one that is passed in says.
    ttlResolution: 0,
    // What begins at 0 lasts for ever there.
    perf: { now: () => 1 + now() },
  })
  return {
    read(address: Address): Promise<T> {
      const key = keyOf(address)
      const known = kept.get(key)
      if (known) return known
      const value = load(address)
      kept.set(key, value)
      // A failure is not remembered: the next question asks again. What was read since then is none.
      value.catch(() => kept.peek(key) === value && kept.delete(key))
      return value
    },
    /** What is read before the change is done may be old, and so may what was known before. */
    async changing<R>(address: Address, change: Promise<R>): Promise<R> {
      try {
        return await change
      } finally {
        kept.delete(keyOf(address))
      }
    },
  }
}
