import { languages as all, type Language } from '../../knowledge/language.ts'
import type { Pack } from '../../knowledge/pack.ts'
import { namesOf, say } from '../i18n.ts'
import type { StoredSubscription } from '../mailing/destination.ts'
import { fact, text } from '../pages/lines.ts'
import type { Button, Page } from '../pages/page.ts'
import { subjectName } from '../../knowledge/pack-subject.ts'

/** Who writes here from now on, in which language, and how to end it: what is not said at once is taken for spam. */
export function subscribedPage(
  { kind, languages, hint, topics = [] }: StoredSubscription,
  pack: Pack,
  language: Language,
): Page {
  const subject = subjectName(pack, language)
  const inPrivate = kind === 'person'
  const spoken = languages ?? [inPrivate ? language : hint]
  return {
    language,
    lines: [
      fact(say(language, inPrivate ? 'subscription.person' : 'subscription.here', { subject })),
      text(say(language, 'subscription.languages', { languages: namesOf(spoken) })),
      ...(topics.length > 0 ? [text(say(language, 'subscription.topics', { topics: topics.join(', ') }))] : []),
      text(say(language, inPrivate ? 'subscription.stop' : 'subscription.stopHere')),
    ],
    buttons: inPrivate
      ? [[{ label: say(language, 'button.unsubscribe'), do: 'unsubscribe' }]]
      : languageChoices(language),
  }
}

/** Each language alone, or all of them in one post. */
function languageChoices(language: Language): Button[][] {
  return [
    all.map((one) => ({ label: say(one, 'language.name'), do: 'receive', languages: [one] })),
    [{ label: say(language, 'subscription.all'), do: 'receive', languages: all }],
  ]
}
