import type { PeopleStore } from '../people/people.ts'
import type { Action, Page, Pressed } from '../pages/page.ts'
import { plainPage, plainPressed } from '../pages/plain-text.ts'
import { inTime, typingPatienceMs, type Visitor } from '../pages/visitor.ts'
import type { DeskAnswers } from './asking.ts'
import type { CalendarGiven } from './calendar-file.ts'
import { replacement, type PressTable } from './press.ts'
import type { Screen } from './screens.ts'
import { languagesFor } from './spoken-languages.ts'

/** Turns pictures off or on, on the page of settings. */
export function plainPresses(people: Pick<PeopleStore, 'setPlain'>): PressTable<'plain'> {
  return {
    async plain(visitor, language, { on }) {
      await people.setPlain(visitor.person, on)
      return replacement(language, languagesFor(visitor, language))
    },
  }
}

/** All of a desk that shows pages. */
type Showing = Pick<DeskAnswers, 'ask' | 'show'> & {
  readonly press: (visitor: Visitor, action: Action) => Promise<Pressed>
  readonly open: (visitor: Visitor, screen: Screen) => Promise<Page>
  readonly calendar: (visitor: Visitor) => Promise<CalendarGiven>
  readonly subscribe: (visitor: Visitor, topics?: string) => Promise<Page>
  readonly unsubscribe: (visitor: Visitor) => Promise<Page>
}

/** The same desk, whose pages come without pictures to those who want them so. */
export function plainlySpoken<Desk extends Showing>(desk: Desk, people: Pick<PeopleStore, 'settingsOf'>): Desk {
  const plainly = async (visitor: Visitor, page: Page): Promise<Page> =>
    (await isPlain(visitor)) ? plainPage(page) : page
  return {
    ...desk,
    async ask(visitor, text, options) {
      const answered = await desk.ask(visitor, text, options)
      return { ...answered, page: await plainly(visitor, answered.page) }
    },
    async show(visitor, entry, language) {
      const answered = await desk.show(visitor, entry, language)
      return answered && { ...answered, page: await plainly(visitor, answered.page) }
    },
    async press(visitor, action) {
      const pressed = await desk.press(visitor, action)
      return (await isPlain(visitor)) ? plainPressed(pressed) : pressed
    },
    open: async (visitor, screen) => plainly(visitor, await desk.open(visitor, screen)),
    async calendar(visitor) {
      const given = await desk.calendar(visitor)
      return (await isPlain(visitor)) ? (plainPressed(given) as typeof given) : given
    },
    subscribe: async (visitor, topics) => plainly(visitor, await desk.subscribe(visitor, topics)),
    unsubscribe: async (visitor) => plainly(visitor, await desk.unsubscribe(visitor)),
  }

  /** Not, where that is not known in time: nobody waits for it. In a group everybody reads the answer. */
  async function isPlain({ person, group, alone }: Visitor): Promise<boolean> {
    if (group && !alone) return false
    const settings = await inTime(people.settingsOf(person), typingPatienceMs).catch(() => undefined)
    return settings?.plain ?? false
  }
}
