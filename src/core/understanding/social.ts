import { foldKazakh } from '../text/normalise.ts'
import { phrasesOf, wordsOf } from '../text/word-list.ts'

/** What people say to a bot that is no question. */
export type Social = 'greeting' | 'thanks' | 'farewell' | 'who' | 'help' | 'wellbeing' | 'praise' | 'agree'

/** Phrases by what they do; of several kinds in one message the first here is answered. Kazakh in folded letters. */
const phrases: Readonly<Record<Social, readonly string[]>> = {
  who: phrasesOf(`
    who are you, what are you, are you a bot, are you a robot, are you human, are you real, what is your name
    whats your name, your name, who made you
    кто ты, кто вы, ты кто, вы кто, ты бот, вы бот, ты робот, ты человек, как тебя зовут, как вас зовут, что ты такое
    представься
    сен кимсин, сиз кимсиз, сен ботсын ба, сиз ботсыз ба, атын ким, атыныз ким, сен роботсын ба, озин кимсин
  `),
  help: phrasesOf(`
    help, help me, what can you do, what do you do, what can i ask, how do you work, how does this work, how to use
    start, menu, commands, what do you know
    помощь, помоги, помогите, что ты умеешь, что вы умеете, что умеешь, что ты можешь, что можно спросить
    как пользоваться, как ты работаешь, старт, меню, команды, что ты знаешь
    комек, комектес, комектесиниз, не истей аласын, не истей аласыз, не билесин, не билесиз, не сурауга болады
    калай колданады, мазир
  `),
  thanks: phrasesOf(`
    thanks, thank you, thx, ty, many thanks, thanks a lot, much appreciated, cheers
    спасибо, спс, благодарю, большое спасибо, спасибо большое, пасиб, спасибочки, сенкс
    рахмет, ракмет, коп рахмет, коп ракмет, ризамын, алгыс
  `),
  farewell: phrasesOf(`
    bye, goodbye, good bye, see you, see you later, good night
    пока, до свидания, до встречи, всего доброго, прощай, спокойной ночи
    сау бол, сау болыныз, кош, кош болыныз, кездескенше, кайырлы тун
  `),
  wellbeing: phrasesOf(`
    how are you, how are you doing, whats up, how is it going
    как дела, как ты, как вы, как поживаешь, как жизнь
    калайсын, калайсыз, калын калай, калыныз калай, халин калай, жагдайын калай
  `),
  praise: phrasesOf(`
    good bot, well done, great, awesome, nice, cool, good job, perfect, excellent
    молодец, отлично, супер, класс, круто, здорово, умница, прекрасно
    жарайсын, керемет, тамаша, кереметсин
  `),
  greeting: phrasesOf(`
    hi, hello, hey, hi there, hello there, good morning, good afternoon, good evening, good day, greetings
    привет, приветик, здравствуйте, здравствуй, здрасьте, добрый день, доброе утро, добрый вечер, доброго дня
    приветствую, хай
    салем, салеметсиз бе, салеметсин бе, саламатсыз ба, ассалаумагалейкум, салам, армысыз, кайырлы тан, кайырлы кун
    кайырлы кеш
  `),
  agree: phrasesOf(`
    ok, okay, yes, no, sure, got it, i see, all right, alright, understood, fine
    ок, окей, да, нет, понятно, ясно, хорошо, ладно, понял, поняла, угу, ага
    иа, жок, жарайды, тусиникти, тусиндим, макул, жаксы
  `),
}

/** Words around a phrase that change nothing about it. */
const fillers = new Set(
  wordsOf(`
    the a bot jauap жауап бот dear friend very so much всем вам тебе вас барлыгына досым жаным очень а ну и oh o well
  `),
)

type Phrase = { readonly words: readonly string[]; readonly social: Social }

const byFirst = index()

/** What a message does that is nothing but social phrases; undefined for anything that may be a question. */
export function findSocial(words: readonly string[]): Social | undefined {
  const folded = words.map(foldKazakh)
  const found = new Set<Social>()
  for (let at = 0; at < folded.length;) {
    const phrase = byFirst
      .get(folded[at]!)
      ?.find((one) => one.words.every((word, offset) => word === folded[at + offset]))
    if (phrase) found.add(phrase.social)
    else if (!fillers.has(folded[at]!)) return undefined
    at += phrase?.words.length ?? 1
  }
  return (Object.keys(phrases) as Social[]).find((social) => found.has(social))
}

/** Whether a word occurs in a social phrase: reading a wrong keyboard layout needs to know. */
export function isSocialWord(word: string): boolean {
  return byFirst.has(foldKazakh(word))
}

function index(): Map<string, Phrase[]> {
  const result = new Map<string, Phrase[]>()
  for (const [social, list] of Object.entries(phrases) as [Social, readonly string[]][]) {
    for (const phrase of list) {
      const words = phrase.split(' ')
      result.getOrInsertComputed(words[0]!, () => []).push({ words, social })
    }
  }
  for (const list of result.values()) list.sort((a, b) => b.words.length - a.words.length)
  return result
}
