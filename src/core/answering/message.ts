import type { KnowledgeBase } from '../knowledge-base/knowledge-base.ts'
import type { Asked } from '../understanding/asked.ts'
import { rememberingTerms } from '../text/term.ts'
import { readQuestion, type Question } from '../understanding/question.ts'
import { clausesOf, sentencesOf } from '../understanding/sentences.ts'
import { talkAgainstAnEntry } from './parameters.ts'
import { subjectOf } from './subject.ts'

/** The questions of a message, in their order; one at least. */
export type Message = readonly Part[]

/** One question of a message. */
export type Part = {
  /** As it stands. */
  readonly question: Question
  /** Together with the sentence before it, and with all before it, if it says too little by itself. */
  readonly wider: readonly Question[]
  /** What is told before it, if it says too little by itself: the sentence before it, and all of them. */
  readonly told: readonly Question[]
}

/** What even a plain statement may have: it does not show that a sentence asks. */
const weak = new Set<Asked>(['whether', 'what', 'how', 'list', 'result', 'topic', 'title', 'benefit', 'purpose', 'who'])

/** More are hardly meant as questions. */
const mostSentences = 12

/**
 * Reads a message: introductions, thanks and stories do not lead the search, and each question is read by itself. A
 * sentence that says too little to stand alone is read together with the one before it. `today`: the day at the venue
 * (YYYY-MM-DD).
 */
export function readMessage(text: string, knowledge: KnowledgeBase, today: string): Message {
  // A message is read as a whole and in parts: its words are stemmed once, and the same part is read once.
  const reader = { ...knowledge.reader, termOf: rememberingTerms() }
  const known = new Map<string, Question>()
  const read = (part: string): Question => known.getOrInsertComputed(part, () => readQuestion(part, reader, today))
  const whole = read(text)
  const sentences = sentencesOf(text)
  // On another layout, what looks like a full stop is a letter.
  if (whole.reading !== 'typed' || whole.smallTalk || sentences.length > mostSentences) return [alone(whole)]
  if (sentences.length === 1) return readSentence(text, whole, knowledge, read).map(alone)
  const parts = sentences.map((sentence) => ({ sentence, question: read(sentence) }))
  const told = parts.filter(({ question }) => !question.smallTalk)
  const talk = parts.findLast(({ question }) => question.smallTalk)
  // "I am from Almaty. Tell me a joke": nothing is asked but what small talk answers.
  if (told.length === 0 || (talk && told.every(saysOnly))) return [alone(talk?.question ?? whole)]
  const asking = askingOf(told)
  return asking.flatMap(({ sentence, question }) => {
    const at = told.findIndex((one) => one.sentence === sentence)
    const before = told.slice(told.slice(0, at).findLastIndex((one) => asking.includes(one)) + 1, at)
    const questions = readSentence(sentence, question, knowledge, read)
    if (questions.length > 1 || before.length === 0) return questions.map(alone)
    const stories = before.map((one) => one.sentence)
    const wider = [...new Set([join([stories.at(-1)!, sentence]), join([...stories, sentence])])].map(read)
    const context = [...new Set([stories.at(-1)!, join(stories)])].map(read)
    return [{ question: questions[0]!, wider, told: context }]
  })
}

type Sentence = { readonly sentence: string; readonly question: Question }

/**
 * The sentences that ask: those with a question mark, else those that ask in so many words, else the last one that is
 * not said of somebody ("…. Consultations in Samarkand").
 */
function askingOf(told: readonly Sentence[]): readonly Sentence[] {
  const tests: ((one: Sentence) => boolean)[] = [
    ({ sentence }) => sentence.includes('?'),
    ({ question }) => asks(question),
    ({ question }) => question.words[0]?.role === 'asking',
  ]
  for (const test of tests) {
    const asking = told.filter(test)
    if (asking.length > 0) return asking
  }
  return [told.findLast(({ question }) => !introduces(question)) ?? told.at(-1)!]
}

/** Somebody says something of themselves, and asks nothing. */
function saysOnly({ sentence, question }: Sentence): boolean {
  return isSaid(question) && introduces(question) && !sentence.includes('?')
}

function alone(question: Question): Part {
  return { question, wider: [], told: [] }
}

