import type { LanguageData } from '../language-data.ts'
import { phrases, words } from '../phrases.ts'

/** "Could you tell me when", "may I ask who": they ask for no yes, whatever they begin with. */
const politeRequests = [
  ...words`can could would will`.flatMap((modal) =>
    words`tell give name say show remind explain`.map((verb) => `${modal} you ${verb}`),
  ),
  ...words`can could may`.flatMap((modal) => words`know ask`.map((verb) => `${modal} i ${verb}`)),
]

export const grammar = {
  idleGroups: [
    ...phrases`take place, takes place, took place, taking place, taken place, in the end`,
    ...politeRequests,
  ],
  yesNoOpeners: words`
    is are was were am do does did has have had will would can could should shall may might isnt arent wasnt werent
    didnt doesnt dont hasnt havent wont
  `,
  negation: phrases`
    not, nor, neither, isnt, arent, wasnt, werent, dont, doesnt, didnt, wont, cant, cannot, never, no, none, nobody,
    nothing, couldnt, shouldnt, havent, hasnt, hadnt
  `,
  comparison: phrases`except, without, before, after, since, until`,
  denyingBefore: [],
  negativeEndings: [],
  denial: phrases`
    cancel*, called off, prohibit*, forbid*, forbidden, banned, unavailable, closed, impossible, sold out, refus*,
    exclud*, reject*, declin*, without, lack*, ceased, discontinued, suspended, postponed, instead, neither, nor,
    hardly, rarely, no longer, fail*
  `,
  limitation: phrases`
    only, unless, except, but, however, although, if, whether, at most, at least, mostly, partly, partially, some,
    limited, up to, than, no later, not later, no earlier, no more, no less, until, before, after, maybe, perhaps,
    possibly, probably, might, tbd, tba, tbc, to be confirmed, to be announced, to be decided, not yet,
    unfortunately, otherwise, apart from, usually, sometimes, not all, not every, not necessarily, on request, upon
    request, subject to, under, over, other than, rather
  `,
  exclusive: phrases`only, solely, exclusively, nothing but`,
  answers: phrases`
    yes, no, not, nope, sure, certainly, of course, unfortunately, sorry, absolutely, never, none, tbd, tba,
    prohibited, forbidden, cancelled
  `,
  modality: phrases`
    need, needs, needed, must, mandatory, obligatory, compulsory, should, can, could, may, allow*, permit*,
    possible, require*, required, have to, has to, able
  `,
  participation: phrases`
    come, comes, coming, came, attend*, particip*, take part, takes part, taking part, took part, taken part, join*,
    show up, turn up, represented, present, be at, be there, send people, send someone,
    send delegates, send a delegation
  `,
  anaphora: words`it its they them their that this there he she his her one ones same those these then`,
  existential: phrases`
    is there, are there, was there, were there, will there, there is, there are, there was, there were
  `,
  firstPerson: phrases`i, im, ive, id, ill, we, weve, my, our, me, us`,
  conjunctions: words`and but so`,
  eventWords: phrases`
    event*, happen*, occur*, activit*, meet*, gather*, organis*, organiz*, belong*, includ*, adopt*, month, year,
    day, last, lasts, lasted, lasting, long, take, takes, took, next, previous
  `,
  next: phrases`next, following, after that, after it, after this, after them, right after`,
  previous: phrases`previous, before that, before it, before this, the one before, right before`,
  last: phrases`last, final`,
  city: phrases`city, cities, town*`,
  persons: phrases`
    president*, minister*, leader*, scientist*, scholar*, expert*, delegate*, official*, ambassador*, people, country,
    countries, states
  `,
  price: phrases`
    cost, costs, costing, price, prices, priced, how much is, how much are, how much would, how much for, fee, fees,
    charge
  `,
  money: phrases`
    free, free of charge, complimentary, euro, euros, dollar*, tenge, rouble*, ruble*, pound*, usd, eur, kzt, paid,
    pay, pays, price*, fee, fees, cost*, no charge
  `,
  fullText: phrases`
    full text, whole text, complete text, entire text, exact wording, wording of, text of, download, pdf, read the text
  `,
  exactDay: phrases`
    what date, which date, what dates, which dates, exact date, exact dates, exact day, what day, which day, what days,
    which days
  `,
  address: phrases`
    the address, what address, which address, address of, street address, what street, which street, what building,
    which building, which hall, what hall, which hotel, what hotel, which room, what room
  `,
  leavingOut: phrases`
    outside, outside of, beyond, except, except for, excluding, other than, apart from, not counting, besides
  `,
  leavingOutBefore: [],
  membership: phrases`belong*, include*, among, amongst, listed, on the list, in the list, one of`,
  treatment: phrases`
    agenda, topic*, theme*, mention*, discuss*, talk*, address*, cover*, touch*, deal*, dealt, raise*, speak*, spoken,
    named, listed, about, included, featured, come up, comes up, came up, issue, issues, matter, at all
  `,
  expectation: phrases`
    expect*, plan*, suppos*, draft*, intend*, going to, mean to, means to, meant to, aim to, aims to,
    hope to, want to, wants to, wanted to, try to, trying to
  `,
  pastOpeners: words`was were did has have had`,
  past: [],
} satisfies Partial<LanguageData>
