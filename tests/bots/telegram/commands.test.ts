import { expect, test } from 'vitest'
import { menuOf, type MenuScope } from '../../../src/bots/telegram/commands.ts'

const everyone = 'start topics my calendar subscribe unsubscribe language help about privacy forget'

test.for<[MenuScope, string]>([
  ['private', everyone],
  ['groups', 'ask topics calendar help about'],
  ['administrators', 'ask topics calendar subscribe unsubscribe language help about'],
  ['organizers', `announce feedback ${everyone}`],
])('the menu for %s has the commands that work there, in their order', ([scope, commands]) => {
  expect(menuOf(scope, 'en').map(({ command }) => command)).toEqual(commands.split(' '))
})
