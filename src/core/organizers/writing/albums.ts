import { setTimeout as pause } from 'node:timers/promises'
import type { Visitor } from '../../pages/visitor.ts'
import type { Address } from '../../people/people.ts'

/**
 * What the first message of an album was taken for. `begun`: that is being found out; `taken`: for an announcement;
 * `offered`: perhaps for it, which the organizer is asked about; `left`: for nothing that carries files.
 */
export type AlbumState = 'begun' | 'taken' | 'offered' | 'left'

export type Album = { readonly state: AlbumState; readonly announcement: string | undefined }

/** Where it is remembered, for every process that its other messages may come to. */
export type AlbumStore = {
  /** True for whoever comes first. */
  readonly claim: (person: Address, album: string, now: Date) => Promise<boolean>
  readonly find: (person: Address, album: string) => Promise<Album | undefined>
  readonly keep: (person: Address, album: string, as: Album) => Promise<void>
}

/**
 * Pictures and files that were sent as one message arrive one by one. The first decides what all of them are for,
 * whatever else comes in between.
 */
export type Albums = {
  /** Undefined for the first message of an album, which `first` is then called for; what it was taken for else. */
  readonly follow: (visitor: Visitor, album: string) => Promise<Album | undefined>
  readonly isKnown: (visitor: Visitor, album: string) => Promise<boolean>
  readonly keep: (visitor: Visitor, album: string | undefined, as: Album) => Promise<void>
  /** What was taken for nothing that carries files takes none. */
  readonly close: (visitor: Visitor, album: string) => Promise<void>
}

/** How long another process may take with the first message, and how often we look. */
const patience = { looks: 40, everyMs: 250 }

/** `follow` waits for another process that has the first message of an album, but not for ever. */
export function openAlbums(store: AlbumStore): Albums {
  return {
    async follow({ person, now }, album) {
      if (await store.claim(person, album, now)) return undefined
      for (let looks = 0; looks < patience.looks; looks++) {
        const found = await store.find(person, album)
        if (found?.state !== 'begun') return found
        await pause(patience.everyMs, undefined, { ref: false })
      }
      // Whoever had the first message was cut off.
      return undefined
    },
    isKnown: async ({ person }, album) => (await store.find(person, album)) !== undefined,
    async keep({ person }, album, as) {
      if (album !== undefined) await store.keep(person, album, as)
    },
    async close({ person }, album) {
      const found = await store.find(person, album)
      if (found?.state === 'begun') await store.keep(person, album, { state: 'left', announcement: undefined })
    },
  }
}
