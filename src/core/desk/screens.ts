import type { Language } from '../../knowledge/language.ts'
import type { Pack } from '../../knowledge/pack.ts'
import { say } from '../i18n.ts'
import type { DestinationStore } from '../mailing/destination.ts'
import type { FeedbackStore } from '../people/feedback.ts'
import { notePage } from '../pages/note-page.ts'
import type { Page } from '../pages/page.ts'
import { ownChatOf, type Visitor } from '../pages/visitor.ts'
import { aboutPage, feedbackPage, helpPage, organizersHelpPage, privacyPage } from './about.ts'
import { menuPage } from './menu.ts'
import type { MyProgramme } from './my-programme.ts'
import { myProgrammePage } from './my-programme-page.ts'
import { languagesFor } from './spoken-languages.ts'
import { groupPage, serverPage, welcomePage, wordlessPage } from './welcome.ts'

/** A sentence on a page of its own. */
type Notice =
  | 'unknownCommand'
  | 'organizersOnly'
  | 'sharedAlready'
  | 'tooFast'
  | 'adminsOnly'
  | 'managersOnly'
  | 'adminsSubscribe'
  | 'askedInPrivate'
  | 'stale'
  | 'over'
  | 'published'
  | 'notAllowed'
  | 'trouble'

type FullScreen =
  | 'welcome'
  | 'mine'
  | 'group'
  | 'voice'
  | 'textOnly'
  | 'server'
  | 'language'
  | 'topics'
  | 'help'
  | 'organizersHelp'
  | 'about'
  | 'privacy'
  | 'feedback'

/** A page that a command opens. */
export type Screen = FullScreen | Notice

/** The page of a screen in a language. */
export type Screens = (visitor: Visitor, language: Language, screen: Screen) => Page | Promise<Page>

const mostFeedback = 10

/** Each screen that is more than a sentence stands in the table. */
export function openScreens({
  currentPack,
  feedback,
  destinations,
  mine,
}: {
  readonly currentPack: () => Pack
  readonly feedback: Pick<FeedbackStore, 'latest'>
  readonly destinations: Pick<DestinationStore, 'goneFrom'>
  readonly mine: Pick<MyProgramme, 'marks'>
}): Screens {
  const screens: { readonly [screen in FullScreen]: (visitor: Visitor, language: Language) => Page | Promise<Page> } = {
    welcome: ({ group, groupLeads, here, now }, language) =>
      welcomePage(currentPack(), language, {
        languagesOf: group && groupLeads ? 'group' : 'person',
        subscribable: here?.kind === 'person',
        now,
      }),
    server: async ({ group }, language) =>
      serverPage(currentPack(), language, group ? await destinations.goneFrom(group) : []),
    async mine(visitor, language) {
      const pack = currentPack()
      if (!ownChatOf(visitor)) return notePage(language, say(language, 'star.inPrivate'))
      return myProgrammePage(await mine.marks(visitor, pack), pack, language, visitor)
    },
    group: (_visitor, language) => groupPage(currentPack(), language),
    textOnly: (_visitor, language) => wordlessPage(currentPack(), language, 'notice.textOnly'),
    voice: (_visitor, language) => wordlessPage(currentPack(), language, 'notice.voice'),
    language: languagesFor,
    topics: (_visitor, language) => menuPage(currentPack(), language, { page: 0 }),
    help: (_visitor, language) => helpPage(currentPack(), language),
    organizersHelp: (_visitor, language) => organizersHelpPage(currentPack(), language),
    about: (_visitor, language) => aboutPage(currentPack(), language),
    privacy: ({ alsoKept }, language) => privacyPage(language, alsoKept),
    feedback: async (_visitor, language) => feedbackPage(await feedback.latest(mostFeedback), currentPack(), language),
  }
  return (visitor, language, screen) =>
    isFull(screen) ? screens[screen](visitor, language) : notePage(language, say(language, `notice.${screen}`))

  function isFull(screen: Screen): screen is FullScreen {
    return Object.hasOwn(screens, screen)
  }
}
