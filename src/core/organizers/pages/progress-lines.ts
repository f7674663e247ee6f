import { languages as all, type Language } from '../../../knowledge/language.ts'
import type { Figures, Report } from '../../announcements/report.ts'
import type { Line } from '../../answering/reply.ts'
import { namesOf, say } from '../../i18n.ts'
import type { Pause } from '../../mailing/mailing.ts'
import { item, note, text } from '../../pages/lines.ts'
import { platformNames, type Platform } from '../../people/people.ts'
import { momentWords } from '../../time/moment-words.ts'
import type { Shown } from './shown.ts'
import { paceWords } from './pace.ts'
import { reasonWords } from './reasons.ts'

/** The export has them all. */
const mostReasons = 8

/** Names of chats told for one reason. */
const mostNames = 5

/** Shorter waits are over before anybody has read of them. */
const worthSayingMs = 30_000

/** How far sending is, why it rests, how deliveries stand, and how far what was changed afterwards is. */
export function progressLines(shown: Shown, language: Language): Line[] {
  const { announcement, report } = shown
  return [
    ...(announcement.state === 'sending' ? [text(paceWords(shown, language)), ...holdLines(shown, language)] : []),
    ...(announcement.pause ? pauseLines(announcement.pause, shown, language) : []),
    ...figureLines(report, language),
    ...reasonLines(report, shown.named, language),
    ...changeLines(report, language),
  ]
}

function holdLines({ holds, timeZone, now }: Shown, language: Language): Line[] {
  return holds
    .filter(({ until }) => until.getTime() - now.getTime() > worthSayingMs)
    .map(({ platform, until, why }) =>
      note(
        say(language, why === 'asked' ? 'organizers.held' : 'organizers.rests', {
          platform: platformNames[platform],
          time: momentWords(until, timeZone, language, now),
        }),
      ),
    )
}

function pauseLines(
  { why, reason = '', until }: Pause,
  { timeZone, now }: Pick<Shown, 'timeZone' | 'now'>,
  language: Language,
): Line[] {
  return [
    text(say(language, `organizers.paused.${why}`, { reason })),
    ...(until
      ? [text(say(language, 'organizers.goesOnAt', { time: momentWords(until, timeZone, language, now) }))]
      : []),
  ]
}

/** All deliveries, then those of each platform and of each set of languages, if there are several. */
function figureLines(report: Report, language: Language): Line[] {
  const { possiblyTwice: count, byPlatform, byLanguage } = report
  return [
    item(figureWords(report, language)),
    ...(count > 0 ? [item(say(language, 'organizers.possiblyTwice', { count }))] : []),
    ...severalOf(byPlatform).map(([platform, one]) =>
      item(`${platformNames[platform as Platform]}: ${figureWords(one, language)}`),
    ),
    ...severalOf(byLanguage).map(([codes, one]) => item(`${languagesNamed(codes)}: ${figureWords(one, language)}`)),
  ]
}

function figureWords({ total, sent, failed, uncertain, pending }: Figures, language: Language): string {
  if (sent === total && total > 0) return say(language, 'organizers.allDelivered', { total })
  return [
    say(language, 'organizers.delivered', { total, sent }),
    ...(failed > 0 ? [say(language, 'organizers.notReached', { failed })] : []),
    ...(uncertain > 0 ? [say(language, 'organizers.inDoubt', { uncertain })] : []),
    ...(pending > 0 ? [say(language, 'organizers.stillWaiting', { pending })] : []),
  ].join(', ')
}

function severalOf(groups: Readonly<Record<string, Figures>>): [string, Figures][] {
  const all = Object.entries(groups)
  return all.length > 1 ? all : []
}

/** "Қазақша, Русский" of "kk+ru". */
function languagesNamed(codes: string): string {
  return namesOf(all.filter((one) => codes.split('+').includes(one)))
}

/** Why, of how many, and where, if that has a name. */
function reasonLines({ reasons }: Report, named: Shown['named'], language: Language): Line[] {
  return Object.entries(reasons)
    .slice(0, mostReasons)
    .map(([reason, count]) => {
      const names = named?.filter((one) => one.reason === reason).map(({ title }) => title) ?? []
      const shown = names.slice(0, mostNames)
      const more = names.length > shown.length ? ['…'] : []
      const where = names.length === 0 ? '' : ` (${[...shown, ...more].join(', ')})`
      return note(`${count}: ${reasonWords(reason, language)}${where}`)
    })
}

/** How many copies were corrected or recalled; those shown twice may be left behind by a recall. */
function changeLines({ correction, recall, publication, possiblyTwice: count }: Report, language: Language): Line[] {
  return [
    ...(publication ? [item(say(language, 'organizers.published', publication))] : []),
    ...(correction ? [item(say(language, 'organizers.corrected', correction))] : []),
    ...(recall ? [item(say(language, 'organizers.recalled', recall))] : []),
    ...(recall && count > 0 ? [note(say(language, 'organizers.ghosts', { count }))] : []),
  ]
}
