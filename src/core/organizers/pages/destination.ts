import { languages as all, type Language } from '../../../knowledge/language.ts'
import { namesOf, say } from '../../i18n.ts'
import type { StoredSubscription } from '../../mailing/destination.ts'
import { notePage } from '../../pages/note-page.ts'
import type { Button, Page } from '../../pages/page.ts'
import { organizeButton } from './buttons.ts'

/** A chat that receives announcements, or wants to; where nobody is any more there is nothing to decide. */
export function destinationPage(subscription: StoredSubscription, language: Language): Page {
  const { id, title, chat, standing, languages, hint } = subscription
  const name = title ?? chat
  const subject = String(id)
  const allow = organizeButton(say(language, 'organizers.allow'), 'approve', subject)
  const refuse = organizeButton(say(language, 'organizers.refuse'), 'refuse', subject)
  switch (standing) {
    case 'waiting':
      return notePage(language, say(language, 'organizers.wants', { name }), [[allow, refuse]])
    case 'left':
      return notePage(language, say(language, 'organizers.receivesNot', { name }), [[allow]])
    case 'gone':
    case 'personal':
      return notePage(language, say(language, 'organizers.receivesNot', { name }))
    case 'active': {
      const receives = say(language, 'organizers.receives', { name, languages: namesOf(languages ?? [hint]) })
      return notePage(language, receives, [...languageRows(subject, language), [refuse]])
    }
    default:
      return standing satisfies never
  }
}

/** Each language alone, or all of them in one post. */
function languageRows(subject: string, language: Language): Button[][] {
  return [
    all.map((one) => organizeButton(say(one, 'language.name'), 'languages', subject, one)),
    [organizeButton(say(language, 'subscription.all'), 'languages', subject, all.join('-'))],
  ]
}
