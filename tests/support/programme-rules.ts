import { moreRule, programmeRules } from '../../src/core/answering/rules-programme.ts'

/** The rules that packs with hours have, and those for several of one title: programme.test.ts holds them. */
export const namesOfProgrammeRules: readonly string[] = [
  ...[moreRule, ...programmeRules].map(({ name }) => name),
  'namesakes',
]
