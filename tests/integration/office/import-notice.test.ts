import { expect, test } from 'vitest'
import { isProvisional, isRestDay } from '#lib/domain/calendar.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { importNotice } from '#lib/office/import-notice.ts'
import { loadCalendar } from '#lib/office/load-calendar.ts'
import { previewNotice } from '#lib/office/preview-notice.ts'
import { openTestDatabase } from '#tests/support/database.ts'

const { pool } = await openTestDatabase({ planted: true })
const NOW = new Date('2026-11-22T02:00:00Z')
// Made up: the notice for 2027 was not known when this was written.
const TEXT = `一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。2月14日（周日）、2月20日（周六）上班。`
const notice = { text: TEXT, year: 2027, source: '（测试用）2027年通知', by: 'admin', now: NOW }

test('a notice takes the place of what was provisional, and what it changed is kept with its source', async () => {
  const day = calendarDate('2027-02-11')
  expect(isProvisional(await loadCalendar(pool, NOW), day)).toBe(true)
  const preview = await previewNotice(pool, notice)
  expect(preview.ok && preview.value).toContainEqual({ date: '2027-02-11', from: 'ordinary', to: 'holiday' })
  expect(isProvisional(await loadCalendar(pool, NOW), day)).toBe(true)

  expect(await importNotice(pool, notice)).toEqual(preview)
  const calendar = await loadCalendar(pool, NOW)
  expect(isProvisional(calendar, day)).toBe(false)
  expect(isRestDay(calendar, day)).toBe(true)
  expect(isRestDay(calendar, calendarDate('2027-02-14'))).toBe(false)
  const { rows } = await pool.query('SELECT year, source, imported_by, changes FROM calendar_import')
  expect(rows).toEqual([
    { year: 2027, source: notice.source, imported_by: 'admin', changes: preview.ok ? preview.value : [] },
  ])
  expect(await importNotice(pool, notice)).toEqual({ ok: true, value: [] })
})

test('one that contradicts itself, or says not where it comes from, changes nothing', async () => {
  const before = (await pool.query('SELECT * FROM calendar_day ORDER BY date')).rows
  const twice = `${TEXT}\n2027-02-20,holiday,春节`
  expect(await importNotice(pool, { ...notice, text: twice })).toMatchObject({
    ok: false,
    errors: [{ path: '2027-02-20', reason: 'holiday-and-workday' }],
  })
  expect(await importNotice(pool, { ...notice, source: ' ' })).toMatchObject({ errors: [{ path: 'source' }] })
  expect((await pool.query('SELECT * FROM calendar_day ORDER BY date')).rows).toEqual(before)
})
