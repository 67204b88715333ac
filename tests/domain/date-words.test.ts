import { expect, test } from 'vitest'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { dayText, weekdayTexts } from '#lib/format/dates.ts'

test('the heads of a calendar are short, and leave the weekday of a day whole', () => {
  expect(weekdayTexts('zh-CN')).toEqual(['一', '二', '三', '四', '五', '六', '日'])
  expect(dayText('zh-CN', calendarDate('2026-12-08'), 'weekday')).toBe('星期二')
  expect(weekdayTexts('en').at(0)).toBe('Mon')
  expect(dayText('en', calendarDate('2026-12-08'), 'weekday')).toBe('Tuesday')
})

test.each([
  ['zh-CN', '12月13日 周日', '2026年12月13日 星期日', '2026年12月13日', '2026年12月', '星期日'],
  ['zh-Hant', '12月13日 週日', '2026年12月13日 星期日', '2026年12月13日', '2026年12月', '星期日'],
] as const)('a day in %s sets its weekday apart, and nothing else', (locale, ...texts) => {
  const day = calendarDate('2026-12-13')
  const styles = ['short', 'long', 'plain', 'month', 'weekday'] as const
  expect(styles.map((style) => dayText(locale, day, style))).toEqual(texts)
})
