import { ofMachines } from './of-machines.ts'
import { ofSettings } from './of-settings.ts'
import type { Mistake } from './operator.ts'

/** What operators do wrong. `npm run mistakes` makes them all and prints what came of each. */
export const mistakes: readonly Mistake[] = [...ofSettings, ...ofMachines]
