import { phrases, words } from '../phrases.ts'
import type { LanguageData } from '../language-data.ts'

export const asking: LanguageData['asking'] = {
  when: phrases`
    when, whens, date, dates, what day, which day, what days, which days, what month, which month, what year,
    which year, timing, days, beginning, start date, end date, until when, from when
  `,
  start: phrases`
    start, starts, started, starting, begin, begins, began, begun, beginning, start date, from when, first day
  `,
  end: phrases`
    end, ends, ended, ending, finish, finishes, finished, conclude, concludes, concluded, end date, until when,
    last day, final day
  `,
  hour: phrases`
    what time, which time, from what hour, by what hour, what hour, which hour, what o clock, at what time
  `,
  duration: phrases`how long, how many days, number of days, duration, lasts`,
  remaining: phrases`
    left, left until, left till, left before, left to, remain until, remaining until, remain, remains, remaining,
    to go, days until, days till, days before, how many days until,
    how many days till,
    how many days before, how many days to, how many days since, days since, there until, there till, how long until,
    how long till, how long before,
    how soon, how long ago, days ago, how many days ago, how much time, countdown
  `,
  over: phrases`
    taken place, took place, take place already, happened already, already happened, been held, already, over,
    over yet, over already, over now
  `,
  weekday: phrases`
    day of the week, what day of the week, which day of the week, day of week, weekday, what weekday, which weekday
  `,
  where: phrases`
    where, wheres, place, location, which city, what city, which country, what country, venue, city, country, town,
    host city, whereabouts
  `,
  who: phrases`
    who, whos, whom, whose, participants, attendees, participated, attended, took part, take part, taking part,
    partners with, jointly, together with, which organisations, which organizations, co organis*, co organiz*,
    with which
  `,
  title: phrases`in full, full name, full title, called, name, title, titled, entitled, named, stand for, stands for`,
  topic: phrases`
    about, topic, topics, theme of, discuss*, devoted, talk*, focus, subject, cover*, presented, dealt with, agenda
  `,
  purpose: phrases`
    aim, aims, aimed, purpose, goal, goals, objective*, why, what for, point of, intended, reason, mission
  `,
  result: phrases`
    result, results, outcome*, decided, decision*, agreed, adopted, endorsed, approved, proposed, came out,
    conclusion*, produce*, findings, achieved, lead to, led to
  `,
  benefit: phrases`benefit*, useful, use of, advantage*, good for, gain*, practical benefit, what good`,
  number: phrases`
    how many, how much, what percentage, what percent, how many percent, what share, what level, number of, count,
    total, quantity, how large, how big
  `,
  how: phrases`how, hows, format, in what form, what way, as, manner`,
  what: phrases`
    what, whats, wat, wot, wut, what is, define, meaning, mean, means, tell me about, describe, explain, info,
    information
  `,
  list: phrases`
    which, list, list all, name all, what are, which are, enumerate, all, name the, show all, every, what events,
    what were, which ones
  `,
  'yes-no': phrases`whether, true that, is it true, true, right, correct, or not`,
}

export const functionWords: LanguageData['functionWords'] = words`
  a an the of in on at by for to from with end and or but not no as into onto over under within during between
  before after this that these those it its they them their there here he she his her him i me my we us our you your
  one ones is are was were be been being am do does did done has have had will would can could should shall may
  might must please kindly tell say said know knows let lets give gives show want wants need needs like help find
  out just also too so then than very really exactly actually still already yet ever some any all each other another
  else hi hello hey thanks thank ok okay um well pls plz ill id im ive youre whats whos wheres whens hows thats
  happen happened happens happening take takes took taken place held hold holding go going get got gets make made
  everyone everybody anyone anybody someone somebody nobody everything anything something nothing if about up down
  itself himself herself themselves again more most many much which what when where who whom whose why how whether
  because such now though although while somehow anyway mate heard told says telling ask asks asked asking wonder
  wondering sure precisely kind sort bit thing things stuff lot lots own gonna wanna gotta maybe perhaps possibly
  probably apparently supposedly through off upon beside besides both quite rather simply even always often sometimes
  anyhow whatever whichever goes went come comes came coming put puts seems seem seemed considered counted called
  quick quickly correct true yes yeah yep nope remember mean means meant think thinks thought believe guess
  suppose gave given using used use via per doesn didn don isn wasn weren aren haven hasn won wouldn couldn shouldn ve
  re ll lol btw anyways afraid sorry excuse pardon hope hoping
`
