import type { LanguageData } from '../language-data.ts'
import { phrases } from '../phrases.ts'

export const deeds: LanguageData['deeds'] = {
  chaired: phrases`chair*, presid*, moderat*, led the, headed, heads, head the, leads the, who leads`,
  spoke: phrases`spoke, speak, speaks, speaking, speaker*, gave a speech, made a speech, addressed, keynote*`,
  signed: phrases`sign, signed, signs, signing, signator*, signature*`,
  voted: phrases`vote, votes, voted, voting, abstain*, in favour of, in favor of`,
  proposed: phrases`propos*, suggest*, put forward, initiat*, came up with, idea*`,
  responsible: phrases`responsib*, in charge, accountab*`,
  organised: phrases`
    organise, organised, organize, organized, organiser*, organizer*, host, hosts, hosted, held jointly, held with,
    co organis*, co organiz*
  `,
}
