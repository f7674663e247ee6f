import { spellings, words } from '../phrases.ts'

/** What people type without a Kazakh keyboard. */
export const typedAs = { ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и' }

export const endingsBehindHyphen = words`
  ның нің дың дің тың тің ға ге қа ке ны ні ды ді ты ті да де та те нан нен дан ден тан тен мен бен пен
  дағы дегі тағы тегі
`

/**
 * Latin spellings: the alphabet of 2021 (ä ö ü ū ı ğ ñ q ş; draft decree of 28 January 2021), that of 2018
 * (á ó ú ý ǵ ń sh ch) and what people type without any of these letters.
 */
export const latin = spellings`
  ai:ай äi:әй ei:ей oi:ой öi:өй ui:уй üi:үй yi:ый ıi:ій
  shch:щ sh:ш ch:ч zh:ж kh:х gh:ғ ng:ң ph:ф a:а ä:ә á:ә b:б c:ц ç:ч d:д e:е é:е f:ф g:г ğ:ғ ǵ:ғ h:х i:и ı:і í:і j:ж
  k:к l:л m:м n:н ñ:ң ń:ң o:о ö:ө ó:ө p:п q:қ r:р s:с ş:ш t:т u:у ū:ұ ü:ү ú:ү ý:у v:в w:у x:х y:ы z:з
`

/** The Kazakh layout of Windows: the Russian one, with Kazakh letters in place of the digits. */
export const keyboard = {
  keys: 'ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,"№;:?',
  digits: 'әіңғ,.үұқөһӘІҢҒ;:ҮҰҚӨҺ',
}
