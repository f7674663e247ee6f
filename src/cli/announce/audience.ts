import type { Announcement } from '../../core/announcements/announcement.ts'
import type { AnnouncementCommands } from '../../core/announcements/commands.ts'

/** To how many destinations it would come at present, counted in three ways. */
export type AudienceSummary = {
  readonly total: number
  readonly byPlatform: Readonly<Record<string, number>>
  readonly byKind: Readonly<Record<string, number>>
  /** Languages that share a post are joined: "kk+ru". */
  readonly byLanguage: Readonly<Record<string, number>>
}

/** Counts the audience by reading the store once, so that the three counts come to the same total. */
export async function audienceOf(
  announcement: Announcement,
  commands: Pick<AnnouncementCommands, 'audience'>,
): Promise<AudienceSummary> {
  const { total, shares } = await commands.audience(announcement)
  const counted = (keyOf: (share: (typeof shares)[number]) => string): Record<string, number> =>
    Object.fromEntries(
      Map.groupBy(shares, keyOf)
        .entries()
        .map(([key, group]) => [key, group.reduce((sum, { count }) => sum + count, 0)]),
    )
  return {
    total,
    byPlatform: counted(({ platform }) => platform),
    byKind: counted(({ kind }) => kind),
    byLanguage: counted(({ languages }) => languages.join('+')),
  }
}
