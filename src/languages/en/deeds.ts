import type { LanguageData } from '../language-data.ts'
import { phrases } from '../phrases.ts'

export const deeds: LanguageData['deeds'] = {
  chaired: phrases`chair*, presid*, moderat*, led the, headed, heads, head the, leads the, who leads`,
  spoke: phrases`spoke, speak, speaks, speaking, speaker*, gave a speech, made a speech, addressed, keynote*`,
  hosted: phrases`host, hosts, hosted, hosting`,
  opened: phrases`opened, opening`,
  represented: phrases`represent, represented, represents, representing, stood in for, came on behalf, spoke for`,
  signed: phrases`sign, signed, signs, signing, signator*, signature*`,
  voted: phrases`vote, votes, voted, voting, abstain*, in favour of, in favor of`,
  proposed: phrases`propos*, sponsored, sponsor of, suggest*, put forward, initiat*, came up with, idea*`,
  responsible: phrases`responsib*, in charge, accountab*`,
  organised: phrases`
    organise, organised, organize, organized, organiser*, organizer*, held jointly, held with,
    co organis*, co organiz*
  `,
}
