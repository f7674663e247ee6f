import type { Snapshot, Time } from './snapshot.ts'

/** What became of something, as far as those who want to be there care. `back`: it takes place after all. */
export type Change = 'moved' | 'room' | 'cancelled' | 'postponed' | 'gone' | 'back'

/** Undefined if it concerns nobody, such as a better title. */
export function changeBetween(before: Snapshot, after: Snapshot): Change | undefined {
  if (after.off !== undefined) {
    // What was called off is not missed.
    const isNews = before.off !== after.off && (after.off !== 'gone' || before.off !== 'cancelled')
    return isNews && !(before.off === 'gone' && after.off === 'cancelled') ? after.off : undefined
  }
  if (before.off !== undefined) return 'back'
  if (hoursOf(before) !== hoursOf(after)) return 'moved'
  return placesOf(before) === placesOf(after) ? undefined : 'room'
}

function hoursOf({ times }: Snapshot): string {
  return times.map(({ from, to }) => `${from}/${to ?? ''}`).join()
}

function placesOf({ times }: Snapshot): string {
  return times.map(({ place }: Time) => place ?? '').join()
}
