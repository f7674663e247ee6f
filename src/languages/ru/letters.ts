import { spellings } from '../phrases.ts'

export const typedAs = { ё: 'е' }

/** Latin spellings as people type them: GOST 7.79 B and BGN/PCGN forms, and j for й. */
export const latin = spellings`
  ay:ай ey:ей iy:ий oy:ой uy:уй yy:ый ai:ай ei:ей oi:ой
  shch:щ sch:щ sh:ш ch:ч zh:ж kh:х ts:ц tz:ц yo:е jo:е yu:ю ju:ю ya:я ja:я ye:е je:е ph:ф a:а b:б c:ц d:д e:е f:ф
  g:г h:х i:и j:й k:к l:л m:м n:н o:о p:п q:к r:р s:с t:т u:у v:в w:в x:х y:ы z:з
`

/** ЙЦУКЕН. */
export const keyboard = {
  keys: 'ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"№;:?',
  digits: '',
}
