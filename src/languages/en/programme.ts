import { phrases, words } from '../phrases.ts'
import type { ProgrammeWords } from '../programme-words.ts'

export const programme: ProgrammeWords = {
  now: phrases`now, right now, just now, currently, at the moment, at present, at this moment, going on, under way`,
  later: phrases`later, later on, upcoming, coming up, still to come`,
  dayParts: {
    morning: phrases`morning, mornings`,
    noon: phrases`lunchtime, midday`,
    afternoon: phrases`afternoon, afternoons`,
    evening: phrases`evening, evenings, tonight`,
    night: phrases`night`,
  },
  noon: ['noon'],
  at: phrases`at, around, about`,
  after: phrases`after, past`,
  from: phrases`from, since, between, starting at`,
  before: phrases`before, until, till, by`,
  afterBehind: [],
  beforeBehind: [],
  hour: phrases`oclock, o clock, hours, h`,
  endings: [],
  forenoon: phrases`am, a m, in the morning`,
  afternoon: phrases`pm, p m, in the afternoon, in the evening`,
  hourCases: new Map(),
  sessions: phrases`
    session, sessions, talk, talks, programme, program, schedule, timetable, agenda, event, events, presentation,
    presentations, time, times, hours, opening hours, items, speech, speeches, happening, things, track, slot,
    activities, plan
  `,
  kinds: {
    keynote: phrases`keynote, keynotes, keynote speech, opening lecture`,
    talk: phrases`talk, talks, presentation, presentations`,
    workshop: phrases`workshop, workshops, hands on, master class, masterclass, masterclasses`,
    panel: phrases`panel, panels, panel discussion, panel discussions, round table, discussion, discussions`,
    lightning: phrases`lightning talk, lightning talks`,
    tutorial: phrases`tutorial, tutorials`,
    lecture: phrases`lecture, lectures`,
    poster: phrases`poster, posters, poster session`,
    party: phrases`party, parties`,
    break: phrases`break, breaks`,
    ceremony: phrases`ceremony, ceremonies`,
  },
  gives: phrases`
    give, gives, gave, giving, speak, speaks, speaking, spoke, present, presents, presenting, presented, talk, talks,
    talking, perform, performs, hold, holds, holding, host, hosts, lead, leads, appear, appears, on stage, teach,
    teaches, run, runs
  `,
  other: words`other others else more another`,
  free: phrases`free, free of charge, for free, no charge`,
  details: {
    price: phrases`
      price, prices, cost, costs, fee, fees, how much, cheap, expensive, pay, paid, charge, free, free of charge
    `,
    phone: phrases`phone, telephone, phone number, telephone number, call, number of`,
    email: phrases`email, e mail, mail, email address`,
    address: phrases`address`,
    link: phrases`link, links, website, web site, site, url, page, web address, online, buy, book, booking`,
    status: phrases`
      cancelled, canceled, moved, full, sold out, postponed, places left, seats left, free places, free seats, still on
    `,
    register: phrases`register, registration, sign up, enrol, enroll, book a place, places, seats, capacity`,
    spoken: phrases`language, in what language, in which language`,
    map: phrases`map`,
  },
  rooms: words`room rooms hall halls auditorium stage`,
  reach: phrases`
    get to, get there, get into, reach, find, way to, directions, go to, navigate, which floor, what floor, floor
  `,
}
