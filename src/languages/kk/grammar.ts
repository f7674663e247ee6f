import type { LanguageData } from '../language-data.ts'
import { phrases, words } from '../phrases.ts'

/** Verbs of adopting, approving, coming, beginning. */
const verbs = 'қабылда бекіт мақұлда қосыл қолданыл кел баста'.split(' ')

/**
 * Of verbs: "is not given", "has not been given", "don't come", "would not be"; after a vowel, a voiced and a voiceless
 * sound.
 */
const negativeEndings = ['ма', 'ме', 'ба', 'бе', 'па', 'пе'].flatMap((denies) => {
  const soft = denies.endsWith('е')
  return (
    soft
      ? [
          'йді',
          'ймін',
          'йміз',
          'йсің',
          'йсіз',
          'йтін',
          'ген',
          'ді',
          'дік',
          'ңіз',
          'ңіздер',
          'й',
          'с',
          'уі',
          'уге',
          'гені',
        ]
      : [
          'йды',
          'ймын',
          'ймыз',
          'йсың',
          'йсыз',
          'йтын',
          'ған',
          'ды',
          'дық',
          'ңыз',
          'ңыздар',
          'й',
          'с',
          'уы',
          'уға',
          'ғаны',
        ]
  ).map((ending) => denies + ending)
})

/**
 * Between a verb and its ending: it is done by somebody, or to something. Not a vowel, which makes the present:
 * "келеді".
 */
const voices = ['', 'н', 'л', 'ыл', 'іл']
const pastEndings = 'ды ді ты ті ған ген қан кен'.split(' ')

export const grammar = {
  idleGroups: [],
  yesNoOpeners: [],
  negation: phrases`емес, жоқ, ешкім, ештеңе, ешқашан, ешқандай, ешбір, болмайды`,
  comparison: phrases`дейін, кейін, бұрын`,
  denyingBefore: phrases`емес, жоқ, болмайды`,
  negativeEndings,
  denial: phrases`
    тоқтатыл*, тыйым салын*, тыйым, мүмкін емес, жабық, жабыл*, кейінге қалдырыл*, қалдырыл*, шығарыл*, бас тарт*,
    орнына, жойыл*
  `,
  limitation: phrases`
    тек, ғана, егер, бірақ, алайда, дегенмен, кем дегенде, көп дегенде, ең көбі, ең кемі, ішінара, шектеул*, мүмкін,
    бәлкім, шығар, нақтылан*, анықтал*, өкінішке, әйтпесе, әдетте, кейде, барлығы емес, бәрі емес, дейін, кейін,
    бұрын, басқа, қоспағанда, кешіктірмей, әзірге, әлі, кейбір, өтініш бойынша
  `,
  answers: phrases`
    иә, ия, жоқ, емес, болмайды, әрине, өкінішке, өкінішке қарай, тыйым салынады, тыйым салынған, ешқашан, мүмкін
    емес
  `,
  modality: phrases`керек, қажет, болады, болмайды, бола, мүмкін, міндетті, рұқсат*, тиіс, талап`,
  participation: phrases`қатыс*, келе, келеді, келед, келген, келді, келмек, келіп`,
  anaphora: words`
    ол оның оны онда оған одан онымен оларға олардан соған содан буған мұнда олар олардың бұл бұның бұнда сол соның
    сонда осы осының сонымен ондағы сондағы соны осыны
  `,
  existential: [],
  firstPerson: phrases`
    мен, біз, менің, маған, мені, біздің, бізге, бізді, *мын, *мін, *пын, *пін, *бын, *бін, *ймыз, *йміз, *дым, *дім,
    *тым, *тім, *дық, *дік
  `,
  conjunctions: words`ал және сонда ше`,
  eventWords: phrases`
    іс, өте, шара*, оқи*, өткіз*, ұйымдастыр*, кездесу*, жиын*, жинал*, болды*, өткен*, өтеді*, өтетін*, өтті*,
    өтіп*, өтпек*, кіред*, саналад*, қабылдан*, келесі*, алдыңғы*, айы*, айында*, айда, ай, жыл*, күні*, күн, созыл*
  `,
  next: phrases`келесі*, одан кейін*, содан кейін*, бұдан кейін*, осыдан кейін*`,
  previous: phrases`алдыңғы*, одан бұрын*, содан бұрын*, бұдан бұрын*, осыдан бұрын*, оның алдында*`,
  city: phrases`қала, қалас*, қалал*, қалад*, қалан*, қалаға`,
  membership: phrases`қатарында, арасында, ішінде, тізімде, тізімінде, кіреді*, кірме*`,
  expectation: phrases`күт*, жоспар*, тиіс*, жоба*`,
  pastOpeners: [],
  past: verbs.flatMap((verb) => voices.flatMap((voice) => pastEndings.map((ending) => `${verb}${voice}${ending}*`))),
} satisfies Partial<LanguageData>
