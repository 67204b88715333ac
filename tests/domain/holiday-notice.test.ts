import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { changesOf, HOLIDAYS, readNotice } from '#lib/domain/holiday-notice.ts'
import { CALENDAR_2026 } from '#prisma/seed/calendar/calendar-2026.ts'
import { NOTICE_2027 } from '#tests/support/made-up-notice.ts'

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

  test('with a year that is said, and two holidays in one sentence', () => {
    const text = NOTICE_2027.replace('一、元旦：1月1日', '一、元旦：2027年1月1日')
      .replace(/六、中秋节.*\n/, '')
      .replace('七、国庆节', '六、中秋节、国庆节')
    const read = readNotice(text, 2027)
    const named = (date: string) => read.ok && read.value.find((day) => day.date === date)?.name
    expect(named('2027-01-01')).toEqual(HOLIDAYS.元旦)
    expect(named('2027-10-01')).toEqual({
      'zh-CN': '中秋节、国庆节',
      'zh-Hant': '中秋節、國慶節',
      en: 'Mid-Autumn Festival and National Day',
    })
  })

  test('is read from what a spreadsheet saves: a head, quotes, slashes, kinds in Chinese', () => {
    const rows = CALENDAR_2026.map(({ date, kind, name }) => {
      const [year, month, day] = date.split('-').map(Number)
      const holiday = name['zh-CN'].replace('调休上班', '')
      return `"${year}/${month}/${day}","${kind === 'holiday' ? '放假' : '上班'}","${holiday}"`
    })
    expect(readNotice(`\uFEFFdate,kind,name\r\n${rows.join('\r\n')}\r\n`, 2026)).toEqual(
      readNotice(NOTICE_2026, 2026),
    )
  })

  test('that leaves holidays out is refused, for it takes the place of the whole year', () => {
    expect(readNotice('2027-01-01,holiday,元旦', 2027)).toMatchObject({
      errors: ['春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'].map((name) => ({
        path: `holiday.${name}`,
        reason: 'holiday-missing',
      })),
    })
  })

  test.each([
    [
      '2027-02-06,holiday,春节\n2027-02-06,makeup-workday,春节',
      [{ path: 'line.2', reason: 'holiday-and-workday' }],
    ],
    [
      '六、中秋节：9月15日至17日放假，共3天。\n七、国庆节：9月17日至19日放假，共3天。',
      [{ path: 'line.2', reason: 'said-twice' }],
    ],
    ['2027-02-05,holiday,春节\n2027-02-05,holiday,春节', [{ path: 'line.2', reason: 'said-twice' }]],
    ['2027-02-08,makeup-workday,春节', [{ path: 'line.1', reason: 'workday-on-weekday' }]],
    ['2026-02-08,holiday,春节', [{ path: 'line.1', reason: 'other-year' }]],
    ['2027-02-30,holiday,春节', [{ path: 'line.1', reason: 'not-understood' }]],
    [
      '\n二、春节：2月5日（周五）至11日（周四）放假调休，共8天。',
      [{ path: 'line.2', reason: 'count-differs' }],
    ],
    [
      '二、春节：2月5日（农历除夕、周五）至11日（周四）放假调休，共7天。2月20日（周五）上班。',
      [{ path: 'line.1', reason: 'weekday-differs' }],
    ],
    ['二、春节：请见附件。', [{ path: 'line.1', reason: 'not-understood' }]],
    ['祝大家节日快乐', [{ path: 'line.1', reason: 'not-understood' }]],
    ['节假日期间，要妥善安排好值班工作。', [{ path: 'text', reason: 'no-days' }]],
    [
      '一、元旦：1月1日（周五）至3日（周日）放假，共3天。\n1月9日（周六）上班。',
      [{ path: 'line.2', reason: 'not-understood' }],
    ],
    [
      '2027-02-05,休,春节\n2027-02-06,holiday,',
      [
        { path: 'line.1', reason: 'not-understood' },
        { path: 'line.2', reason: 'not-understood' },
      ],
    ],
    ['一、元旦：2026年1月1日至3日放假，共3天。', [{ path: 'line.1', reason: 'other-year' }]],
  ])('%j is refused with the line and the reason', (text, errors) => {
    expect(readNotice(text, 2027)).toEqual({ ok: false, reason: 'invalid-input', errors })
  })

  test('shows what it would change before it does', () => {
    const read = readNotice(NOTICE_2027, 2027)
    const days = read.ok ? read.value : []
    const before = new Map(days.map(({ date, kind }) => [date, kind]))
    before.delete(calendarDate('2027-02-20'))
    before.set(calendarDate('2027-02-12'), 'holiday')
    expect(changesOf(before, days)).toEqual([
      { date: '2027-02-12', from: 'holiday', to: 'ordinary' },
      { date: '2027-02-20', from: 'ordinary', to: 'makeup-workday' },
    ])
    expect(changesOf(new Map(days.map(({ date, kind }) => [date, kind])), days)).toEqual([])
  })
})
