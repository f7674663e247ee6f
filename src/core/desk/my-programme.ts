import { idAmong, ownId, partsOf, partWith } from '../../knowledge/joint-pack.ts'
import type { Entry, Pack } from '../../knowledge/pack.ts'
import type { Language } from '../../knowledge/language.ts'
import type { DestinationStore } from '../mailing/destination.ts'
import { inTime, longPatienceMs, ownChatOf, type ReceivingChat, type Visitor } from '../pages/visitor.ts'
import type { Address } from '../people/people.ts'
import { keepRecent } from '../people/recent.ts'
import { remindersOf } from '../stars/reminders.ts'
import { snapshotOf, writeSnapshot } from '../stars/snapshot.ts'
import type { Star, StarStore } from '../stars/star.ts'

/** Entries that somebody has marked, by id, and whether they are reminded of each. */
export type Marks = ReadonlyMap<string, { readonly reminds: boolean }>

/** What people have marked in the programme for themselves. */
export type MyProgramme = {
  readonly marks: (visitor: Visitor, pack: Pack) => Promise<Marks>
  /** The same for what is shown beside: undefined while the store does not answer. */
  readonly knownMarks: (visitor: Visitor, pack: Pack) => Promise<Marks | undefined>
  /** Marks an entry with all its reminders; returns when they come. */
  readonly mark: (own: ReceivingChat, entry: Entry, manner: Manner) => Promise<readonly Date[]>
  /** Leaves a mark without reminders. False if there is none. */
  readonly silence: (own: ReceivingChat, entry: string, pack: Pack) => Promise<boolean>
  /** Takes a mark away. */
  readonly unmark: (own: ReceivingChat, entry: string, pack: Pack) => Promise<void>
  /** What is remembered of somebody here is known no more. */
  readonly forget: (person: Address) => Promise<void>
}

type Manner = {
  readonly pack: Pack
  /** The language in which to write to somebody who chose none. */
  readonly language: Language
  readonly now: Date
}

/** `stars` and `destinations`: what is stored; what was read of a person is remembered for a minute. */
export function openMyProgramme({
  stars,
  destinations,
}: {
  readonly stars: Pick<StarStore, 'of' | 'put' | 'silence' | 'remove'>
  readonly destinations: Pick<DestinationStore, 'admit'>
}): MyProgramme {
  const recent = keepRecent(({ platform, id }): Promise<readonly Star[]> => stars.of({ platform, chat: id }))
  return {
    marks,
    knownMarks: (visitor, pack) => inTime(marks(visitor, pack), longPatienceMs).catch(() => undefined),
    mark: (own, entry, { pack, language, now }) =>
      recent.changing(
        addressOf(own),
        (async () => {
          const person = await destinations.admit({ ...own, hint: language }, now)
          const part = partWith(pack, entry)
          const seen = writeSnapshot(snapshotOf(entry, part))
          const reminders = remindersOf(entry, part, now)
          return stars.put(person, { ...keptAs(entry.id, pack), seen, reminds: true }, reminders, now)
        })(),
      ),
    silence: (own, entry, pack) => recent.changing(addressOf(own), stars.silence(own, keptAs(entry, pack))),
    unmark: async (own, entry, pack) =>
      void (await recent.changing(addressOf(own), stars.remove(own, keptAs(entry, pack)))),
    forget: (person) => recent.changing(person, Promise.resolve()),
  }

  async function marks(visitor: Visitor, pack: Pack): Promise<Marks> {
    const own = ownChatOf(visitor)
    const all = own ? await recent.read(addressOf(own)) : []
    const packs = new Set(partsOf(pack).map(({ id }) => id))
    return new Map(
      all
        .filter((one) => packs.has(one.pack))
        .map((one) => [idAmong(pack, one.pack, one.entry), { reminds: one.reminds }]),
    )
  }
}

/** Marks are kept under the ids of an entry's own pack, which stay when other packs come and go beside it. */
function keptAs(entry: string, pack: Pack): Omit<Star, 'reminds'> {
  return { pack: partWith(pack, { id: entry }).id, entry: ownId(entry) }
}

function addressOf({ platform, chat }: ReceivingChat): Address {
  return { platform, id: chat }
}
