/** What follows is written by hand. */
const mark = '<!-- What follows is written by hand. -->'

/** The page of transcripts, and below them what is written by hand. */
export function pageOf(transcripts: string, byHand: string): string {
  return `${transcripts}\n${mark}\n${byHand}`
}

/** What is written by hand in a page; nothing, if it is new. */
export function writtenPart(page: string): string {
  return page.split(`${mark}\n`)[1] ?? ''
}

/** The transcripts without times of day, which differ from run to run. */
export function comparable(page: string): string {
  return page
    .split(mark)[0]!
    .trim()
    .replaceAll(/\d\d:\d\d/g, 'hh:mm')
}
