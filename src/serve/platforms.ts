import type { Common } from '../bots/platform.ts'
import type { PeopleStore } from '../core/people/people.ts'
import type { Store } from '../core/store/open.ts'
import type { Config } from '../operation/config.ts'
import type { Status } from '../operation/status.ts'
import type { Web } from './web.ts'

/** What all platforms are given; each has its own report, and its own count of answers that could not be given. */
export type Shared = Omit<Common, 'report' | 'failed'> & { readonly failed: (platform: string) => void }

/** A platform that is set, by name. It serves until it is stopped or lost. */
export type ServedPlatform = {
  readonly name: string
  readonly serve: (report: (status: Status) => void) => Promise<void>
}

/** The platforms that are set. One that is not set is not loaded, nor its library. */
export function platformsOf(
  { telegram, discord, organizers }: Config,
  shared: Shared,
  { people, store, web }: { people: PeopleStore; store: Pick<Store, 'telegramUpdates' | 'claims'>; web: Web },
): ServedPlatform[] {
  const commonOf = (name: string, report: (status: Status) => void): Common => ({
    ...shared,
    report,
    failed: () => shared.failed(name),
  })
  const platforms: ServedPlatform[] = []
  if (telegram) {
    platforms.push({
      name: 'telegram',
      async serve(report) {
        const { serveTelegram } = await import('../bots/telegram/bot/telegram.ts')
        const settings = { ...telegram, organizers: organizers.telegram }
        const own = { settings, people, updates: store.telegramUpdates, mount: web.mount }
        await serveTelegram({ ...commonOf('telegram', report), ...own })
      },
    })
  }
  if (discord) {
    platforms.push({
      name: 'discord',
      async serve(report) {
        const { serveDiscord } = await import('../bots/discord/bot/discord.ts')
        const settings = { ...discord, organizers: organizers.discord }
        await serveDiscord({ ...commonOf('discord', report), settings, claims: store.claims })
      },
    })
  }
  return platforms
}
