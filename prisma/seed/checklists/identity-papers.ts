import { localized } from '../localized.ts'
import { original } from './checklist-item.ts'
import type { PerPartyType } from './per-party-type.ts'
import { ARTICLE_8 } from './sources.ts'

const RESIDENT_ID_CARD = original('RESIDENT_ID_CARD', {
  name: localized('居民身份证', '居民身份證', 'Resident identity card'),
  note: localized(
    '带原件，要在有效期内。临时居民身份证也可以。',
    '帶原件，須在有效期內。臨時居民身份證也可以。',
    'The original, still valid. A temporary resident identity card is also accepted.',
  ),
  source: ARTICLE_8,
})

export const HUKOU_BOOK = original('HUKOU_BOOK', {
  name: localized('居民户口簿', '居民戶口簿', 'Household register (hukou booklet)'),
  note: localized(
    '带原件。集体户口的，带首页和本人常住人口登记卡。',
    '帶原件。集體戶口的，帶首頁和本人常住人口登記卡。',
    'The original. From a collective household: the first page and your own page.',
  ),
  source: '婚姻登记条例（2003年）第五条、第十一条',
})

const MILITARY_ID = original('MILITARY_ID', {
  name: localized('军人身份证件', '軍人身份證件', 'Military identity document'),
  note: localized(
    '如军官证、文职干部证、军士证、义务兵证、学员证。',
    '如軍官證、文職幹部證、軍士證、義務兵證、學員證。',
    'For example an officer, civilian staff, sergeant, conscript or cadet card.',
  ),
  source: '民政部关于军人婚姻登记的规定',
})

/** Says that the soldier may register; it comes from the political organ of the unit. */
export const MILITARY_CERTIFICATE = original('MILITARY_MARRIAGE_CERTIFICATE', {
  name: localized('军人婚姻登记证明', '軍人婚姻登記證明', 'Military marriage registration certificate'),
  note: localized(
    '由团级以上单位的政治工作部门开具。由哪个登记处办理，请先打电话问清楚。',
    '由團級以上單位的政治工作部門開具。由哪個登記處辦理，請先致電問清楚。',
    'Issued by the political department of a unit at regiment level or above. Please phone first to ask which office handles your case.',
  ),
  source: '民政部关于军人婚姻登记的规定',
})

const HK_MACAU_PERMIT = original('HK_MACAU_PERMIT_OR_RESIDENCE_PERMIT', {
  name: localized(
    '港澳居民来往内地通行证，或者港澳居民居住证',
    '港澳居民來往內地通行證，或者港澳居民居住證',
    'Mainland Travel Permit for Hong Kong and Macao Residents, or the residence permit for them',
  ),
  note: localized(
    '两种带一种，要在有效期内。',
    '兩種帶一種，須在有效期內。',
    'Either one of the two, still valid.',
  ),
  source: ARTICLE_8,
})

const HK_MACAU_ID_CARD = original('HK_MACAU_ID_CARD', {
  name: localized('香港或者澳门居民身份证', '香港或者澳門居民身份證', 'Hong Kong or Macao identity card'),
  source: ARTICLE_8,
})

const TAIWAN_PERMIT = original('TAIWAN_PERMIT_OR_RESIDENCE_PERMIT', {
  name: localized(
    '台湾居民来往大陆通行证，或者台湾居民居住证',
    '台灣居民來往大陸通行證，或者台灣居民居住證',
    'Mainland Travel Permit for Taiwan Residents, or the residence permit for them',
  ),
  note: localized(
    '两种带一种，要在有效期内；其他有效的旅行证件也可以。',
    '兩種帶一種，須在有效期內；其他有效的旅行證件也可以。',
    'Either one of the two, still valid; another valid travel document is also accepted.',
  ),
  source: ARTICLE_8,
})

const TAIWAN_ID_CARD = original('TAIWAN_ID_CARD', {
  name: localized(
    '本人在台湾地区居住的身份证件',
    '本人在台灣地區居住的身份證件',
    'Your identity card of Taiwan',
  ),
  source: ARTICLE_8,
})

const CHINESE_PASSPORT = original('CHINESE_PASSPORT', {
  name: localized('有效的中国护照', '有效的中國護照', 'Valid Chinese passport'),
  source: ARTICLE_8,
})

const FOREIGN_PASSPORT = original('PASSPORT_OR_FOREIGN_PERMANENT_ID', {
  name: localized(
    '有效的护照或者其他国际旅行证件，或者外国人永久居留身份证',
    '有效的護照或者其他國際旅行證件，或者外國人永久居留身份證',
    'Valid passport or other international travel document, or the Foreign Permanent Resident ID Card',
  ),
  source: ARTICLE_8,
})

/** By which papers each kind of party proves who they are. 婚姻登记条例 (2025) art. 8. */
export const IDENTITY_PAPERS: PerPartyType = {
  MAINLAND: [RESIDENT_ID_CARD],
  MILITARY: [RESIDENT_ID_CARD, MILITARY_ID],
  HK_MACAU: [HK_MACAU_PERMIT, HK_MACAU_ID_CARD],
  TAIWAN: [TAIWAN_PERMIT, TAIWAN_ID_CARD],
  OVERSEAS_CHINESE: [CHINESE_PASSPORT],
  FOREIGN: [FOREIGN_PASSPORT],
}
