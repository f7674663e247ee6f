import { phrases } from '../phrases.ts'
import type { LanguageData } from '../language-data.ts'

export const smallTalk: LanguageData['smallTalk'] = {
  who: phrases`
    who are you, what are you, are you a bot, are you a robot, are you human, are you real, what is your name,
    whats your name, your name, who made you
  `,
  help: phrases`
    help, help me, what can you do, what do you do, what can i ask, how do you work, how does this work, how to use,
    start, menu, commands, what do you know
  `,
  thanks: phrases`thanks, thank you, thx, ty, many thanks, thanks a lot, much appreciated, cheers`,
  farewell: phrases`bye, goodbye, good bye, see you, see you later, good night`,
  wellbeing: phrases`how are you, how are you doing, whats up, how is it going`,
  praise: phrases`good bot, well done, great, awesome, nice, cool, good job, perfect, excellent`,
  greeting: phrases`
    hi, hello, hey, hi there, hello there, good morning, good afternoon, good evening, good day, greetings
  `,
  agree: phrases`ok, okay, yes, no, sure, got it, i see, all right, alright, understood, fine`,
}
