import { asLanguage, type Language } from '../../knowledge/language.ts'
import { wordsIn } from '../../knowledge/pack.ts'
import type { SmallTalk } from '../../languages/language-data.ts'
import { say, type TextKey } from '../i18n.ts'
import { tokenise } from '../text/tokenise.ts'
import { venueHour } from '../time/venue.ts'
import type { SmallTalkFound } from '../understanding/small-talk.ts'
import { titleOf } from './facts.ts'
import { packSubject } from './follow-up.ts'
import { certain } from './parameters.ts'
import { answerAgain } from './repeat.ts'
import { rankedFor } from './replies.ts'
import type { Act, Decision, Suggestion } from './reply.ts'
import type { Findings, Rule } from './rule.ts'
import { tell } from './tell.ts'

/** Rules for what is no question: a phrase that people say to anybody, or a command in words. */
export const socialRules: readonly Rule[] = [
  {
    // "Say that again", after something was said.
    name: 'repeat',
    decide: (findings) => (talkOf(findings)?.kind === 'repeat' ? answerAgain(findings) : undefined),
  },
  {
    // "Help me", where the pack teaches that very phrase as a question that it answers.
    name: 'taught-phrase',
    decide(findings) {
      const { best, question } = findings
      return best && question.smallTalk && isTaught(findings) ? tell(best.entry, certain, findings) : undefined
    },
  },
  {
    // "Hello", "thanks", "stop".
    name: 'social',
    decide(findings) {
      const talk = talkOf(findings)
      return talk && replyToTalk(talk, findings)
    },
  },
]

function talkOf(findings: Findings): SmallTalkFound | undefined {
  const { smallTalk } = findings.question
  return smallTalk && !isTaught(findings) ? smallTalk : undefined
}

/** Whether the best entry has these words as a question. What the source lacks answers nothing. */
function isTaught({ best, question }: Findings): boolean {
  if (!best || best.entry.type === 'gap') return false
  const asked = question.words.map(({ text }) => text).join(' ')
  return Object.values(best.entry.questions)
    .flat()
    .some((taught) => tokenise(taught).join(' ') === asked)
}

/** The button under an answer; none where words are enough. */
const acts: Readonly<Partial<Record<SmallTalk, Exclude<Act['do'], 'speak'>>>> = {
  unsubscribe: 'unsubscribe',
  stop: 'unsubscribe',
  subscribe: 'subscribe',
  language: 'languages',
  languages: 'languages',
  calendar: 'calendar',
  mine: 'mine',
  menu: 'topics',
  help: 'topics',
  back: 'topics',
  human: 'topics',
  more: 'topics',
  confused: 'topics',
  huh: 'topics',
  ready: 'topics',
  greeting: 'topics',
  salam: 'topics',
  hour: 'topics',
  who: 'topics',
  test: 'topics',
}

/** What is said to small talk, with the button that does what it asks for. */
export function replyToTalk({ kind, speak }: SmallTalkFound, findings: Findings): Decision {
  const { knowledge } = findings
  const target = kind === 'speak' ? asLanguage(speak) : undefined
  const language = target ?? findings.language
  const subject = wordsIn(packSubject(knowledge)?.title ?? knowledge.pack.title, language) ?? knowledge.pack.id
  const act = acts[kind]
  return {
    status: 'social',
    language,
    lines: [{ kind: 'text', text: say(language, keyOf(kind, findings), { subject }) }],
    entries: [],
    suggestions: suggestionsFor(kind, findings, language),
    confidence: 1,
    ranked: rankedFor(findings),
    ...(target ? { act: { do: 'speak', language: target } } : act && { act: { do: act } }),
  }
}

/** Whoever greets by the hour is greeted by that of the venue. */
function keyOf(kind: SmallTalk, { now, knowledge }: Findings): TextKey {
  if (kind !== 'hour') return `social.${kind}`
  const hour = venueHour(now, knowledge.pack.timeZone)
  if (hour < 4 || hour >= 23) return 'social.greeting'
  return hour < 11 ? 'social.morning' : hour < 17 ? 'social.day' : 'social.evening'
}

const mostSuggestions = 3

/** What lies near the last answer, for whoever wants more; for a reminder, what there is to be reminded of. */
function suggestionsFor(kind: SmallTalk, { context, knowledge, about }: Findings, language: Language): Suggestion[] {
  if (kind === 'remind') return about ? [{ id: about.id, title: titleOf(about, language) }] : []
  const said = kind === 'more' ? context?.said : undefined
  const others = said?.ranked.filter((id) => !said.entries.includes(id)).slice(0, mostSuggestions) ?? []
  return others.flatMap((id) => {
    const entry = knowledge.entries.get(id)
    return entry ? [{ id, title: titleOf(entry, language) }] : []
  })
}
