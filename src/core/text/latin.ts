import { wordsOf } from './word-list.ts'

/**
 * Latin spellings of Kazakh: the alphabet of 2021 (ä ö ü ū ı ğ ñ q ş; decree project of 28 January 2021), that of 2018
 * (á ó ú ý ǵ ń sh ch) and what people type without any of these letters. Longest spelling first.
 */
const kazakh = `
  shch:щ sh:ш ch:ч zh:ж kh:х gh:ғ ng:ң ph:ф
  a:а ä:ә á:ә b:б c:ц ç:ч d:д e:е é:е f:ф g:г ğ:ғ ǵ:ғ h:х i:и ı:і í:і j:ж k:к l:л m:м n:н ñ:ң ń:ң o:о ö:ө ó:ө p:п
  q:қ r:р s:с ş:ш t:т u:у ū:ұ ü:ү ú:ү ý:у v:в w:у x:х y:ы z:з
`

/** Latin spellings of Russian as people type them: GOST 7.79 B and BGN/PCGN forms, and j for й. Longest first. */
const russian = `
  shch:щ sch:щ sh:ш ch:ч zh:ж kh:х ts:ц tz:ц yo:е jo:е yu:ю ju:ю ya:я ja:я ye:е je:е ph:ф
  a:а b:б c:ц d:д e:е f:ф g:г h:х i:и j:й k:к l:л m:м n:н o:о p:п q:к r:р s:с t:т u:у v:в w:в x:х y:ы z:з
`

const tables = { kk: compile(kazakh), ru: compile(russian) }

/** A Latin spelling of Kazakh or Russian in Cyrillic, letter by letter; what is no Latin letter stays. */
export function toCyrillic(text: string, language: 'kk' | 'ru'): string {
  const { pattern, letters } = tables[language]
  return text.replace(pattern, (spelling) => letters.get(spelling)!)
}

function compile(table: string): { pattern: RegExp; letters: Map<string, string> } {
  const letters = new Map(wordsOf(table).map((pair) => pair.split(':') as [latin: string, cyrillic: string]))
  return { pattern: new RegExp([...letters.keys()].join('|'), 'gu'), letters }
}
