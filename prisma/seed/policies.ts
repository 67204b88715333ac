import { type BookingPolicy, DEFAULT_POLICY } from '#lib/domain/booking-policy.ts'
import { type CalendarDate, calendarDate } from '#lib/domain/calendar-date.ts'
import { type DeadlineReading, USUAL_READING } from '#lib/domain/cooling-off.ts'
import { type RatingTerms, USUAL_TERMS } from '#lib/domain/rating-terms.ts'

export interface PolicyPlan {
  readonly scope: 'national' | 'region' | 'office'
  readonly scopeId: string
  readonly key: keyof BookingPolicy | keyof DeadlineReading | keyof RatingTerms
  readonly value: number | string | boolean
  readonly validFrom: CalendarDate
  readonly validTo?: CalendarDate
  readonly source: string
}

const SINCE = calendarDate('2026-01-01')
/** The Civil Code is in force since then. */
const SINCE_THE_CODE = calendarDate('2021-01-01')

// How long seats wait is a setting of the process, so no national rule is planted for it.
const { horizonDays, releaseTime, minLeadDays, cutoffPreviousDay } = DEFAULT_POLICY

/** The national default, and where a place has rules of its own. */
export const POLICIES: readonly PolicyPlan[] = [
  ...policy(
    'national',
    'CN',
    { horizonDays, releaseTime, minLeadDays, cutoffPreviousDay },
    '演示设定：全国默认规则',
  ),
  reading(
    'shiftFirstPeriod',
    '《民法典》第二百零三条第一款、第一千零七十七条：期间的最后一日顺延；两个期间的末日都适用',
  ),
  reading(
    'weekendIsRestDay',
    '《民法典》第二百零三条第一款、《全国年节及纪念日放假办法》：周休息日与节假日同为法定休假日，调休上班日除外',
  ),
  ...terms(
    'ratingContactDays',
    '国办发〔2019〕51号：差评应当及时核实、回复，未定天数；演示设定：一个工作日内先联系',
  ),
  ...terms('ratingCloseDays', '演示设定：差评十五个工作日内办结，取自已有明文期限的地方'),
  ...terms('ratingOpenDays', '演示设定：办结之日起三十日内可以评价'),
  ...policy(
    'region',
    '440000',
    { horizonDays: 15, releaseTime: '08:30' },
    '广东省婚姻登记预约规则（2022年起）：提前1至15天预约，每天8:30放号',
  ),
  ...policy('region', '440311', { horizonDays: 30 }, '光明区婚姻登记服务：三十天内分时段预约'),
  ...policy(
    'region',
    '510100',
    { horizonDays: 30, releaseTime: '09:00', cutoffPreviousDay: '16:00' },
    '成都市婚姻登记全市通办：提前1至2个工作日预约，前一日16:00截止',
  ),
  ...policy('region', '610100', { releaseTime: '08:00' }, '演示设定：西安市错峰放号'),
  ...policy('office', 'anji', { partnerHours: 48 }, '演示设定：安吉县给另一方留两天确认'),
]

function reading(key: keyof DeadlineReading, source: string): PolicyPlan {
  return {
    scope: 'national',
    scopeId: 'CN',
    key,
    value: USUAL_READING[key],
    validFrom: SINCE_THE_CODE,
    source,
  }
}

function terms(key: keyof RatingTerms, source: string): PolicyPlan[] {
  return [{ scope: 'national', scopeId: 'CN', key, value: USUAL_TERMS[key], validFrom: SINCE, source }]
}

function policy(
  scope: PolicyPlan['scope'],
  scopeId: string,
  values: Partial<Record<keyof BookingPolicy, number | string | undefined>>,
  source: string,
): PolicyPlan[] {
  return (Object.keys(values) as (keyof BookingPolicy)[]).flatMap((key) => {
    const value = values[key]
    return value === undefined ? [] : [{ scope, scopeId, key, value, validFrom: SINCE, source }]
  })
}
