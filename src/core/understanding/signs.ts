import type { SmallTalk } from '../../languages/language-data.ts'
import type { SmallTalkFound } from './small-talk.ts'

/** What signs say; of several in one message the first row counts. */
const signs: readonly (readonly [SmallTalk, string])[] = [
  ['stop', '🛑✋🚫⛔🔕🤫🤐'],
  ['calendar', '📅📆🗓'],
  ['remind', '⏰⏱⏲🔔'],
  ['help', '🆘❗'],
  ['repeat', '🔁🔂🔄'],
  ['thanks', '🙏🫶💐🌹'],
  ['insult', '👎😡🤬💩🖕😠😤🤮🤢🙄🤡😾👿'],
  ['sadness', '😢😭😞😔😟🙁☹😩😫😿💔😥😓😪🥺😖😣'],
  ['huh', '🤔❓❔🤷😕😐😑🤨🧐😶🫤'],
  ['love', '❤🧡💛💚💙💜🖤🤍🤎💕💖💗💓💘💝💞😍🥰😘💋😚😗😻'],
  ['laughter', '😂🤣😆😹😄😁😀😃😅😜😝😛🤪😸'],
  ['praise', '👏🙌🔥💯🏆⭐🌟🎉🥳💪🤩✨🎊🥇😎🚀'],
  ['agree', '👍👌✅✔☑🆗🤝💁🙆'],
  ['no', '❌✖🙅➖'],
  ['greeting', '👋🤚🖐🙋🤗'],
]

/** Smileys of letters and signs, which stand alone in a message. */
const smileys: readonly (readonly [SmallTalk, RegExp])[] = [
  ['huh', /^[?.…!‽\s]+$/u],
  ['love', /^(?:<3\s*)+$/u],
  ['sadness', /^(?:[:;=]?['’]?-?\(+\s*)+$/u],
  ['laughter', /^(?:[:;=]?-?\)+\s*|[:;=]-?[dp]+\s*|\^_*\^)+$/iu],
  ['agree', /^\++$/u],
  ['no', /^[-–—]+$/u],
]

const pictures = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u
const wordsOrOther = /[\p{L}\p{N}]/u

/** What a message says that has no words: a smile, a raised thumb, a question mark. Undefined where it says nothing. */
export function readSigns(text: string): SmallTalkFound | undefined {
  const trimmed = text.trim()
  const smiley = smileys.find(([, pattern]) => pattern.test(trimmed))
  if (smiley) return found(smiley[0])
  if (wordsOrOther.test(trimmed) || !pictures.test(trimmed)) return undefined
  const known = signs.find(([, list]) => Array.from(list).some((sign) => trimmed.includes(sign)))
  return found(known?.[0] ?? 'smile')
}

function found(kind: SmallTalk): SmallTalkFound {
  return { kind, language: undefined, speak: undefined }
}
