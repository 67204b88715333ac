import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { changeLines, lineDifference } from '#lib/format/change-lines.ts'
import { lunarShort, lunarText, suitsWeddings } from '#lib/format/lunar.ts'
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
