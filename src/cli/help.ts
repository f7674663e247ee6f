import { programVersion } from '../operation/version.ts'

/** How the program and each of its commands are used: the first paragraph is what a mistake is answered with. */
export const helpTexts = {
  start: `\
usage: npm start [-- --check]

Serves Telegram and Discord, each if its token is set; without any, talks in this terminal.

  --check     starts, proves tokens, database and knowledge, says what it found, and stops: 0 if all is well, else 1
  -h, --help  this text
  --version   the versions of Jauap and of Node

Settings are environment variables, or lines of a file .env in this directory: .env.example lists them all.

  npm start -- --check
  TELEGRAM_BOT_TOKEN=123456:ABC… npm start

Commands, each with a --help of its own: npm run -s COMMAND -- --help
  ask         a question, a batch of them, or a conversation
  announce    write, send and follow announcements
  knowledge   make, import, check and try a pack
  feedback    what people called wrong
  register    register the commands in Discord, and print the invitation link
  backup      the whole database in one file, while it is used
  restore     put such a file in the place of the database
  health      how the program that runs here is doing
`,
  ask: `\
usage: ask [QUESTION] [--language kk|ru|en] [--knowledge DIR] [--explain] | ask --batch [--knowledge DIR]

Answers a question. Without one: a conversation, which exit, quit (or the word for it in the other languages) or Ctrl+D
ends.

  --language  answer in Kazakh (kk), Russian (ru) or English (en); else in the language of the question, and where that
              can't be told, in that of DEFAULT_LANGUAGE, or else of LC_ALL or LANG
  --knowledge a directory of data files in place of KNOWLEDGE, or several, separated by commas
  --explain   also how the question was read, and what the best entries scored for what
  --batch     reads JSON lines {"id","text","language"?,"session"?,"replyTo"?,"now"?}, and writes one for each

  npm run -s ask -- "Where was the third consultation?" --language en
  npm run -s ask -- --batch < questions.jsonl
`,
  knowledge: `\
usage: knowledge template FILE.xlsx|FILE.csv [--language kk|ru|en] [--sheet programme|speakers|rooms|questions]
       knowledge import FILE… --to DIR [--dry-run] [--yes] [--title NAME] [--time-zone ZONE] [--json]
       knowledge new DIR | check DIR [--json] | test DIR FILE [--now MOMENT] [--json] | compile DIR

Makes and looks after a pack: the directory of files that an event is answered from.

  template    writes an empty table to be filled in, with headings in Kazakh, Russian and English
  import      takes over programmes, speakers, rooms and questions from files: .xlsx, .csv, schedules of pretalx
              and frab (.json, .xml), calendars (.ics), pages and documents (.md, .html, .docx, .pdf). Says what is
              new, moved, changed and cancelled since the last import, and writes it once that is confirmed. What was
              edited by hand stays as it is.
  new         writes a pack to begin with, explained line by line
  check       says what is wrong, with file, line and remedy, and what somebody who attends would miss
  test        asks the questions of a file, and says which answers are not as expected and which have changed
  compile     makes the compiled file ahead of the first start, and says where

  --to        the directory of the pack; it is made if it is not there
  --dry-run   only show what would change
  --yes       write without asking; asked is only in a terminal, and only where something could be lost
  --title     what the event is called, for a pack that is new
  --time-zone where the event is, such as Asia/Almaty, for a pack that is new and for calendars in UTC
  --language  headings in one language alone
  --sheet     which table a .csv file holds
  --now       ask as if it were that moment, such as 2026-06-10T09:00
  --json      one JSON object, for other programs; import then writes without asking unless --dry-run is given

  npm run -s knowledge -- template my-event.xlsx
  npm run -s knowledge -- import my-event.xlsx --to my-event --title "My event" --time-zone Asia/Almaty
  npm run -s knowledge -- check my-event
  npm run -s ask -- --knowledge my-event "When does it start?"
`,
  announce: `\
usage: announce create --file FILE|- | preview ID [--language kk|ru|en] [--platform telegram|discord] | send ID --yes
       announce schedule ID --at "2026-04-22 09:00" | cancel ID | pause ID | resume ID | list | show ID [--watch]
       announce correct ID --file FILE|- | recall ID --yes | retry ID [--uncertain] | export ID
       announce topics [--file FILE|-]                                                            (all with --json)

Writes to the database what the running "npm start" delivers, within about a second.

  create      a draft from a file of YAML or JSON; it goes to nobody yet
  preview     what its readers see, with lengths against the limits, and what stands in the way
  send        as soon as the half minute has passed in which it can be cancelled
  schedule    at a time at the venue
  show        how far it is, what failed and why, and who did what; list: all of them
  cancel      no more of it; pause and resume: stop for a while
  correct     other texts, also in copies that are out; recall: takes copies back
  retry       once more to where it failed
  export      every delivery as CSV
  topics      what announcements may be about, and how many follow each; --file names more: [{kk, ru, en}, …]

  --file      the file to read; - for standard input
  --yes       send, or take back, for certain: without it only the number of destinations is told
  --at        "2026-04-22 09:00", a time at the venue
  --watch     show goes on telling until all is sent
  --uncertain retry also what may have arrived
  --language  preview in one language; --platform: on one platform
  --json      one JSON object, for other programs

  npm run -s announce -- create --file hall.yaml
  npm run -s announce -- send 12 --yes && npm run -s announce -- show 12 --watch
`,
  feedback: `\
usage: feedback

Prints what people called wrong as JSON lines, the latest first.

  npm run -s feedback | head
`,
  register: `\
usage: register

Registers the commands in Discord, unless they are registered as they are, and prints the link by which the bot is
invited. "npm start" does the same.

  npm run -s register
`,
  backup: `\
usage: backup FILE

Writes the whole database to a new file, while the program runs. The file is an SQLite database, whichever DATABASE_URL
names, and restore puts it back into either. It holds what people are known by: keep it as you keep the database.

  npm run -s backup -- jauap-2026-04-22.db
`,
  restore: `\
usage: restore FILE [--replace]

Puts what backup wrote into the database of DATABASE_URL. Stop the program first.

  --replace   also where the database holds something; SQLite's file is kept beside, under another name

  npm run -s restore -- jauap-2026-04-22.db --replace
`,
  health: `\
usage: health

Asks the program that runs here (HTTP_HOST, HTTP_PORT) how it is: 0 if it answers, 1 if not.

  npm run -s health
`,
} as const

export type Command = keyof typeof helpTexts

/**
 * What a command line asks to be told instead of anything done: the help of its command, or the versions. Undefined if
 * neither is asked for. `command` is undefined for the program itself.
 */
export function askedToTell(command: string | undefined, args: readonly string[]): string | undefined {
  const end = args.indexOf('--')
  const options = end < 0 ? args : args.slice(0, end)
  if (options.includes('--help') || options.includes('-h')) return helpTexts[isCommand(command) ? command : 'start']
  if (options.includes('--version')) return `jauap ${programVersion()}, Node ${process.versions.node}\n`
  return undefined
}

function isCommand(word: string | undefined): word is Command {
  return word !== undefined && Object.hasOwn(helpTexts, word)
}
