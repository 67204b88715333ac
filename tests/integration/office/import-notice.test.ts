import { beforeEach, expect, test } from 'vitest'
import { isProvisional, isRestDay } from '#lib/domain/calendar.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { forgetRules } from '#lib/office/forget-rules.ts'
import { importNotice } from '#lib/office/import-notice.ts'
import { loadCalendar } from '#lib/office/load-calendar.ts'
import { previewNotice } from '#lib/office/preview-notice.ts'
import { plantRules } from '#prisma/seed/plant-rules.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { NOTICE_2027 } from '#tests/support/made-up-notice.ts'
import { emptyDatabase } from '../seed/empty-database.ts'

const { pool } = await openTestDatabase()
const NOW = new Date('2026-11-22T02:00:00Z')
const notice = { text: NOTICE_2027, year: 2027, source: ' （测试用）2027年通知 ', by: 'admin', now: NOW }

beforeEach(async () => {
  await emptyDatabase(pool)
  forgetRules()
  const client = await pool.connect()
  await plantRules(client)
  client.release()
})

test('a notice takes the place of what was provisional, and what it changed is kept with its source', async () => {
  const day = calendarDate('2027-02-11')
  expect(isProvisional(await loadCalendar(pool, NOW), day)).toBe(true)
  const { changes, picture } = await previewed()
  expect(changes).toContainEqual({ date: '2027-02-11', from: 'ordinary', to: 'holiday' })
  expect(changes).toContainEqual({ date: '2027-02-20', from: 'ordinary', to: 'makeup-workday' })
  expect(changes.map(({ date }) => date)).not.toContain('2027-02-06')
  expect(isProvisional(await loadCalendar(pool, NOW), day)).toBe(true)

  expect(await importNotice(pool, { ...notice, picture })).toEqual({ ok: true, value: changes })
  const calendar = await loadCalendar(pool, NOW)
  expect(isProvisional(calendar, day)).toBe(false)
  expect(isRestDay(calendar, day)).toBe(true)
  expect(isRestDay(calendar, calendarDate('2027-02-14'))).toBe(false)
  const { rows } = await pool.query('SELECT year, source, imported_by, changes FROM calendar_import')
  expect(rows).toEqual([{ year: 2027, source: notice.source.trim(), imported_by: 'admin', changes }])
  expect((await previewed()).changes).toEqual([])
})

test('what was not seen is not entered: another text, or a calendar that has changed since the preview', async () => {
  const { picture } = await previewed()
  const before = await days()
  const otherText = NOTICE_2027.replace('2月20日（周六）上班', '2月21日（周日）上班')
  const refused = { ok: false, reason: 'not-allowed', errors: [{ reason: 'calendar-changed-meanwhile' }] }
  expect(await importNotice(pool, { ...notice, text: otherText, picture })).toMatchObject(refused)
  expect(await days()).toEqual(before)
  await pool.query(`DELETE FROM calendar_day WHERE date = '2027-09-15'`)
  expect(await importNotice(pool, { ...notice, picture })).toMatchObject(refused)
  expect((await pool.query('SELECT FROM calendar_import')).rowCount).toBe(0)
  expect(
    (await pool.query(`SELECT FROM calendar_year WHERE year = 2027 AND status = 'official'`)).rowCount,
  ).toBe(0)
  expect(await importNotice(pool, { ...notice, picture: (await previewed()).picture })).toMatchObject({
    ok: true,
  })
})

test('of two who enter it at once one does; the other is told that the calendar has changed', async () => {
  const { picture } = await previewed()
  const both = await Promise.all([1, 2].map(() => importNotice(pool, { ...notice, picture })))
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect((await pool.query('SELECT FROM calendar_import')).rowCount).toBe(1)
})

test('one that contradicts itself, or says not where it comes from, changes nothing', async () => {
  const before = await days()
  const twice = `${NOTICE_2027}\n2027-02-20,holiday,春节`
  const contradiction = { ok: false, errors: [{ path: 'line.13', reason: 'holiday-and-workday' }] }
  expect(await previewNotice(pool, { text: twice, year: 2027 })).toMatchObject(contradiction)
  expect(await importNotice(pool, { ...notice, text: twice, picture: '' })).toMatchObject(contradiction)
  const { picture } = await previewed()
  expect(await importNotice(pool, { ...notice, source: ' ', picture })).toMatchObject({
    errors: [{ path: 'source', reason: 'required' }],
  })
  expect(await days()).toEqual(before)
})

async function previewed() {
  const preview = await previewNotice(pool, notice)
  if (!preview.ok) throw new Error(JSON.stringify(preview))
  return preview.value
}

async function days() {
  return (await pool.query('SELECT * FROM calendar_day ORDER BY date')).rows
}
