import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { changesOf, readNotice } from '#lib/domain/holiday-notice.ts'
import { CALENDAR_2026 } from '#prisma/seed/calendar/calendar-2026.ts'

// The notice for 2026 in its own words (国办, 4 November 2025).
const NOTICE_2026 = `
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。
`

describe('a notice of the State Council', () => {
  test('is read from its own words, day by day', () => {
    const planned = CALENDAR_2026.map(({ date, kind, name }) => ({ date, kind, name }))
    const read = readNotice(NOTICE_2026, 2026)
    expect(read).toEqual({
      ok: true,
      value: planned.sort((one, other) => one.date.localeCompare(other.date)),
    })
  })

  test('names the holidays, and the weekends worked for them, in three languages', () => {
    const read = readNotice(NOTICE_2026, 2026)
    const nameOf = (date: string) => read.ok && read.value.find((day) => day.date === date)?.name
    expect(nameOf('2026-02-15')).toEqual({ 'zh-CN': '春节', 'zh-Hant': '春節', en: 'Spring Festival' })
    expect(nameOf('2026-02-14')).toEqual({
      'zh-CN': '春节调休上班',
      'zh-Hant': '春節調休上班',
      en: 'Working day in exchange for Spring Festival',
    })
  })

  test('is read from a table as well', () => {
    const rows = CALENDAR_2026.map(({ date, kind, name }) => `${date},${kind},${name['zh-CN']}`).join('\n')
    const read = readNotice(rows, 2026)
    expect(read.ok && read.value.map(({ date, kind }) => `${date} ${kind}`)).toEqual(
      CALENDAR_2026.map(({ date, kind }) => `${date} ${kind}`).sort(),
    )
  })

  test('over the turn of the year and with a month that is not said again', () => {
    const read = readNotice('一、元旦：2027年1月1日（周五）至3日（周日）放假，共3天。', 2027)
    expect(read.ok && read.value.map(({ date }) => date)).toEqual(['2027-01-01', '2027-01-02', '2027-01-03'])
  })

  test.each([
    [
      '2027-02-06,holiday,春节\n2027-02-06,makeup-workday,春节',
      [{ path: '2027-02-06', reason: 'holiday-and-workday' }],
    ],
    ['2027-02-08,makeup-workday,春节', [{ path: 'line.1', reason: 'workday-on-weekday' }]],
    ['2026-02-08,holiday,春节', [{ path: 'line.1', reason: 'other-year' }]],
    ['2027-02-30,holiday,春节', [{ path: 'line.1', reason: 'not-understood' }]],
    [
      '\n二、春节：2月5日（周五）至11日（周四）放假调休，共8天。',
      [{ path: 'line.2', reason: 'count-differs' }],
    ],
    ['二、春节：请见附件。', [{ path: 'line.1', reason: 'not-understood' }]],
    ['祝大家节日快乐', [{ path: 'text', reason: 'no-days' }]],
  ])('%j is refused with the line and the reason', (text, errors) => {
    expect(readNotice(text, 2027)).toEqual({ ok: false, reason: 'invalid-input', errors })
  })

  test('shows what it would change before it does', () => {
    const read = readNotice('2027-02-05,holiday,春节\n2027-02-20,makeup-workday,春节', 2027)
    const before = new Map([
      [calendarDate('2027-02-05'), 'holiday'],
      [calendarDate('2027-02-06'), 'holiday'],
    ] as const)
    expect(read.ok && changesOf(before, read.value)).toEqual([
      { date: '2027-02-06', from: 'holiday', to: 'ordinary' },
      { date: '2027-02-20', from: 'ordinary', to: 'makeup-workday' },
    ])
  })
})
