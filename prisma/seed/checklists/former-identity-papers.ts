import { localized } from '../localized.ts'
import { original } from './checklist-item.ts'
import { HUKOU_BOOK, IDENTITY_PAPERS } from './identity-papers.ts'
import type { PerPartyType } from './per-party-type.ts'
import { OLD_ARTICLE_5 } from './sources.ts'

const HK_MACAU_PERMIT = original('HK_MACAU_PERMIT', {
  name: localized(
    '港澳居民来往内地通行证',
    '港澳居民來往內地通行證',
    'Mainland Travel Permit for Hong Kong and Macao Residents',
  ),
  source: OLD_ARTICLE_5,
})

const TAIWAN_PERMIT = original('TAIWAN_PERMIT', {
  name: localized(
    '台湾居民来往大陆通行证',
    '台灣居民來往大陸通行證',
    'Mainland Travel Permit for Taiwan Residents',
  ),
  source: OLD_ARTICLE_5,
})

const PASSPORT = original('PASSPORT', {
  name: localized(
    '有效的护照或者其他国际旅行证件',
    '有效的護照或者其他國際旅行證件',
    'Valid passport or other international travel document',
  ),
  source: OLD_ARTICLE_5,
})

/** The papers asked for until 9 May 2025: with the hukou booklet, without residence permits. */
export const FORMER_IDENTITY_PAPERS: PerPartyType = {
  MAINLAND: [HUKOU_BOOK, ...IDENTITY_PAPERS.MAINLAND],
  MILITARY: IDENTITY_PAPERS.MILITARY,
  HK_MACAU: [HK_MACAU_PERMIT, ...IDENTITY_PAPERS.HK_MACAU.slice(1)],
  TAIWAN: [TAIWAN_PERMIT, ...IDENTITY_PAPERS.TAIWAN.slice(1)],
  OVERSEAS_CHINESE: IDENTITY_PAPERS.OVERSEAS_CHINESE,
  FOREIGN: [PASSPORT],
}
