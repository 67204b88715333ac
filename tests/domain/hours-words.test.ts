import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { changeLines, lineDifference } from '#lib/format/change-lines.ts'
import { dayField, laneField, quotaField } from '#lib/format/hours-field.ts'
import { lunarShort, lunarText, suitsWeddings } from '#lib/format/lunar.ts'
import { namedFaults } from '#lib/format/named-faults.ts'
import { refusalText } from '#lib/format/refusal-text.ts'
import { ruleText } from '#lib/format/rule-text.ts'
import { suggestDays } from '#lib/format/suggest-days.ts'

const day = calendarDate
const rule = {
  weekdays: [1, 2, 3, 4, 5],
  opens: '09:00',
  closes: '12:00',
  windows: 4,
  publicPercent: 70,
  walkInPercent: 10,
  worksOnRestDay: false,
  validFrom: day('2027-01-01'),
}

describe('a rule of hours in words', () => {
  test('says when, with how many windows and for whom', () => {
    expect(ruleText('zh-CN', rule)).toBe(
      '每周一至周五 09:00–12:00，4 个窗口，线上 70%、电话 20%、现场 10%，2027年1月1日起',
    )
    expect(ruleText('en', { ...rule, walkInPercent: 0, publicPercent: 100 })).toBe(
      'Monday to Friday 09:00–12:00; 4 windows; 100% online; from 1 January 2027',
    )
  })

  test('says rhythms and breaks', () => {
    expect(ruleText('zh-CN', { ...rule, weekdays: [3], everyWeeks: 2 })).toMatch(/^每 2 周的周三 /)
    const monthly = { ...rule, weekdays: [6], nthOfMonth: [1, -1], worksOnRestDay: true }
    expect(ruleText('zh-CN', { ...monthly, breaks: [{ from: '10:30', until: '10:45' }] })).toBe(
      '每月第 1 个、最后一个周六 09:00–12:00，4 个窗口，线上 70%、电话 20%、现场 10%，10:30–10:45 休息，休息日也开，2027年1月1日起',
    )
    expect(ruleText('en', { ...rule, weekdays: [2, 4], everyWeeks: 2 })).toMatch(
      /^Tuesday, Thursday of every second week /,
    )
  })

  test('of two versions of a lane only what differs is told', () => {
    const names = { lanes: [], channels: [] }
    const lane = {
      name: { 'zh-CN': '窗口', 'zh-Hant': '窗口', en: 'Windows' },
      services: ['MARRIAGE'] as const,
      slotMinutes: 15,
      rules: [rule],
    }
    const linesOf = (slotMinutes: number) =>
      changeLines('zh-CN', { kind: 'lane', laneId: 'a', version: 1, lane: { ...lane, slotMinutes } }, names)
        .lines
    expect(lineDifference(linesOf(15), linesOf(20))).toEqual({
      gone: ['每 15 分钟一对'],
      come: ['每 20 分钟一对'],
    })
  })
})

describe('the lunar calendar', () => {
  test.each([
    ['2027-02-06', '春节', '春節', 'Lunar New Year'],
    ['2027-08-08', '七夕', '七夕', 'Qixi'],
    ['2027-09-15', '中秋', '中秋', 'Mid-Autumn'],
    ['2027-05-21', '小满', '小滿', undefined],
    ['2026-12-09', '十一月', '十一月', undefined],
    ['2026-12-10', '初二', '初二', undefined],
  ])('%s is %s', (date, hans, hant, en) => {
    expect([
      lunarShort('zh-CN', day(date)),
      lunarShort('zh-Hant', day(date)),
      lunarShort('en', day(date)),
    ]).toEqual([hans, hant, en])
  })

  test('names a leap month as one', () => {
    expect(lunarText('zh-CN', day('2025-08-29'))).toBe('七月初七')
    expect(lunarText('zh-CN', day('2025-07-31'))).toBe('闰六月初七')
  })

  test('knows the days that custom calls good for weddings', () => {
    const days = Array.from({ length: 31 }, (_, index) =>
      day(`2027-05-${String(index + 1).padStart(2, '0')}`),
    )
    const good = days.filter(suitsWeddings)
    expect(good.length).toBeGreaterThan(3)
    expect(good.length).toBeLessThan(25)
    expect(suitsWeddings(day('2027-08-08'))).toBe(false)
  })

  test('suggests the days that couples wish for, each once a year', () => {
    const found = suggestDays(day('2026-11-22'), day('2027-11-21'))
    expect(found.map(({ date, occasion }) => `${date} ${occasion}`)).toEqual([
      '2026-12-12 double',
      '2027-02-02 double',
      '2027-02-14 valentine',
      '2027-03-03 double',
      '2027-05-05 double',
      '2027-05-20 520',
      '2027-05-21 521',
      '2027-06-06 double',
      '2027-07-07 double',
      '2027-08-08 qixi',
      '2027-09-09 double',
      '2027-09-15 mid-autumn',
      '2027-10-10 double',
      '2027-11-11 double',
    ])
  })
})

describe('what is wrong with the form of hours', () => {
  const found = [
    { path: 'name', reason: 'required' },
    { path: 'rules.1.publicPercent', reason: 'shares-above-100' },
    { path: 'rules.0.breaks.1.until', reason: 'break-without-length' },
    { path: 'rules.1', reason: 'rules-overlap' },
  ]

  test('is told with the name of its field, of its rule and of its break; beside the field without', () => {
    const { summary, wrong } = namedFaults('zh-CN', found, laneField)
    expect(summary).toEqual([
      { field: 'name', text: '名称：这一项还没有填。' },
      {
        field: 'rules.1.publicPercent',
        text: '第 2 条开放时间，线上 %：网上和现场的比例加起来超过了 100%。',
      },
      {
        field: 'rules.0.breaks.1.until',
        text: '第 1 条开放时间，休息 2 到：休息时间的开始和结束一样，没有长度。',
      },
      {
        field: 'rules.1',
        text: '第 2 条开放时间：这一条和前面一条的时间重叠了，同样的窗口会算两次。',
      },
    ])
    expect(wrong('rules.1.publicPercent')).toBe('网上和现场的比例加起来超过了 100%。')
  })

  test('is told as a whole where it is of no field', () => {
    const { summary } = namedFaults(
      'en',
      [
        { path: 'change', reason: 'changed-meanwhile' },
        { path: '', reason: 'not-allowed' },
      ],
      laneField,
    )
    expect(summary).toEqual([
      { field: 'main', text: 'Another version has come in between. Please look again and ask anew.' },
      { field: 'main', text: refusalText('en', { reason: 'not-allowed' }).title },
    ])
  })

  test('names what explains itself in brackets without them, limits and times by their number', () => {
    expect(quotaField('en', 'quotas.1.name')).toBe('Limit 2, Name')
    expect(quotaField('zh-CN', 'quotas.0.validTo')).toBe('限额 1，到哪天为止')
    expect(dayField('zh-Hant', 'reason')).toBe('原因')
    expect(dayField('en', 'hours.2.windows')).toBe('Time 3 windows')
    expect(dayField('en', 'hours.0.closes')).toBe('Time 1 until')
    expect(dayField('en', 'change')).toBeUndefined()
  })
})
