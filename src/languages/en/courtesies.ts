import type { LanguageData } from '../language-data.ts'
import { sayings } from '../sayings.ts'

/** What people say to anybody, and ask a bot about itself. */
export const courtesies: LanguageData['smallTalk'] = {
  languages: sayings`
    what|which|how_many languages do|can you|u|it|this_bot speak|know|understand|support|answer_in|use, what|which
    language do you speak|understand|use, what languages are supported|available, languages you speak|know, supported|
    available languages, do|can|could you|u|it speak|speak_only|understand|know|answer_in english|kazakh|russian|
    qazaq|other_languages, are you multilingual
  `,
  maker: sayings`
    which|what company|team|people|programmer|developer|country|firm made|built|created|developed|owns|designed you|
    this_bot, where do you come from, are you made|built|created|developed by google|openai|humans, who|and_who made|
    created|built|developed|designed|programmed|wrote|invented|trained|coded|owns|runs|is_behind you|this_bot|the_bot|
    u, who are|is your creator|developer|maker|owner|boss|author|creators|developers, whos|who your creator|maker|
    creators|developer|developers|author|authors|owner|boss|father|mother|master|daddy|dad|mom|parents|inventor|
    programmer, who do you work for, who do you belong to, whose bot are you|is_this, where were you made|created|
    built|developed
  `,
  robot: sayings`
    are|r you|u, you|u|ur|youre bot|robot|human|a_bot|a_robot|not_human|not_a_human|not_a_bot|not_real|a_machine|
    just_a_bot|ai|an_ai, am i talking|speaking|chatting|writing to|with, is this|it|that a|an? real? bot|robot|human|
    machine|person|ai|chatbot, bot|human|robot or a? bot|human|robot|person
  `,
  who: sayings`
    what should|can|do i call you, whats your name again|please, may i know your name, can i know your name, can|do
    you dance|sing|cook|dream|think|feel|sleep|eat|love|have_feelings|have_emotions|have_friends|get_tired|ever_sleep|
    like_music|drink, do you have a_name|a_family|children, who|and_who|so_who|hey_who|but_who are|r|exactly_are|
    the_hell_are|tf_are you|u|ya exactly|anyway|really?, whos|who_is speaking|talking, who am i talking|speaking|
    chatting|writing to|with, with|to whom am i talking|speaking, what|so_what|and_what|but_what are|r|exactly_are|
    the_hell_are|kind_of_bot_are you|u exactly|anyway|called?, what is this_bot|jauap, what|whats is|s? your|ur name|
    age, do you have a name, how|what do|should|can|may|shall i|we call|address you|u, your name|age, introduce
    yourself, describe yourself, tell me? something|more|a_bit|a_little? about yourself|you, about you|yourself, how
    old are|r you|u, where are|r|do you|u from|live|located|now|at|based, are|r you|u a? boy|girl|male|female|man|
    woman|married|single, are you jauap|zhauap, do you have feelings|family|friends|kids|a_soul|a_brain
  `,
  joke: sayings`
    joke, jokes, make me laugh, sing, sing a song, a|some|another funny? joke|jokes|song, something funny, entertain
    me, tell me a story|poem
  `,
  apology: sayings`
    sorry, sry, my bad, apologies, my apologies|mistake|bad|fault, i apologise|apologize, excuse me, pardon me,
    forgive me, oops, whoops, typo, wrong chat|number|person, sorry|apologies about|for that|it|this|bothering_you|
    the_confusion|my_english|the_mistake|disturbing_you, i was wrong, i made a mistake
  `,
  impatience: sayings`
    faster, quicker, quickly, hurry, hurry up, please|pls hurry|hurry_up, be|go quicker|faster, speed it|this up,
    come on, i_am|im|still? waiting, why|what_is|whats so|taking slow|long|so_long, any day now, get on with it,
    answer already
  `,
  farewell: sayings`
    im|i_am off|leaving|out, see you|ya at the|our? summit|event|meeting|conference, have to|gotta|must go|dash|run,
    thats me done|off, over and out, talk soon, bye, bye bye|now|for_now, goodbye, good bye, see|cya|cu|c|catch|talk|
    speak|ttyl you|ya|u|to_you? later|soon|around|tomorrow|again|then|there|next_time, see you|ya|u, cya, later,
    laters, ttyl, farewell, so long, good|gud night|nite, goodnight, gn, night, night night, take care, ciao, adios,
    gotta|got_to|have_to|must|should go|run|leave|be_going|sleep, i am|im leaving|off|out|done, until next_time|then|
    later|tomorrow, thats|that_is|that_will_be|that_was all|it for_now|for_today|i_needed|i_wanted?, till later|
    next_time|tomorrow, toodles, ta ta
  `,
  thanks: sayings`
    thanks|thank_you|thank_u|thankyou|thx|thnx|thanx|tnx|tx|ty|tysm|thnks|thks|tks|merci|danke|gracias|cheers, thanks|
    thanx|thx a lot|million|bunch|ton|lots, thanks|thank_you|thx in_advance|again|anyway, many|big|huge|million|
    thousand thanks|thx, a million|thousand thanks, much appreciated|obliged, appreciated, i? really|highly?
    appreciate it|that|this|your_help|the_help, for your|the|all|this|that? help|info|information|answer|answers|
    support|time|reply|assistance|explanation, for everything|that|this|helping|answering, grateful, thankful, you|
    that|this helped me? a_lot?, thats|this_is|that_is all? what? all? i needed|wanted|was_looking_for, exactly what i
    needed|wanted, lifesaver, you saved me, god bless you, i owe you
  `,
  wellbeing: sayings`
    how are|r|do? you|u|ya|things doing|going|been|feeling|feel|keeping?, how|hows is? it|life|everything|your_day|
    your_life going|been|today?, how do you do, howdy do, whats|what|wats|wassup|sup|what_is up|new|good|going_on,
    sup, wassup, wazzup, whatsup, what are you doing|up_to now?, are|r? you|u|everything|all ok|okay|fine|alright|
    doing_well|all_right|good|tired|busy, hru, wyd, how have you been, hope you are|re? well|doing_well|fine, i|im am?
    fine|good|well|ok and_you|how_about_you?, and you, what|how about you|yourself, long time no see
  `,
  sadness: sayings`
    im|i_am|feeling|feel lonely|alone|scared|worried|nervous|down|blue|sick, sad, bored, lonely, tired, depressed,
    unhappy, upset, disappointed, exhausted, angry, frustrated, stressed, disappointing, pity, what a pity|shame, a
    pity|shame, unfortunate, alas, too bad, bad day, oh no, sleepy, hungry
  `,
  insult: sayings`
    not helping|answering|working|listening|understanding, dont like|trust you|this_bot, stupid|bad|terrible|silly|
    weird answer|answers|question, youre not helping|listening, stupid, dumb, idiot, fool, useless, worthless,
    terrible, awful, horrible, bad, silly, pathetic, trash, garbage, rubbish, crap, shit, shitty, moron, worst, sucks,
    suck, ugly, annoying, ridiculous, disgusting, nonsense, bullshit, hopeless, lame, slow, boring, dumbass, asshole,
    loser, incompetent, clown, imbecile, retarded, retard, crazy, insane, weird, clueless, ignorant, broken, lousy,
    unhelpful, no good|help|use, not helpful|useful|smart|good|working|impressed|happy|satisfied|funny|very_helpful|
    very_good|very_smart|so_smart, waste of_time?, joke of a bot, piece of shit|junk|crap|garbage, fuck, fuck you|off|
    u|it|this, screw you, damn, damn you|it, hate, bitch, ass, stfu, gtfo, get lost, go to hell, go die, kill
    yourself, you? know|knows|understand|can_do|do|say nothing, dont|cant|doesnt|do_not|cannot|never know|do|help|
    understand|work|answer anything|me|at_all|a_thing|shit|nothing, good for nothing, not of any use, boo, bs,
    disappointing bot
  `,
  love: sayings`
    i? love|like|adore|luv|miss|fancy you|u|ya, ily, marry me, will you marry me, kiss me, hug me, hugs, kisses, xoxo,
    be my friend|girlfriend|boyfriend|valentine, cute, sweetheart, darling, in love with_you?, my best? friend, do you
    love|like me, lets be friends, date me, go out with me
  `,
  praise: sayings`
    good, great, nice, excellent, awesome, amazing, wonderful, fantastic, brilliant, perfect, cool, super, smart,
    clever, best, lovely, superb, outstanding, impressive, terrific, fabulous, magnificent, marvellous, marvelous,
    helpful, neat, sweet, incredible, interesting, splendid, beautiful, genius, legend, rock, intelligent, handy,
    hero, hilarious bot, kind, fun, polite, fast, quick, well done|said|played, good|great|nice|excellent|amazing|
    fantastic job|work|one|stuff|answer|bot|to_know, the best, wow, woah, whoa, omg, bravo, hooray, yay, hurray,
    kudos, way to go, keep it up, keep up the good|great work, love it, i like it|that|this, impressed, happy, glad,
    satisfied, pleased, lit, dope, thumbs up, top, top notch, bingo, gj, not bad, pretty good|cool, you rock|rule|win|
    know_everything|know_a_lot, made my day, better than google|a_human
  `,
  wishes: sayings`
    good luck, best of luck, best|kind|warm regards|wishes, happy|merry new|nauryz|birthday|holidays|christmas|nowruz|
    eid|friday|easter|weekend|monday|norouz year|to_you?, eid mubarak, congratulations, congrats, have|enjoy a|your?
    good|great|nice|lovely|wonderful|pleasant day|evening|weekend|time|one|week, have fun, enjoy, all the best, take
    it easy, bon appetit, god bless, bless you, peace, get well soon, welcome, you too, same to you, likewise, sweet
    dreams, stay safe|well|healthy
  `,
  laughter: sayings`
    lol, lmao, rofl, haha, hahaha, hahahaha, ahaha, ahahaha, hehe, hehehe, heh, hihi, ha, ha ha, ha ha ha, xd, lmfao,
    kek, funny, hilarious, jaja, jajaja, hah, hahah, ahah, bahaha, muahaha, mwahaha, teehee, lolol, im laughing|dying|
    dead, made me laugh
  `,
  salam: sayings`
    salam, salaam, selam, shalom, namaste, as? salam|salaam|assalam|assalamu|salamu|asalam|asalamu|assalom|selamun|wa|
    ua alaikum|alaykum|aleikum|aleykum|alaikom|aleikom|aleykum, salamaleikum, assalamualaikum, assalamalaikum,
    assalamaleikum, walaikum|wa_alaikum salam|assalam, peace be upon|with you
  `,
  hour: sayings`
    good|gud|goodmorning morning|mornin|afternoon|evening|evenin|day|noon to_you?, goodmorning, goodevening,
    goodafternoon, goodday, morning, mornin, evening, afternoon, gday, gm
  `,
  greeting: sayings`
    howdy|hi|hello|hey partner|pal|boss|chief|team, greetings|hello|hi from, hello|hi|hey jauap|bot|robot|assistant,
    good to see|meet you, hi, hello, hey, hiya, hullo, helo, hallo, howdy, heya, yo, hola, greetings, hellow, bonjour,
    aloha, ahoy, hai, heyo, salut, hi|hello|hey there|again|hi|hello|hey|everyone|everybody|all|folks|guys|from_me|
    world|to_you|to_all, nice|good|pleased|glad|great|happy|lovely|pleasure to meet|see|be|talk|chat you|here|to_you|
    with_you, nice meeting you, may i introduce myself, let me introduce myself, knock knock, dear sir|madam|sirs or?
    madam?, lets talk|chat
  `,
  huh: sayings`what, wat, huh, eh, hm, um, uh, er, wtf`,
  smile: sayings`smile, smiley, emoji`,
  no: sayings`
    no, nope, nah, no way, not really|now|yet|today|interested|necessary|needed, never, of course not, i dont want to|
    it|that?, nothing, nothing else|more, negative, no its? ok|fine|okay, none, nay, not at all
  `,
  agree: sayings`
    ok, okay, okey, oki, k, yes, yeah, yep, yup, yea, ya, ye, aye, sure, sure thing, of course, certainly, absolutely,
    definitely, indeed, got it|you|ya|that, gotcha, i? see|understand|get_it|got_it|know|understood|agree|guess|
    think_so, i see now, all right|good|clear|fine|ok, alright, allright, understood, fine, fine by_me|with_me|then,
    right, true, exactly, correct, agreed, roger, roger that, copy that, noted, makes sense, thats|that_is|its|it_is|
    all|everything|sounds ok|okay|fine|good|right|true|correct|clear|alright, fair enough, very well, well ok|then,
    aha, ah, oh, oh well, uh huh, mhm, no problem|worries|problems|doubt, np, youre|you_are|ur|your|most|very welcome,
    youre|you_are right|correct, maybe, perhaps, possibly, probably, i? dont know|care|mind, idk, dunno, not sure,
    whatever, lets see|do_it, wait, wait a|please? minute|second|sec|moment?, hold on, hang on,
    hold|hang on a sec|second|minute|moment|bit, give me a sec|second|minute|moment, ill think about? it?,
    let me think, one|just moment|
    second|sec|minute|a_moment|a_second|a_sec|a_minute, brb, please, please do, good to know, deal, done, as you wish|
    like, up to you, i am|im here|ready|back, go ahead, same here, me too, my pleasure, fine|good thanks?, good
    enough, will do
  `,
  test: sayings`
    test, testing, tests, tst, check, checking, mic check, test|testing test|testing|message|bot|mic|1|one|123|
    the_bot|only|this, one two three?, testing|test? 1 2 3, ping, pong, jauap, anyone|anybody|somebody|someone|
    is_anyone|is_anybody|is_somebody|is_there_anyone|is_there_anybody here|there|home|around|alive|online, are|r you|u
    still? there|here|online|alive|awake|working|listening|up|active|on|asleep|sleeping|available|broken, still there|
    here, do|can you|u hear|see|read me|this|my_message, does this|it|the_bot|this_bot|this_thing work, is this|it|
    the_bot|this_thing on|working|thing_on|a_test, you there|here|up, bot, robot
  `,
}
