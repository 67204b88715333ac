import type { ChecklistRuleSet } from '#lib/domain/checklist.ts'
import { localized } from '../localized.ts'
import { FORMER_IDENTITY_PAPERS } from './former-identity-papers.ts'
import { IDENTITY_PAPERS, MILITARY_CERTIFICATE } from './identity-papers.ts'
import { MARITAL_STATUS_PAPERS } from './marital-status-papers.ts'
import {
  CIVIL_CODE,
  LAST_DAY_BEFORE_REVISION,
  NO_FEE,
  NO_HEALTH_CHECK,
  NO_HUKOU_BOOK,
  REVISION,
} from './not-needed.ts'
import { onlyFor, perPartyType } from './per-party-type.ts'
import { JOINT_PHOTOS } from './photos.ts'
import { underFormerLaw } from './under-former-law.ts'

const forSoldiers = onlyFor('MILITARY', [MILITARY_CERTIFICATE])

/** What a marriage asks for, now and before the revision of 2025. */
export const MARRIAGE_RULE_SETS: readonly ChecklistRuleSet[] = [
  {
    id: 'marriage-2025-05-10',
    service: 'MARRIAGE',
    validFrom: REVISION,
    source: localized(
      '《婚姻登记条例》（国务院令第804号，2025年5月10日起施行）第八条',
      '《婚姻登記條例》（國務院令第804號，2025年5月10日起施行）第八條',
      'Marriage Registration Regulations (State Council Order 804, in force since 10 May 2025), art. 8',
    ),
    perPartyType: perPartyType(IDENTITY_PAPERS, forSoldiers, MARITAL_STATUS_PAPERS, [JOINT_PHOTOS]),
    notNeeded: [NO_HUKOU_BOOK, NO_HEALTH_CHECK, NO_FEE],
  },
  {
    id: 'marriage-2021-01-01',
    service: 'MARRIAGE',
    validFrom: CIVIL_CODE,
    validTo: LAST_DAY_BEFORE_REVISION,
    source: localized(
      '《婚姻登记条例》（国务院令第387号，2003年10月1日起施行）第五条',
      '《婚姻登記條例》（國務院令第387號，2003年10月1日起施行）第五條',
      'Marriage Registration Regulations (State Council Order 387, in force until 9 May 2025), art. 5',
    ),
    perPartyType: underFormerLaw(
      perPartyType(FORMER_IDENTITY_PAPERS, forSoldiers, MARITAL_STATUS_PAPERS, [JOINT_PHOTOS]),
    ),
    notNeeded: [NO_HEALTH_CHECK],
  },
]
