/** How the commands for packs are used: the first paragraph is what a mistake is answered with. */
export const knowledgeHelp = `\
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
`

/** The paragraph that a mistake is answered with. */
export const knowledgeUsage = knowledgeHelp.split('\n\n')[0]!
