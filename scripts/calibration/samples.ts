import { openKnowledgeBase, type KnowledgeBase } from '../../src/core/knowledge-base/knowledge-base.ts'
import type { Language } from '../../src/knowledge/language.ts'
import { packFrom } from '../../src/knowledge/load.ts'
import type { PackFiles } from '../../src/knowledge/pack-files.ts'
import type { Entry, LocalisedLists, Pack } from '../../src/knowledge/pack.ts'
import { candidatesFor, type SampleCandidate } from './candidates.ts'

/** What a question is for: an entry, a gap, an entry that the pack lost, or nothing at all. */
export type Kind = 'answerable' | 'gap' | 'gone' | 'contrast'

/** One question that was held out, and what speaks for each of the entries found for it. */
export type Sample = {
  /** Who wrote it: language and writer. */
  readonly writer: string
  /** Which of the packs below was asked. */
  readonly pack: string
  readonly kind: Kind
  readonly candidates: readonly SampleCandidate[]
}

type Held = { readonly question: string; readonly id: string; readonly kind: 'asked' | 'contrast' }

/**
 * What part of the questions is asked of each pack: enough to tell the weights, in a minute or two. Of contrast
 * questions there are few: all are asked of all packs but the whole one.
 */
const sampled: Readonly<Record<string, number>> = { whole: 0.5, lossy: 0.15, half: 0.2, few: 0.2, plain: 0.2 }
/** The share of writers whose questions are asked of the other packs, too: learning a pack takes seconds. */
const othersShare = 0.4
const none: LocalisedLists = { kk: [], ru: [], en: [] }

/**
 * Holds out each writer's questions in each language, and half of that language's contrast questions, and asks them of
 * packs that learnt from the rest: the whole pack; without some entries, whose questions nothing answers then; with
 * questions for half of the entries, for few, and for none.
 */
export function* samplesOf(files: PackFiles): Generator<Sample> {
  for (const { name } of files.files) {
    const [stem, language, writer] = name.split('.') as [string, Language, string]
    if (stem !== 'questions') continue
    const held = packFrom({
      ...files,
      files: files.files.filter((file) => !isTeaching(file.name) || file.name === name),
    })
    const rest = packFrom({ ...files, files: files.files.filter((file) => file.name !== name) })
    const parity = writer === 'yaml' ? 0 : 1
    const inTurn = (list: readonly string[], keep: boolean): string[] =>
      list.filter((_, at) => (at % 2 === parity) === keep)
    const learnt = rest.entries.map((entry) => ({
      ...entry,
      contrast: { ...entry.contrast, [language]: inTurn(entry.contrast[language], false) },
    }))
    const questions = [
      ...held.entries.flatMap(({ id, questions: own }) =>
        own[language].map((question) => heldAs('asked', id, question)),
      ),
      ...rest.entries.flatMap(({ id, contrast }) =>
        inTurn(contrast[language], true).map((question) => heldAs('contrast', id, question)),
      ),
    ]
    const who = `${language} ${writer === 'yaml' ? 'first' : writer}`
    const packs = packsOf(learnt, rest.subject, who)
    // What packs that know less need is told by some of the writers.
    for (const [kind, entries] of chance(`packs ${who}`) < othersShare ? packs : packs.slice(0, 1)) {
      const asked = questions.filter(
        ({ question, kind: held }) => chance(question) < sampled[kind]! || (held === 'contrast' && kind !== 'whole'),
      )
      yield* ask(asked, openKnowledgeBase({ ...rest, entries }), held, { writer: who, pack: kind })
    }
  }
}

function isTeaching(name: string): boolean {
  return /^(questions|contrast)\./.test(name)
}

function heldAs(kind: Held['kind'], id: string, question: string): Held {
  return { kind, id, question }
}

function packsOf(whole: readonly Entry[], subject: string | undefined, who: string): [string, readonly Entry[]][] {
  const kept = whole.filter(({ id }) => id === subject || chance(`${id} ${who}`) >= 0.3)
  return [
    ['whole', whole],
    ['lossy', kept],
    ['half', kept.map((entry) => (chance(`half ${entry.id} ${who}`) < 0.5 ? silent(entry) : entry))],
    [
      'few',
      kept.map((entry) =>
        chance(`few ${entry.id} ${who}`) < 0.85
          ? silent(entry)
          : { ...entry, questions: three(entry.questions), contrast: none },
      ),
    ],
    ['plain', kept.map(silent)],
  ]
}

function silent(entry: Entry): Entry {
  return { ...entry, questions: none, contrast: none }
}

function three({ kk, ru, en }: LocalisedLists): LocalisedLists {
  return { kk: kk.slice(0, 3), ru: ru.slice(0, 3), en: en.slice(0, 3) }
}

function* ask(
  asked: readonly Held[],
  knowledge: KnowledgeBase,
  { entries }: Pack,
  from: Pick<Sample, 'writer' | 'pack'>,
): Generator<Sample> {
  const gaps = new Set(entries.flatMap(({ id, type }) => (type === 'gap' ? [id] : [])))
  for (const { question: typed, id, kind: held } of asked) {
    const there = gaps.has(id) ? 'gap' : 'answerable'
    const kind = held === 'contrast' ? 'contrast' : knowledge.entries.has(id) ? there : 'gone'
    const isRight = (entry: Entry): boolean =>
      kind !== 'contrast' && (entry.id === id || (entry.type === 'gap' && kind === 'gap'))
    const candidates = candidatesFor(typed, knowledge, isRight)
    if (!candidates) continue
    // Which gap a question comes near that nothing answers doesn't matter: either way nothing is told.
    const nothing = kind === 'contrast' || kind === 'gone'
    yield { ...from, kind, candidates: nothing ? candidates.filter(({ gap }) => !gap) : candidates }
  }
}

/** A number from 0 to 1 that is the same in every run. */
function chance(text: string): number {
  let hash = 7
  for (const letter of text) hash = (Math.imul(hash, 31) + letter.codePointAt(0)!) >>> 0
  return (Math.imul(hash, 2_654_435_761) >>> 0) / 2 ** 32
}
