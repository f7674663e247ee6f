import { findAsked, type Asked } from './asked.ts'
import { claimAt } from './date-claims.ts'
import { claimDigits } from './digit-claims.ts'
import { countsDays } from './counted-days.ts'
import type { DateMention } from './date-mention.ts'
import { findDates } from './dates.ts'
import { languageOfWords, meantIn, type Grammar, type Mark } from './grammar.ts'
import { isGrammarWord, knownWords } from './known-words.ts'
import type { LanguageGuesser } from './language-guess.ts'
import { findNames } from './find-names.ts'
import { findLeftOut } from './left-out.ts'
import type { Lexicon, NameMention } from './lexicon.ts'
import { mendQuestionWord, undouble, unswap } from './mending.ts'
import { findNumerals, type Numeral } from './numerals.ts'
import { findTimes, timeClaimAt, type TimeMention } from './times.ts'
import { findTiming, type Timing } from './timing.ts'
import { chooseReading, type Reading } from './readings.ts'
import { readSmallTalk } from './read-small-talk.ts'
import type { SmallTalkFound } from './small-talk.ts'
import { keepingCase } from '../text/normalise.ts'
import { tokensOf } from '../text/tokenise.ts'
import { placesOf } from './spans.ts'
import { withoutTag } from './tag-question.ts'
import { termsIn, termsOfWord, type Word, type WordReader } from './word.ts'

/** A question taken apart: all that answering asks of its words. */
export type Question = {
  readonly words: readonly Word[]
  readonly reading: Reading['how']
  /** The code of the language it was typed in; undefined when too short to tell. */
  readonly language: string | undefined
  readonly asked: ReadonlySet<Asked>
  /** What it asks of a time beside when, if it asks for nothing else. */
  readonly timing: Timing | undefined
  readonly names: readonly NameMention[]
  /** Of those, the ones that it leaves out: "outside Asia". */
  readonly leftOut: readonly NameMention[]
  readonly numerals: readonly Numeral[]
  /** What is a number if it stands beside the name of a list: "theme V", "theme one". */
  readonly romanLetters: readonly Numeral[]
  readonly dates: readonly DateMention[]
  readonly times: readonly TimeMention[]
  /** What it is if it is nothing but small talk or a command in words. */
  readonly smallTalk: SmallTalkFound | undefined
  /**
   * Whether it denies, compares or leaves out ("not in", "before May", "outside Asia"): then what it mentions is not
   * simply what it wants.
   */
  readonly deniesOrCompares: boolean
  /** Whether it points back at what was said: "when was it held?" */
  readonly pointsBack: boolean
  /** Whether it goes on from what was said: "and what came of it?" */
  readonly continues: boolean
  /** The next one (1) or the one before (−1). */
  readonly neighbour: 1 | -1 | undefined
}

/** What reading a question needs to know of the pack. */
export type Reader = WordReader & { readonly lexicon: Lexicon; readonly guessLanguage: LanguageGuesser }

