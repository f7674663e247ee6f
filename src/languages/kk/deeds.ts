import type { LanguageData } from '../language-data.ts'
import { phrases } from '../phrases.ts'

export const deeds: LanguageData['deeds'] = {
  chaired: phrases`
    төраға*, жүргізді, жүргізген*, жүргізеді, жүргізетін*, жүргізіп, басқарып, басқаратын*, модератор*, басқарды
  `,
  spoke: phrases`сөйледі, сөйлеген*, сөйлейді, сөз сөйле*, баяндама*, спикер*, сөз алды, сөз алған*`,
  hosted: phrases`қабылдаушы*, қабылдап алды`,
  opened: phrases`ашты, ашқан, ашылу*, ашылған*`,
  represented: phrases`өкілдік*, атынан`,
  signed: phrases`қол қой*, қолтаңба*, қолы қойыл*`,
  voted: phrases`дауыс бер*, дауыс беріп, қалыс қал*`,
  proposed: phrases`ұсын*, бастама*, көтерді, идея*, көтерген*`,
  responsible: phrases`жауапты*, жауап береді`,
  organised: phrases`ұйымдастыр*, бірлесіп өткіз*, өткізді, өткізген*`,
}