/** Sentences as one: what closes one of them asks nothing of the others. */
function join(sentences: readonly string[]): string {
  return sentences.map((sentence) => sentence.replace(/[.?!…]+\s*$/u, '')).join(' ')
}

/**
 * The questions of one sentence: without what somebody says of themselves, and parted where both halves ask and stand
 * alone.
 */
function readSentence(
  sentence: string,
  whole: Question,
  knowledge: KnowledgeBase,
  read: (part: string) => Question,
): Question[] {
  const clauses = clausesOf(sentence)
  // "Sorry, I pressed it by accident" is talk as a whole, whatever its second half looks like.
  const isTalk = (knowledge.talk(whole)?.fit ?? 0) >= talkAgainstAnEntry.least
  const rest = withoutIntroduction(clauses, knowledge, read)
  const asked = isTalk && rest && !asks(rest.question) ? undefined : rest
  const halves = halvesOf(asked?.text ?? sentence, asked?.question ?? whole, knowledge, read)
  return halves ?? [asked?.question ?? whole]
}

/**
 * "I am a journalist, when is the summit?": the clauses behind what somebody says of themselves, if they stand alone.
 */
function withoutIntroduction(
  clauses: readonly string[],
  knowledge: KnowledgeBase,
  read: (part: string) => Question,
): { readonly text: string; readonly question: Question } | undefined {
  if (clauses.length === 1) return undefined
  const questions = clauses.map(read)
  const isAside = questions.map((question) => question.smallTalk !== undefined || introduces(question))
  const first = isAside.lastIndexOf(true, clauses.length - 2) + 1
  if (first === 0 || isAside.slice(0, first).includes(false)) return undefined
  const text = clauses.slice(first).join('').trim()
  const question = read(text)
  // "Thanks, dear grandson": what follows a courtesy is part of it if it neither asks nor names anything.
  const isMore = question.asked.size === 0 && question.names.length === 0
  return !question.smallTalk && !isMore && standsAlone(question, knowledge) ? { text, question } : undefined
}

/** Somebody speaks of themselves and asks nothing, or says nothing that the pack knows: "one more question: …". */
function introduces(question: Question): boolean {
  const { words, asked } = question
  if ([...asked].some((one) => !weak.has(one))) return false
  return (
    isSaid(question) ||
    words.every(({ role, known, claimed, text }) => (claimed ? isLetters(text) : role !== 'content' || !known))
  )
}

/**
 * "How many themes are there and who are the partners": two questions, if both halves ask and have subjects of their
 * own.
 */
function halvesOf(
  text: string,
  { words }: Question,
  knowledge: KnowledgeBase,
  read: (part: string) => Question,
): Question[] | undefined {
  const joints = words.filter(({ marks }, at) => at > 1 && marks.has('conjunction')).map((word) => word.text)
  for (const joint of new Set(joints)) {
    const cut = new RegExp(`(?<!\\p{L})${RegExp.escape(joint)}(?!\\p{L})`, 'iu').exec(text)
    if (!cut) continue
    const halves = [text.slice(0, cut.index), text.slice(cut.index + cut[0].length)].map(read)
    if (halves.every((half) => asks(half) && (standsAlone(half, knowledge) || namesEntry(half)))) return halves
  }
  return undefined
}

/** Whether a question asks in words that a statement seldom has. */
export function asks({ asked }: Question): boolean {
  return [...asked].some((one) => !weak.has(one)) || asked.has('who') || asked.has('list')
}

/** "How many topics": the name of a list may also be a word that asks. */
function namesEntry({ names, pointsBack }: Question): boolean {
  return !pointsBack && names.some(({ things }) => things.some(({ kind }) => kind === 'entry'))
}

/** Whether it names what it is about. */
function standsAlone(question: Question, knowledge: KnowledgeBase): boolean {
  const subject = subjectOf(question, knowledge)
  return subject === 'subject' || (subject === 'own' && !question.pointsBack)
}

function isSaid({ words }: Question): boolean {
  return words.some(({ marks }) => marks.has('first person'))
}

/** A number in words may count what is said ("one more question"); one in digits names something. */
function isLetters(text: string): boolean {
  return /^\p{L}+$/u.test(text)
}