/** Reads what was typed. `today`: the day at the venue (YYYY-MM-DD), for "tomorrow". */
export function readQuestion(typed: string, reader: Reader, today: string): Question {
  const { grammar } = reader
  const { text: statement, hasTag } = withoutTag(typed, grammar)
  const { text, claims, clock } = claimDigits(statement, grammar)
  const isKnown = knownWords(reader)
  const { words: read, how } = chooseReading(text, reader.languages, isKnown, (word) => isMistyped(word, grammar))
  const language = languageOfWords(read, grammar) ?? reader.guessLanguage(read)
  const texts = read.map((word) => mendAsking(word, isKnown, reader))
  const numerals = findNumerals(texts, grammar, language)
  const dates = findDates({ words: texts, grammar, numerals }, claims, today)
  const times = findTimes({ words: texts, grammar, numerals, dates }, clock)
  const hours = times.filter(({ isClaimed }) => isClaimed)
  const inDate = placesOf([...dates, ...hours])
  const isCounted = (at: number): boolean =>
    numerals.some(({ from, to, ordinal }) => !ordinal && !inDate.has(from) && (to === at || from === at + 1))
  const inRange = placesOf(dates.filter(({ last }) => last))
  const { asked: said, words: asking, timeWords, counts } = findAsked(texts, grammar, language, { isCounted, inRange })
  const found = findMarks(texts, language, grammar)
  const mayBe = texts.length > 1 && endsAsking(text, how) && isVague(said, { asking, found, numerals })
  const everythingAsked = withWhether(said, { isTag: hasTag, mayBe })
  const { timing, isTime, asked } = findTiming(everythingAsked, counts)
  const claimed = placesOf([...dates, ...hours, ...numerals.filter(({ certain }) => certain)])
  const inTime = placesOf(times)
  const marks = found.map((some, at) => (claimed.has(at) || inTime.has(at) ? none : some))
  const typedWords = how === 'typed' ? tokensOf(keepingCase(text)) : []
  const words = texts.map((word, at): Word => {
    const isAsking = asking.has(at) && (isTime || !timeWords.has(at))
    const role = isAsking ? 'asking' : grammar.isFunction(word) ? 'function' : 'content'
    const claim = claimAt(word, claims) ?? timeClaimAt(word, clock)
    const typed = typedWords.length === texts.length ? typedWords[at] : undefined
    const rest = { typed, role, claimed: claimed.has(at), marks: marks[at]! } as const
    if (claim) return { text: claim.typed, terms: [], known: true, mended: false, ...rest }
    return { text: word, ...termsOfWord(word, claimed.has(at) ? 'function' : role, language, reader), ...rest }
  })
  const free = numerals.filter(({ from }) => !inDate.has(from))
  const has = (mark: Mark): boolean => marks.some((all) => all.has(mark))
  const names = findNames(words, { text, how, numerals }, reader)
  const leftOut = findLeftOut(marks, names)
  return {
    words,
    reading: how,
    language,
    asked,
    timing,
    names,
    leftOut,
    dates,
    times,
    numerals: free.filter(({ certain }) => certain),
    romanLetters: free.filter(({ certain }) => !certain),
    smallTalk: readSmallTalk({ text: typed, readings: [read, texts], isKnown }, reader),
    deniesOrCompares: leftOut.length > 0 || turns(marks, inDate, names),
    pointsBack: has('anaphora'),
    continues: words.length <= mostContinuing && [marks[0], marks.at(-1)].some((all) => all?.has('conjunction')),
    neighbour: has('next') ? 1 : has('previous') ? -1 : undefined,
  }
}

function isMistyped(word: string, grammar: Grammar): boolean {
  return mendQuestionWord(word, grammar) !== undefined || unswap(word, grammar) !== undefined
}

/** Whether a yes or a no is wanted, plainly or perhaps. */
export function wantsYesOrNo({ asked }: Pick<Question, 'asked'>): boolean {
  return asked.has('yes-no') || asked.has('whether')
}

/** Whether a yes or a no is wanted and nothing else: "what is the ninth theme about?" is perhaps one, and asks more. */
export function wantsOnlyYesOrNo({ asked }: Pick<Question, 'asked'>): boolean {
  return asked.has('yes-no') || (asked.has('whether') && asked.size === 1)
}

/**
 * A word that is part of a number or a date does nothing else: the "after" of "the day after tomorrow" compares
 * nothing.
 */
const none: ReadonlySet<Mark> = new Set()

/** A name of more words may hold one that would turn a question: "countries without access to the sea". */
const mostTurning = 2

