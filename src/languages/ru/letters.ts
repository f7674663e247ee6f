import { spellings } from '../phrases.ts'

export const typedAs = { ё: 'е' }

/** Latin spellings as people type them: GOST 7.79 B and BGN/PCGN forms, and j for й. */
export const latin = spellings`
  aya:ая eya:ея iya:ия oya:оя uya:уя ayu:аю eyu:ею iyu:ию oyu:ою uyu:ую aye:ае eye:ее iye:ие oye:ое uye:уе
  ai:ай ei:ей ay:ай ey:ей iy:ий oy:ой uy:уй yy:ый oi:ой
  shch:щ sch:щ sh:ш ch:ч zh:ж kh:х ts:ц tz:ц yo:е jo:е yu:ю ju:ю ya:я ja:я ye:е je:е ph:ф a:а b:б c:ц d:д e:е f:ф
  g:г h:х i:и j:й k:к l:л m:м n:н o:о p:п q:к r:р s:с t:т u:у v:в w:в x:х y:ы z:з
`

/** ЙЦУКЕН. */
export const keyboard = {
  keys: 'ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"№;:?',
  digits: '',
}
