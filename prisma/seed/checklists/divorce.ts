import type { ChecklistItem, ChecklistRuleSet } from '#lib/domain/checklist.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import { localized } from '../localized.ts'
import {
  DIVORCE_AGREEMENT,
  DIVORCE_APPLICATION_FORM,
  DIVORCE_RECEIPT,
  MARRIAGE_CERTIFICATE,
} from './divorce-papers.ts'
import { FORMER_IDENTITY_PAPERS } from './former-identity-papers.ts'
import { IDENTITY_PAPERS, MILITARY_CERTIFICATE } from './identity-papers.ts'
import { CIVIL_CODE, LAST_DAY_BEFORE_REVISION, NO_FEE, NO_HUKOU_BOOK, REVISION } from './not-needed.ts'
import { onlyFor, perPartyType } from './per-party-type.ts'
import { SINGLE_PHOTOS } from './photos.ts'
import { underFormerLaw } from './under-former-law.ts'

const PRESENT_LAW = localized(
  '《婚姻登记条例》（国务院令第804号，2025年5月10日起施行）第十三条；民发〔2020〕116号',
  '《婚姻登記條例》（國務院令第804號，2025年5月10日起施行）第十三條；民發〔2020〕116號',
  'Marriage Registration Regulations (State Council Order 804, in force since 10 May 2025), art. 13; notice 116 (2020) of the Ministry of Civil Affairs',
)

const FORMER_LAW = localized(
  '《婚姻登记条例》（国务院令第387号）第十一条；民发〔2020〕116号（2021年1月1日起）',
  '《婚姻登記條例》（國務院令第387號）第十一條；民發〔2020〕116號（2021年1月1日起）',
  'Marriage Registration Regulations (State Council Order 387, in force until 9 May 2025), art. 11; notice 116 (2020) of the Ministry of Civil Affairs',
)

const forSoldiers = onlyFor('MILITARY', [MILITARY_CERTIFICATE])
const firstVisit = [MARRIAGE_CERTIFICATE, DIVORCE_APPLICATION_FORM]
const secondVisit = [MARRIAGE_CERTIFICATE, SINGLE_PHOTOS, DIVORCE_AGREEMENT, DIVORCE_RECEIPT]

/** What the two visits of an agreed divorce ask for, now and before the revision of 2025. */
export const DIVORCE_RULE_SETS: readonly ChecklistRuleSet[] = [
  presentRules('DIVORCE_APPLICATION', 'divorce-application', firstVisit, PRESENT_LAW),
  presentRules('DIVORCE_CERTIFICATE', 'divorce-certificate', secondVisit, PRESENT_LAW),
  formerRules('DIVORCE_APPLICATION', 'divorce-application', firstVisit, FORMER_LAW),
  formerRules('DIVORCE_CERTIFICATE', 'divorce-certificate', secondVisit, FORMER_LAW),
]

function presentRules(
  service: ChecklistRuleSet['service'],
  word: string,
  items: readonly ChecklistItem[],
  source: LocalizedText,
): ChecklistRuleSet {
  return {
    id: `${word}-${REVISION}`,
    service,
    validFrom: REVISION,
    source,
    perPartyType: perPartyType(IDENTITY_PAPERS, forSoldiers, items),
    notNeeded: [NO_HUKOU_BOOK, NO_FEE],
  }
}

function formerRules(
  service: ChecklistRuleSet['service'],
  word: string,
  items: readonly ChecklistItem[],
  source: LocalizedText,
): ChecklistRuleSet {
  return {
    id: `${word}-${CIVIL_CODE}`,
    service,
    validFrom: CIVIL_CODE,
    validTo: LAST_DAY_BEFORE_REVISION,
    source,
    perPartyType: underFormerLaw(perPartyType(FORMER_IDENTITY_PAPERS, forSoldiers, items)),
    notNeeded: [],
  }
}
