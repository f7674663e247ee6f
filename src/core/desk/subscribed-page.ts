import { languages as all, type Language } from '../../knowledge/language.ts'
import type { Pack } from '../../knowledge/pack.ts'
import { namesOf, say } from '../i18n.ts'
import type { StoredSubscription } from '../mailing/destination.ts'
import { fact, text } from '../pages/lines.ts'
import type { Button, Page } from '../pages/page.ts'
import { ticked } from '../pages/tick.ts'
import { topicLines, topicRows, type TopicsOffered } from './topics-offered.ts'
import { subjectName } from '../../knowledge/pack-subject.ts'

/**
 * Who writes here from now on, about what and in which language, and how to end it: what is not said at once is taken
 * for spam. What is chosen is ticked.
 */
export function subscribedPage(
  subscription: StoredSubscription,
  offered: TopicsOffered,
  pack: Pack,
  language: Language,
): Page {
  const { kind, languages, hint } = subscription
  const subject = subjectName(pack, language)
  const inPrivate = kind === 'person'
  const spoken = languages ?? [inPrivate ? language : hint]
  return {
    language,
    lines: [
      fact(say(language, inPrivate ? 'subscription.person' : 'subscription.here', { subject })),
      text(say(language, 'subscription.languages', { languages: namesOf(spoken) })),
      ...topicLines(subscription, offered, language),
      text(say(language, inPrivate ? 'subscription.stop' : 'subscription.stopHere')),
    ],
    buttons: [
      ...topicRows(subscription, offered, language),
      ...(inPrivate
        ? [[{ label: say(language, 'button.unsubscribe'), do: 'unsubscribe' as const }]]
        : languageChoices(language, spoken)),
    ],
  }
}

/** Each language alone, or all of them in one post; what was chosen is ticked. */
function languageChoices(language: Language, chosen: readonly Language[]): Button[][] {
  const choice = (label: string, languages: readonly Language[]): Button => ({
    label: ticked(label, String(languages) === String(chosen)),
    do: 'receive',
    languages,
  })
  return [all.map((one) => choice(say(one, 'language.name'), [one])), [choice(say(language, 'subscription.all'), all)]]
}
