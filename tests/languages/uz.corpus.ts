import type { Corpus } from './corpus.ts'

/** How Uzbek questions are read, a language that only the tests have. */
export const corpus: Corpus = {
  'Sammit qachon bo‘ladi?': '?when',
  "uchinchi maslahat qayerda bo'ldi?": '#3 ?where',
  'qaysi shaharda': '?where',
  'kim qatnashdi': '?who',
  'nima haqida': '?topic',
  'nechta ishtirokchi': '?number ?who',
  '3-chi maslahat': '#3',
  'to‘rtinchi mavzu': '#4',
  'yigirma birinchi sessiya': '#21',
  'yigirma uch hamkor': '23',
  'o‘n besh hamkor': '15',
  'bir yarim ming delegat': '1500',
  '1,5 ming delegat': '1500',
  '2026-yil 22-aprel': '[2026-04-22]',
  '2025-yil mayda nima bo‘ldi': '[2025-05] ?what',
  'ertaga nima bo‘ladi': '[2026-04-21] ?what',
  'uch kundan keyin': '[2026-04-23]',
  'chorshanba kuni': '[W3]',
  'Toshkentda emas': 'not',
  'uning maqsadi': '?purpose back',
}
