import type { ChecklistRuleSet } from '#lib/domain/checklist.ts'
import { localized } from '../localized.ts'
import { original } from './checklist-item.ts'
import { NO_FEE, NO_NAME, REVISION } from './not-needed.ts'
import { perPartyType } from './per-party-type.ts'
import { ARTICLE_7 } from './sources.ts'

const CERTIFICATES_FOR_CEREMONY = original('MARRIAGE_CERTIFICATES_OF_BOTH', {
  name: localized('两个人的结婚证', '兩個人的結婚證', 'The marriage certificates of both of you'),
  note: localized(
    '先登记，后颁证；同一天办理的，登记后直接过来。可以请父母到场。',
    '先登記，後頒證；同一天辦理的，登記後直接過來。可以請父母到場。',
    'Registration comes first; on the same day, simply come over afterwards. Your parents are welcome.',
  ),
  shared: true,
  source: ARTICLE_7,
})

/** Counselling asks for nothing; a ceremony asks for the certificates it hands over. */
export const FAMILY_SERVICE_RULE_SETS: readonly ChecklistRuleSet[] = [
  {
    id: 'counselling-2025-05-10',
    service: 'COUNSELLING',
    validFrom: REVISION,
    source: localized(
      '《婚姻登记条例》（国务院令第804号，2025年5月10日起施行）第五条',
      '《婚姻登記條例》（國務院令第804號，2025年5月10日起施行）第五條',
      'Marriage Registration Regulations (State Council Order 804, in force since 10 May 2025), art. 5',
    ),
    perPartyType: perPartyType(),
    notNeeded: [NO_NAME, NO_FEE],
  },
  {
    id: 'ceremony-2025-05-10',
    service: 'CEREMONY',
    validFrom: REVISION,
    source: localized(
      '《婚姻登记条例》（国务院令第804号，2025年5月10日起施行）第七条',
      '《婚姻登記條例》（國務院令第804號，2025年5月10日起施行）第七條',
      'Marriage Registration Regulations (State Council Order 804, in force since 10 May 2025), art. 7',
    ),
    perPartyType: perPartyType([CERTIFICATES_FOR_CEREMONY]),
    notNeeded: [NO_FEE],
  },
]
