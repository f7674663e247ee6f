import type { ChatAddress, StoredSubscription } from '../mailing/destination.ts'
import type { KeyedMailing, NewMailing } from '../mailing/mailing.ts'

/** An entry that somebody has marked in a programme, and whether they are reminded of it. */
export type Star = { readonly pack: string; readonly entry: string; readonly reminds: boolean }

/** A mark with how the entry stood when its owner was last told of it: see snapshot.ts; empty if that is not known. */
export type SeenStar = Star & { readonly seen: string }

/** What becomes of marks whose owners have seen an entry as it is no more. */
export type StarChange = Omit<SeenStar, 'reminds' | 'seen'> & {
  readonly from: string
  readonly to: string
  /** What its owners are told, all of them; nothing, if it does not concern them. */
  readonly notice: NewMailing | undefined
  /** In place of the reminders that they wait for. */
  readonly reminders: readonly KeyedMailing[]
}

/** Where marks are kept. Each verb does all that it says or nothing. */
export type StarStore = {
  /** What a person has marked. */
  readonly of: (person: ChatAddress) => Promise<readonly Star[]>
  /** Marks an entry, or marks it anew, with these reminders and no others; returns the moments of those that come. */
  readonly put: (
    person: Pick<StoredSubscription, 'id' | 'platform' | 'chat'>,
    star: SeenStar,
    reminders: readonly KeyedMailing[],
    now: Date,
  ) => Promise<readonly Date[]>
  /** Leaves a mark and takes its reminders away. False if it is not marked. */
  readonly silence: (person: ChatAddress, star: Omit<Star, 'reminds'>) => Promise<boolean>
  /** False if it was not marked. */
  readonly remove: (person: ChatAddress, star: Omit<Star, 'reminds'>) => Promise<boolean>
  /** How marked entries of a pack were last seen by those who marked them. */
  readonly seen: (pack: string) => Promise<readonly Pick<SeenStar, 'entry' | 'seen'>[]>
  /**
   * Everybody who last saw the entry as it was is told once, however many processes come upon the change. Returns how
   * many they are.
   */
  readonly renew: (change: StarChange, now: Date) => Promise<number>
}
