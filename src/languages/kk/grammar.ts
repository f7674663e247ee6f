import type { LanguageData } from '../language-data.ts'
import { phrases, words } from '../phrases.ts'

/** Verbs of adopting, approving, coming, beginning, and the endings of their past forms. */
const verbs = 'қабылда бекіт мақұлда іске қосыл|қосыл қолданыл кел баста'.split('|')

export const grammar = {
  idleGroups: [],
  yesNoOpeners: [],
  negation: phrases`емес, жоқ, ешкім, ештеңе, ешқашан, болмайды`,
  comparison: phrases`дейін, кейін, бұрын`,
  denial: phrases`тоқтатылды, тыйым салын*, мүмкін емес, жабық, өкінішке*, берілмейді, өткізілмейді, қамтылмаған, кірмейді`,
  limitation: phrases`тек, ғана, егер, бірақ, кем дегенде, ең көбі, ішінара, шектеул*`,
  anaphora: words`
    ол оның оны онда оған одан онымен оларға олардан соған содан буған мұнда олар олардың бұл бұның бұнда сол соның сонда осы осының
    сонымен
  `,
  existential: [],
  firstPerson: phrases`
    мен, біз, менің, маған, мені, біздің, бізге, бізді, *мын, *мін, *пын, *пін, *бын, *бін, *ймыз, *йміз, *дым, *дім, *тым, *тім, *дық, *дік
  `,
  conjunctions: words`ал және сонда ше`,
  eventWords: phrases`
    іс, шара*, оқи*, өткіз*, ұйымдастыр*, кездесу*, жиын*, жинал*, болды*, өткен*, өтеді*, өтетін*, өтті*, өтіп*, өтпек*, кіред*,
    саналад*, қабылдан*, келесі*, алдыңғы*, айы*, айында*, айда, ай, жыл*, күні*, күн
  `,
  next: phrases`келесі*`,
  previous: phrases`алдыңғы*`,
  city: phrases`қала, қалас*, қалал*, қалад*, қалан*, қалаға`,
  membership: phrases`кіреді*, кірме*`,
  expectation: phrases`күт*, жоспар*, тиіс*, жоба*`,
  pastOpeners: [],
  past: verbs.flatMap((verb) =>
    ['ды', 'ді', 'ты', 'ті', 'ған', 'ген', 'қан', 'кен'].map((ending) => `${verb}*${ending}*`),
  ),
} satisfies Partial<LanguageData>
