import { takingEntries } from './take-entry.ts'
import { openCorrections } from './corrections.ts'
import { openDrafts } from './drafts.ts'
import { openEntries } from './entries.ts'
import { openEntryFields } from './entry-fields.ts'
import { openOffers } from './offers.ts'
import { takingTopics } from './topic-entries.ts'

/** What something is opened with. */
type Ports<Part extends (ports: never) => unknown> = Parameters<Part>[0]

/** What everything about writing is opened with, other than its own parts. */
type WritingPorts = Ports<typeof openCorrections> &
  Ports<typeof openEntryFields> &
  Ports<typeof openOffers> &
  Omit<Ports<typeof takingEntries>, 'corrections' | 'fields'> &
  Ports<typeof takingTopics> &
  Omit<Ports<typeof openEntries>, 'takeEntry' | 'takeTopic' | 'offers'> &
  Omit<Ports<typeof openDrafts>, 'corrections'>

/** All that organizers write, in messages and in forms. */
export function openWriting(ports: WritingPorts) {
  const corrections = openCorrections(ports)
  const fields = openEntryFields(ports)
  const offers = openOffers(ports)
  const takeTopic = takingTopics(ports)
  const takeEntry = takingEntries({ ...ports, corrections, fields })
  return {
    corrections,
    fields,
    offers,
    entries: openEntries({ ...ports, takeEntry, takeTopic, offers }),
    drafts: openDrafts({ ...ports, corrections }),
  }
}
