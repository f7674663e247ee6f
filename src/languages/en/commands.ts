import type { LanguageData } from '../language-data.ts'
import { sayings } from '../sayings.ts'

/** Commands in words. */
export const commands: LanguageData['smallTalk'] = {
  unsubscribe: sayings`
    take me off the|your|this? list|mailing_list?, dont contact|message|write|text me again|anymore?, stop bothering|
    contacting me, unsubscribe, unsub, unsubscribed, unsubscribe from|me announcements|notifications|updates|the_list|
    all|you|this|the_bot|everything?, opt out, cancel|end|stop my|the? subscription|announcements|notifications|
    updates|newsletter|mailing|messages, no more messages|announcements|updates|notifications, stop|dont sending|
    messaging|writing|texting|send|message|write|spamming me? anymore?, turn|switch off the|all? notifications|
    announcements|updates, remove me from the|your|this? list?, mute notifications|announcements?, disable
    notifications|announcements
  `,
  subscribe: sayings`
    subscribe, subscription, subscribe|subscription to|me the|to? announcements|notifications|updates|news|
    newsletter?, sign me? up for? updates|announcements|news?, send|get|receive|give me? the? announcements|updates|
    notifications, turn|switch on notifications|announcements, keep me updated|posted|informed, notify me
  `,
  stop: sayings`
    stop, logout, log out, close, stop it|this|that|talking, enough, quit, exit, cancel, abort, shut up, be quiet,
    leave me alone, go away, halt, end chat|conversation, never mind, nevermind, no need, forget it
  `,
  human: sayings`
    contact|reach|find|message|write_to|get|speak_to|talk_to a|an|the|any|with? human|person|operator|manager|
    real_person|staff|team, i would like|want to speak|talk with|to someone, human contact, human, person, operator,
    agent, humans, human being, real|live|actual|living human|person|agent|operator|people, support, support team,
    representative, customer|live|human|tech support|service|chat|help|agent, someone|somebody|anyone|anybody real|
    human|else|alive, to|with someone|somebody|anyone|people|a_manager|staff, contact|call|reach the? support|staff|
    someone, are there people|humans|real_people here|there?, is anybody|anyone|someone human|real here|there?, not a
    bot, manager
  `,
  language: sayings`
    language, languages, change|switch|set|choose|select|pick|another|other|different|wrong the|my|your|to|a?
    language|languages, language settings|menu, in another language
  `,
  mine: sayings`
    my programme|program|schedule|agenda|plan|favourites|favorites|bookmarks|sessions|talks|picks|reminders, my own
    programme|program|schedule|agenda, my? starred|saved|marked|bookmarked|chosen sessions|talks|events|programme?, my?
    personal programme|program|schedule|agenda, favourites, favorites, bookmarks, what did|have i star|starred|save|
    saved|mark|marked|bookmark|bookmarked|pick|picked
  `,
  calendar: sayings`
    calendar, calendar file|link|entry, add|save|put|export|download|import the? dates|event|events|it|this|all? in|to
    the|my|google? calendar, ics, ics file, ical, google calendar, to|in my|the|google calendar
  `,
  remind: sayings`
    remind, remind me|us about|of? it|this|that|later|tomorrow|the_event|before?, reminder, reminders, set|create|
    make|add up? a? reminder|reminders|alarm
  `,
  forget: sayings`
    forget|delete|erase|remove|clear|wipe all|everything? me|my_data|my_history|about_me|my_account|data|history|
    everything, privacy, privacy policy, gdpr
  `,
  menu: sayings`
    menu, main menu, start, start over|again|now|chat|bot, restart, begin, lets start|begin|go, get started, home,
    homepage, home page, main page|screen, reset, from the beginning
  `,
  help: sayings`
    whats|what_is your job|role|task|function|profession|use|goal, what is it you do|can_do, what do you do exactly|
    here|for_a_living?, what are you good at|for, what are you able|capable to_do|of, what can i do with_you|here,
    what topics do you know, how can i talk|chat|work|communicate with you, help, help me|us out?, halp, need|want
    help|assistance|guidance|a_hand, assist, assist me, assistance, sos, can|could you|u help|assist me|us?, what|
    which can|could|do|else_can you|u|this_bot|it do|help|know|tell|answer|offer, how|what can|could|may you help|
    assist me|us?, what|which questions|things|topics? can|should|could|may i|we ask|know|talk_about, how do|does|can|
    to i|you|this|it|the_bot|this_bot? work|use|function|operate|get_started, instructions, manual, guide, guide me,
    commands, list of? commands, options, your? capabilities|abilities|skills|features|functions, what are your
    capabilities|features|functions|abilities|skills|commands|you_for|you_able_to_do|you_good_at|you_good_for|
    you_capable_of, what is|are|whats this_bot|you|your for|purpose|purpose_of_this_bot|bot_for|job|function|
    this_bot_for, what should|do|must|can i do|do_now|do_here|do_next|say|write|type, tell me what you know|can_do,
    what can|could|may|should i|we ask you|about|you_about,
    where do i start, i am|im lost
  `,
  back: sayings`back, go back, return, previous page|menu|screen|step, step back, undo, take me back`,
  repeat: sayings`
    repeat, repeat it|that|this|again|yourself|the_answer|the_last_answer|your_answer|last|last_answer|last_message|
    what_you_said, again, once more|again, one more time, say|tell|show|write|send it|that? again|once_more|
    one_more_time, pardon, come again, what did you say|just_say, say what, sorry what, what was that again?, i missed
    that|it
  `,
  more: sayings`
    more, more info|information|details|detail, tell|show|give|say me? more|some_more|something_more|anything_else
    about_it|about_this|about_that?, continue, go on, carry on, keep going, further, elaborate, anything|something|
    what else, details, in more detail
  `,
  wrong: sayings`
    that|this|it doesnt|does_not|didnt|did_not answer|help|address|make_sense|work my_question|me|it?, wrong, wrong
    answer|question|info|information, incorrect, incorrect answer, mistaken, a lie, lying, liar, false, nonsense
    answer, inaccurate, irrelevant, misleading, not true|right|correct|that|it|what_i_asked|what_i_meant|what_i_need|
    what_i_want|what_i_wanted|an_answer|the_answer|my_question, bad answer, isnt|wasnt it|right|correct|true|
    what_i_asked|what_i_meant|my_question|the_answer, didnt|dont|did_not|havent answer|answered|answering my|the|me?
    question?, i didnt|did_not ask|mean that|this|for_that|about_that?, you? made|make a? mistake|error, mistake,
    error, you misunderstood me?, answer my question
  `,
  confused: sayings`
    im|i_am|so|very|totally? confused|puzzled|lost, got confused, i|we|still? dont|didnt|cant|cannot|couldnt
    understand|get|follow|understand_anything|get_it|know_what_to_ask you|that|this|it?, not|isnt|wasnt clear|
    understandable, unclear, confusing, confused, puzzled, complicated, what do|did you|u|that|this mean|mean_by_that|
    mean_by_this, what you mean, explain, clarify, explain|clarify that|it|this|again|better|simpler, can|could you
    explain|clarify that|it|this|better|again?, simpler, in simple|simpler words|terms, what are you talking about|
    on_about, makes no sense, doesnt make sense, makes no sense to me, i have no idea
  `,
  ready: sayings`
    lets|wanna|can_we talk|chat|have_a_chat, talk|chat to|with me, have|got|ive a|one|some|another|a_quick|few|a_few?
    question|questions, question, questions, quick question, another|one|last|next question, can|may|could i|we ask a|
    something|some|one|you? question|questions|something?, i want|need|would_like|wanna|wanted|have to? ask something|
    you|a_question|you_something|some_questions|about_something?, ready, are you ready, answer my questions
  `,
}

/** The languages to go on in. */
export const speakIn: LanguageData['speakIn'] = {
  en: sayings`in|to? english language?, eng, english version`,
  ru: sayings`in|to? russian language?, russian version`,
  kk: sayings`in|to? kazakh|qazaq|kazak|kazakhsha language?, kazakh version`,
}
