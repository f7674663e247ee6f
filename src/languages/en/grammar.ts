import type { LanguageData } from '../language-data.ts'
import { phrases, words } from '../phrases.ts'

export const grammar = {
  idleGroups: phrases`take place, takes place, took place, taking place, taken place, in the end, there is, there are, there was, there were, is there, are there, was there, were there, will there, there will`,
  yesNoOpeners: words`
    is are was were am do does did has have had will would can could should shall may might isnt arent wasnt werent
    didnt doesnt dont hasnt havent wont
  `,
  negation: phrases`not, isnt, arent, wasnt, werent, dont, doesnt, didnt, wont, cant, cannot, never, no, none, nobody, nothing`,
  comparison: phrases`except, without, before, after, since, until`,
  denial: phrases`
    cancelled, canceled, prohibited, forbidden, unavailable, closed, impossible, sold out, unfortunately, refused, excluded, tbd, tba
  `,
  limitation: phrases`only, unless, except, but, if, at most, at least, mostly, partly, some, limited`,
  anaphora: words`it its they them their that this there he she his her one ones same those these then`,
  existential: phrases`is there, are there, was there, were there, will there, there is, there are, there was, there were`,
  firstPerson: phrases`i, im, ive, id, ill, we, were, weve, my, our, me, us`,
  conjunctions: words`and but so`,
  eventWords: phrases`
    event*, happen*, occur*, activit*, meet*, gather*, organis*, organiz*, belong*, includ*, adopt*, month, year, day, next, previous
  `,
  next: phrases`next, following, after that`,
  previous: phrases`previous, before that, the one before`,
  city: phrases`city, cities, town*`,
  membership: phrases`belong*, include*`,
  expectation: phrases`expect*, plan*, suppos*, draft*`,
  pastOpeners: words`was were did has have had`,
  past: [],
} satisfies Partial<LanguageData>
