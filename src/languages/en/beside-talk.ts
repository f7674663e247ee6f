import { words } from '../phrases.ts'

/** Beside anything: whom it is said to, "please", "very". */
export const fillers = words`
  the a an bot bots jauap dear friend buddy mate sir madam everyone all very so much oh o ah well please pls plz plss
  pleas kindly just now then too also really and but ok okay hey um guys team man dude bro
`

/** Beside commands: "could you please … for me". */
export const commandWords = words`
  can could would will may you u me i to my we us your want need like id wanna gonna speak talk answer answers reply
  respond write switch change go use say give show get let lets chat for it this that with only instead messages
  announcements updates notifications any anymore how do connect call put transfer bring find tell is there have again
  some any be
`

/** Beside feelings: "you are such a …". */
export const feelingWords = words`
  you youre u ur are r is was it its this that thats be been such what how pretty quite absolutely totally most i im
  am me feel feeling your answer answers my answered service thing one robot machine program assistant ai of for ever
  at here today truly simply super extremely too completely bit little kind did do have
`

/** Beside "are you a robot": what else one may be. */
export const robotWords = words`
  really actually even only truly real live living bot robot human machine computer person ai alive program chatbot
  being chatgpt gpt artificial intelligence man automated people boy girl male female woman or not what you are is it
`