/** Whether it denies or compares: "after" within "after three days" does not, nor what is within a name. */
function turns(
  marks: readonly ReadonlySet<Mark>[],
  inDate: ReadonlySet<number>,
  names: readonly NameMention[],
): boolean {
  const inNames = placesOf(names.filter(({ from, to }) => to - from > mostTurning))
  return marks.some((all, at) => (all.has('negation') || all.has('comparison')) && !inDate.has(at) && !inNames.has(at))
}

/** Longer ones say by themselves what they are about. */
const mostContinuing = 5

/**
 * A mistyped question or function word as it was meant. A longer word that is known by a stem of two or three letters
 * only is hardly known: "кагда" is no case of "как".
 */
function mendAsking(word: string, isKnown: (word: string) => boolean, reader: Reader): string {
  const { grammar } = reader
  const known = isKnown(word)
  const isGrammar = isGrammarWord(word, grammar)
  const stems = termsIn(word, reader).filter(({ term }) => reader.hasTerm(term))
  const hardly = known && !isGrammar && word.length >= 5 && stems.every(({ term }) => term.length <= 3)
  const doubled = isGrammar ? undefined : undouble(word, grammar)
  if (doubled !== undefined) return doubled
  if (known && !hardly) return word
  return mendQuestionWord(word, grammar) ?? (known ? word : (unswap(word, grammar) ?? word))
}

/** What is asked, and a yes or no where that is asked at the end, or where nothing but a question mark asks. */
function withWhether(
  said: ReadonlySet<Asked>,
  { isTag, mayBe }: { readonly isTag: boolean; readonly mayBe: boolean },
): ReadonlySet<Asked> {
  if (isTag) return new Set([...said, 'yes-no' as const])
  return mayBe ? new Set([...said, 'whether' as const]) : said
}

/**
 * On a Russian layout the question mark of the English one is a comma, and the other way round. Smileys and the like
 * may follow.
 */
function endsAsking(text: string, how: Reading['how']): boolean {
  return (how === 'layout' ? /[?,&][^\p{L}\p{N}]*$/u : /\?[^\p{L}\p{N}]*$/u).test(text)
}

/**
 * Nothing asked for, or only what a plain statement may speak of too: "приняли", "тема", "длится три дня", "ФАО
 * участвовала".
 */
function isVague(
  asked: ReadonlySet<Asked>,
  {
    asking,
    found,
    numerals,
  }: {
    readonly asking: ReadonlySet<number>
    readonly found: readonly ReadonlySet<Mark>[]
    readonly numerals: readonly Numeral[]
  },
): boolean {
  const daysAreCounted = numerals.some((one) => countsDays(one, { words: found.map((marks) => ({ marks })) }))
  const takesPart = [...asking].every((at) => found[at]!.has('participation'))
  return [...asked].every(
    (one) => saidToo.has(one) || (one === 'duration' && daysAreCounted) || (one === 'who' && takesPart),
  )
}

const saidToo: ReadonlySet<Asked> = new Set(['result', 'topic', 'title', 'benefit', 'start', 'end', 'over'])

function findMarks(words: readonly string[], language: string | undefined, grammar: Grammar): Set<Mark>[] {
  const marks = words.map(() => new Set<Mark>())
  for (let at = 0; at < words.length; at++) {
    const found = grammar.marks.at(words, at)
    if (!found) continue
    const meant = meantIn(found.meanings, words[at]!, language, grammar)
    // Behind a number stands its ending: "COP17-ні" denies nothing, though "ни" does.
    const isEnding = words[at]!.length <= 2 && /^\p{N}+$/u.test(words[at - 1] ?? '')
    // "Wasn't it …?" asks what "was it …?" asks.
    const opens = at === 0 && grammar.opensYesNo(words[at]!)
    for (const mark of isEnding ? [] : meant) {
      if (mark !== 'nothing' && !(opens && mark === 'negation'))
        for (let offset = 0; offset < found.length; offset++) marks[at + offset]!.add(mark)
    }
    // "Or not" is read as one: the "not" in it denies nothing.
    at += found.length - 1
  }
  return marks
}
