import type { AnnouncementStore } from '../announcements/announcement-store.ts'
import type { FigureStore } from '../announcements/figure-store.ts'
import type { FileStore } from '../announcements/file.ts'
import type { ExpectedInput, InputStore } from './input.ts'
import type { WatchStore } from './watch.ts'

/** Everything that the organizers' chat needs in one piece, until each of its parts names the port that it takes. */
export type Ledger = AnnouncementStore &
  FigureStore &
  FileStore &
  WatchStore & { readonly awaited: InputStore['expected']; readonly await: InputStore['expect'] }

export type Awaited = ExpectedInput
