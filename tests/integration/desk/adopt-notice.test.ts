import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { acceptApplication } from '#lib/desk/accept-application.ts'
import { adoptNotice } from '#lib/desk/adopt-notice.ts'
import { getCase } from '#lib/divorce/get-case.ts'
import { recomputeCases } from '#lib/divorce/recompute-cases.ts'
import { calendarDate, daysFrom } from '#lib/domain/calendar-date.ts'
import { instantAt } from '#lib/domain/clock.ts'
import { previewNotice } from '#lib/office/preview-notice.ts'
import { plantOffice } from '#prisma/seed/factories/plant-office.ts'
import { plantRules } from '#prisma/seed/plant-rules.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { expectLedgerBalanced } from '#tests/support/ledger.ts'
import { NOTICE_2027 } from '#tests/support/made-up-notice.ts'
import { couple } from '../booking/fixtures/couples.ts'

const { pool } = await openTestDatabase()
const client = await pool.connect()
await plantRules(client)
client.release()

const noonOf = (day: string) => instantAt(calendarDate(day), '12:00')

test('after a notice the dates follow, both people are told once, and the kept seat lies inside the new window', async () => {
  const office = await openOffice()
  // The second period would end on 6 February 2027, the first day of the lunar year.
  const moved = await accepted(office, '2026-12-08')
  const still = await accepted(office, '2026-10-14')
  expect(await getCase(pool, moved)).toMatchObject({
    provisional: true,
    deadlines: { certWindowEnd: '2027-02-09' },
  })
  const preview = await previewNotice(pool, { text: NOTICE_2027, year: 2027 })
  if (!preview.ok) throw new Error(JSON.stringify(preview))
  const now = noonOf('2026-12-09')
  const notice = { text: NOTICE_2027, year: 2027, source: '（测试用）2027年通知', by: 'admin', now }
  const adopted = await adoptNotice(pool, { ...notice, picture: preview.value.picture })
  expect(adopted).toMatchObject({ ok: true, value: { movedCases: [moved] } })
  expect(await getCase(pool, moved)).toMatchObject({
    provisional: false,
    deadlines: { coolingOffEnd: '2027-01-07', certWindowEnd: '2027-02-12' },
    reading: { officialYears: expect.arrayContaining([2026, 2027]) },
  })
  expect(await toldOf(moved)).toEqual([1, 2])
  expect(await toldOf(still)).toEqual([])
  const { rows } = await pool.query(
    `SELECT s.date BETWEEN c.first_service_day AND c.cert_window_end AND s.open AS inside
     FROM divorce_case c JOIN kept_seat k ON k.case_id = c.id JOIN slot s ON s.id = k.slot_id WHERE c.id = $1`,
    [moved],
  )
  expect(rows).toEqual([{ inside: true }])
  await expectLedgerBalanced(pool)
  expect(await recomputeCases(pool, noonOf('2026-12-10'))).toEqual([])
  expect(await toldOf(moved)).toEqual([1, 2])
})

test('a case keeps the reading under which it began, also when the reading changes before the notice comes', async () => {
  const office = await openOffice()
  await pool.query(
    `INSERT INTO policy (id, scope, scope_id, key, value, valid_from, valid_to, source) VALUES
     ('old', 'office', $1, 'shiftFirstPeriod', 'false', '2026-12-01', '2026-12-10', 'test')`,
    [office],
  )
  // 2 January 2027 is a Saturday: only the usual reading moves the end of the cooling-off period.
  const early = await accepted(office, '2026-12-03')
  expect((await getCase(pool, early))?.deadlines.coolingOffEnd).toBe('2027-01-02')
  await pool.query(`UPDATE calendar_year SET status = 'provisional' WHERE year = 2027`)
  await pool.query(`UPDATE divorce_case SET provisional = true WHERE id = $1`, [early])
  await pool.query(`UPDATE policy SET value = 'true' WHERE id = 'old'`)
  await pool.query(`UPDATE calendar_year SET status = 'official' WHERE year = 2027`)
  await recomputeCases(pool, noonOf('2026-12-11'))
  expect(await getCase(pool, early)).toMatchObject({
    provisional: false,
    reading: { shiftFirstPeriod: false },
    deadlines: { coolingOffEnd: '2027-01-02' },
  })
})

test('a notice that is corrected later moves what lies ahead, never a period that has ended', async () => {
  const office = await openOffice()
  const id = await accepted(office, '2026-10-14')
  const before = await getCase(pool, id)
  expect(before?.deadlines).toMatchObject({ coolingOffEnd: '2026-11-13', certWindowEnd: '2026-12-14' })
  await pool.query(`INSERT INTO calendar_day (date, kind, name, status, source)
    VALUES ('2026-11-13', 'holiday', '{}', 'official', 'test'), ('2026-12-14', 'holiday', '{}', 'official', 'test')`)
  expect(await recomputeCases(pool, noonOf('2026-12-10'))).toContain(id)
  expect((await getCase(pool, id))?.deadlines).toMatchObject({
    coolingOffEnd: '2026-11-13',
    certWindowEnd: '2026-12-15',
  })
})

async function openOffice(): Promise<string> {
  const { officeId, laneId } = await plantOffice(pool, {
    id: randomUUID(),
    services: ['DIVORCE_APPLICATION', 'DIVORCE_CERTIFICATE'],
    days: daysFrom(calendarDate('2026-11-01'), calendarDate('2026-11-02')),
  })
  await pool.query(
    `INSERT INTO opening_rule (id, lane_id, weekdays, opens, closes, windows, public_percent, valid_from)
     VALUES ($1, $2, '{1,2,3,4,5}', '09:00', '10:00', 1, 100, '2026-01-01')`,
    [randomUUID(), laneId],
  )
  return officeId
}

async function accepted(officeId: string, day: string): Promise<string> {
  const { first, second } = couple()
  const result = await acceptApplication(pool, {
    officeId,
    receiptNumber: randomUUID(),
    acceptedOn: calendarDate(day),
    parties: [first.party, second.party],
    locales: ['zh-CN', 'en'],
    by: 'clerk',
    now: noonOf(day),
  })
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value.id
}

async function toldOf(caseId: string): Promise<number[]> {
  const { rows } = await pool.query(
    `SELECT role FROM outbox_message WHERE case_id = $1 AND event = 'case-dates-moved' ORDER BY role`,
    [caseId],
  )
  return rows.map(({ role }) => role)
}
