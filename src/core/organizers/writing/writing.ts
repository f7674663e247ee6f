import type { Visitor } from '../../pages/visitor.ts'
import { takingEntries } from './take-entry.ts'
import { takingMessages } from './take-message.ts'
import { openAlbums, type AlbumStore } from './albums.ts'
import { openCorrections } from './corrections.ts'
import { openDrafts } from './drafts.ts'
import { openEntries } from './entries.ts'
import { openEntryFields } from './entry-fields.ts'
import { answeringOffers } from './offer-answers.ts'
import { openOffers } from './offers.ts'
import { puttingIn } from './put-in.ts'
import { takingTopics } from './topic-entries.ts'

/** What something is opened with. */
type Ports<Part extends (ports: never) => unknown> = Parameters<Part>[0]

/** What everything about writing is opened with, other than its own parts. */
type WritingPorts = Ports<typeof openCorrections> &
  Omit<Ports<typeof openEntryFields>, 'albums' | 'putIn'> &
  Ports<typeof puttingIn> &
  Omit<Ports<typeof openOffers>, 'albums'> &
  Omit<Ports<typeof answeringOffers>, 'albums'> &
  Omit<Ports<typeof takingEntries>, 'corrections' | 'fields'> &
  Ports<typeof takingTopics> &
  Omit<Ports<typeof openEntries>, 'takeEntry' | 'takeTopic' | 'offers'> &
  Omit<Ports<typeof openDrafts>, 'albums' | 'corrections'> & { readonly albums: AlbumStore }

/** All that organizers write, in messages and in forms. */
export function openWriting({ albums: albumStore, ...others }: WritingPorts) {
  const albums = openAlbums(albumStore)
  const ports = { ...others, albums }
  const corrections = openCorrections(ports)
  const fields = openEntryFields({ ...ports, putIn: puttingIn(ports) })
  const offers = openOffers(ports)
  const offerAnswers = answeringOffers(ports)
  const takeTopic = takingTopics(ports)
  const takeEntry = takingEntries({ ...ports, corrections, fields })
  const entries = openEntries({ ...ports, takeEntry, takeTopic, offers })
  const drafts = openDrafts({ ...ports, corrections })
  const takeMessage = takingMessages({ ...ports, entries, drafts, fields, offers })
  return { albums, corrections, fields, offers, offerAnswers, entries, drafts, takeMessage, awaits }

  async function awaits(visitor: Visitor, album: string | undefined): Promise<boolean> {
    return (await ports.prompts.open(visitor)) !== undefined || (album !== undefined && albums.isKnown(visitor, album))
  }
}
