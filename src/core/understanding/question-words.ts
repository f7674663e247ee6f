import type { Facet } from '../../knowledge/schema.ts'
import { phrasesOf, wordsOf } from '../text/word-list.ts'

/**
 * What a question asks for: a facet of an entry, a list, a yes or no. `whether`: perhaps a yes or no, since nothing but
 * its question mark asks ("Саммит в Алматы?").
 */
export type Asked = Facet | 'list' | 'yes-no' | 'whether'

/**
 * Words and word groups that say what a question asks for, in normalised form; `*` stands for any ending. A group
 * counts where its words follow each other. Kazakh ones are written in folded letters (see `foldKazakh`).
 */
export const askingWords: Readonly<Record<Exclude<Asked, 'whether'>, readonly string[]>> = {
  when: phrasesOf(`
    when, how many days, how long, date, dates, what day, which day, what days, which days, what month, which month
    what year, which year, what time, how long ago, timing, how soon, days
    когда, сколько дней, сколько длится, дата, даты, дату, датой, датирован*, какого числа, каких числах, какие числа
    какой день, какие дни, каком месяце, каком году, какого года, в какой день, во сколько, срок*, какой год
    в какие дни, год, числа, число какое, месяц
    кашан, неше кун*, канша кун*, неше кунге, кай куни, кай кундери, куни, кундери, кай айда, кай ай, кай жыл*
    кай уакыт*, кай кезде, кай мерзим*, мерзим*, датасы, кай кундерде, нешесинде, кай айдын, уакыты, кай кез*
    жылы кай, кашангы
  `),
  where: phrasesOf(`
    where, place, location, which city, what city, which country, what country, venue, city, country, town, host city
    whereabouts
    где, куда, место, места, месте, каком городе, какой город, какой стране, какая страна, город, стране, страна
    городе
    кайда, кай жерде, кай кала*, кай ел*, кай жак*, орны, кала, каласы, калада, каласында, каланын, кай мемлекет*
    кай жер*, каида, кайсы кала*, кай ман*
  `),
  who: phrasesOf(`
    who, whom, whose, participants, attendees, participated, attended, took part, take part, taking part
    partners with, jointly, together with, which organisations, which organizations, co organis*, co organiz*
    with which
    кто, кем, кого, кому, чья, чей, участник*, участвовал*, принимал* участие, принял* участие, совместно
    вместе с кем, с кем, какие организации
    ким, кимдер, кимдер*, киммен, кимнин, кимдермен, катысушы*, катысты, катыскан*, кандай уйым*, бирлесип, кай уйым*
    кимге, кимди
  `),
  title: phrasesOf(`
    called, name, title, titled, entitled, named, stand for, stands for
    называется, называлось, называлась, назывался, название, названия, озаглавлен*, расшифр*
    аталады, аталды, аталган, атауы, аты, деп атал*, калай атал*
  `),
  topic: phrasesOf(`
    about, topic, topics, theme of, discuss*, devoted, talk*, focus, subject, cover*, presented, dealt with, agenda
    о чем, про что, тема, темой, тему, теме, обсуждал*, обсудил*, посвящен*, говорил*, охватыва*
    основное направление, представил*, речь
    не туралы, не жайлы, не жайында, такырыбы, такырып*, талкылан*, талкыла*, арналды, арналган, камтиды, сойлес*
    басты багыт*, не жайынан
  `),
  purpose: phrasesOf(`
    aim, aims, aimed, purpose, goal, goals, objective*, why, what for, point of, intended, reason, mission
    цель, цели, целью, зачем, почему, для чего, направлен, направлена, направлено, направлены, с какой целью
    ради чего, задача, смысл
    максат*, не ушин, неге, неликтен, не максат*, багытталд*, багытталган
  `),
  result: phrasesOf(`
    result, results, outcome*, decided, decision*, agreed, adopted, endorsed, approved, proposed, came out
    conclusion*, produce*, findings, achieved, lead to, led to
    результат*, итог*, решил*, решени*, приняли, одобрил*, одобрен*, утвердил*, предложил*, предложено, закончил*
    договорил*, чего добил*, вывод*
    натиже*, корытынды*, шешим*, макулдан*, макулда*, бекитил*, усынылды, усынды, келист*, немен аякталды
  `),
  benefit: phrasesOf(`
    benefit*, useful, use of, advantage*, good for, gain*, practical benefit, what good
    польза, пользу, пользы, полез*, выгод*, преимуществ*, что дает, что даст
    пайда*, тажирибелик пайда*, не береди, тиимди*, артыкшылы*
  `),
  number: phrasesOf(`
    how many, how much, number of, count, total, quantity, how large, how big
    сколько, количеств*, численност*, число, скольки, сколькими, количество
    канша, неше, саны, каншага, канша*, нешеу
  `),
  how: phrasesOf(`
    how, format, in what form, what way, as, manner
    как, каким образом, формат*, в какой форме
    калай, калайша, кандай жолмен, кандай форма*
  `),
  what: phrasesOf(`
    what, what is, define, meaning, mean, means, tell me about, describe, explain, info, information
    что, что такое, расскажи*, что значит, опиши*, поясни*, что за, чего
    не, деген не, дегенимиз не, айтып бер*, туралы айт*, тусиндир*, нени
  `),
  list: phrasesOf(`
    which, list, list all, name all, what are, which are, enumerate, all, name the, show all, every, what events
    what were, which ones
    какие, каких, перечисли*, список, списком, назови*, все, всех, покажи*, какая, какой, перечень, каким, какими
    кандай, кайсы*, тизим*, атап, барлык, тизип, кандай*, тизбе*, атан*, санап бер*, кай
  `),
  'yes-no': phrasesOf(`
    whether, true that, right, correct
    ли, правда, верно, разве
    ма, ме, ба, бе, па, пе, рас, шын
    иа, рас па, дурыс
  `),
}

