import { expect, test } from 'vitest'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { dayText, weekdayTexts } from '#lib/format/dates.ts'

test('the heads of a calendar are short, and leave the weekday of a day whole', () => {
  expect(weekdayTexts('zh-CN')).toEqual(['一', '二', '三', '四', '五', '六', '日'])
  expect(dayText('zh-CN', calendarDate('2026-12-08'), 'weekday')).toBe('星期二')
  expect(weekdayTexts('en').at(0)).toBe('Mon')
  expect(dayText('en', calendarDate('2026-12-08'), 'weekday')).toBe('Tuesday')
})
