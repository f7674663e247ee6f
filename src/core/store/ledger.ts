import type { AnnouncementStore } from '../announcements/announcement-store.ts'
import type { FigureStore } from '../announcements/figure-store.ts'
import type { FileStore } from '../announcements/file.ts'
import type { InputStore } from '../organizers/input.ts'
import type { Ledger } from '../organizers/ledger.ts'
import type { WatchStore } from '../organizers/watch.ts'

type Parts = {
  readonly announcements: AnnouncementStore
  readonly figures: FigureStore
  readonly files: FileStore
  readonly inputs: InputStore
  readonly watches: WatchStore
}

/** What the organizers' chat takes in one piece until each of its parts names the port that it needs. */
export function ledgerOf({ announcements, figures, files, inputs, watches }: Parts): Ledger {
  return { ...announcements, ...figures, ...files, ...watches, awaited: inputs.expected, await: inputs.expect }
}