/** Word groups that ask for nothing, though a word in them does: "take place" asks for no place. */
export const idleGroups: readonly string[] = phrasesOf(`
  take place, takes place, took place, taking place, taken place, in the end
  имеет место, имело место
`)

/** English questions that begin with one of these want a yes or a no. */
export const yesNoOpeners: ReadonlySet<string> = new Set(
  wordsOf(`
    is are was were am do does did has have had will would can could should shall may might isnt arent wasnt werent
    didnt doesnt dont hasnt havent wont
  `),
)

/**
 * Words that carry no subject: articles, pronouns, prepositions, particles, auxiliaries, courtesy, and the verbs that
 * any question may use. They don't count for or against an entry. Kazakh ones in folded letters.
 */
export const functionWords: ReadonlySet<string> = new Set(
  wordsOf(`
    a an the of in on at by for to from with end and or but not no as into onto over under within during between
    before after this that these those it its they them their there here he she his her him i me my we us our you
    your one ones is are was were be been being am do does did done has have had will would can could should shall
    may might must please kindly tell say said know knows let lets give gives show want wants need needs like help
    find out just also too so then than very really exactly actually still already yet ever some any all each other
    another else hi hello hey thanks thank ok okay um well pls plz ill id im ive youre whats whos wheres whens hows
    thats happen happened happens happening take takes took taken place held hold holding go going get got gets make
    made everyone everybody anyone anybody someone somebody nobody everything anything something nothing if about up
    down again more most many much which what when where who whom whose why how whether
    конце и в во на с со к ко от до из у о об обо по за для при под над между через без или а но да же ли бы то это
    этот эта эти этого этой этом этих тот та те того той тех там тут здесь он она оно они его ее их ему ей им них нем
    ней я мы ты вы мне мной меня нам нас вам вас тебе мой моя наш ваш свой который которая которое которые которой
    которого котором которых быть был была было были будет будут есть бывает стал стала не ни нет уже еще только
    также тоже так как что кто где когда какой какая какое какие каких каким какими каком какого какую чем чего чему
    сколько куда откуда зачем почему пожалуйста подскажите подскажи скажите скажи расскажите расскажи знаете знаешь
    знать узнать хочу хотел хотела можно можете можешь нужно надо интересно вообще именно точно ну вот давай привет
    здравствуйте спасибо прошел прошла прошло прошли проходит проходил проходила проходило проходили пройдет
    состоялся состоялась состоялось состоялись проведен проведена проведено происходит происходило произошло
    проводится проводился проводилась проводили провели
    мен пен бен жане немесе бирак уш ушин туралы жайлы жайында бойынша кейин дейин бурын сон сондай ак де гой гана
    тек ол олар онын олардын осы бул сол мынау мына ана биз сиз сен мени маган бизге сизге менин биздин сиздин оз ози
    бар жок емес еди екен болды болады болган болып бола болатын бол ма ме ба бе па пе ким кай кандай кайда кашан
    канша неше калай неге нени кимдер айтшы айтыныз айтынызшы айтып бер бере аласыз бериниз бериниздарш билгим келеди
    билесиз билесин отинем отинемин рахмет салем салеметсиз отти отеди откен отетин откизилди откизиледи откизилетин
    жатыр тур турган кезинде барысында аясында сонында басында аралыгында ал ше шы ши деген деп дегенимиз жогары
    арасында эле хал шыгар мумкин керек осында сонда онда
  `),
)
