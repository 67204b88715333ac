import { calendarDate } from '#lib/domain/calendar-date.ts'
import type { NotNeededItem } from '#lib/domain/checklist.ts'
import { localized } from '../localized.ts'
import { ARTICLE_5, ARTICLE_6, ARTICLE_8, OLD_ARTICLE_5 } from './sources.ts'

/** The first day of the regulation as revised in 2025. */
export const REVISION = calendarDate('2025-05-10')
export const LAST_DAY_BEFORE_REVISION = calendarDate('2025-05-09')
/** The first day of the Civil Code, and of the two visits of a divorce. */
export const CIVIL_CODE = calendarDate('2021-01-01')

export const NO_HUKOU_BOOK: NotNeededItem = {
  code: 'HUKOU_BOOK',
  name: localized('居民户口簿', '居民戶口簿', 'Household register (hukou booklet)'),
  since: REVISION,
  source: ARTICLE_8,
}

export const NO_HEALTH_CHECK: NotNeededItem = {
  code: 'HEALTH_CHECK',
  name: localized('婚前医学检查证明', '婚前醫學檢查證明', 'Premarital health certificate'),
  since: calendarDate('2003-10-01'),
  source: OLD_ARTICLE_5,
}

export const NO_FEE: NotNeededItem = {
  code: 'FEE',
  name: localized('登记费、工本费', '登記費、工本費', 'Any fee'),
  since: REVISION,
  source: ARTICLE_6,
}

export const NO_NAME: NotNeededItem = {
  code: 'IDENTITY_DOCUMENT',
  name: localized(
    '身份证件（可以不说姓名）',
    '身份證件（可以不說姓名）',
    'An identity document (you need not give your name)',
  ),
  since: REVISION,
  source: ARTICLE_5,
}
