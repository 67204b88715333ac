import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { acceptApplication } from '#lib/desk/accept-application.ts'
import { closeCase } from '#lib/divorce/close-case.ts'
import { isRestDay } from '#lib/domain/calendar.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { instantAt } from '#lib/domain/clock.ts'
import { loadOfficeCalendar } from '#lib/office/load-office-calendar.ts'
import { plantOffice } from '#prisma/seed/factories/plant-office.ts'
import { plantRules } from '#prisma/seed/plant-rules.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { couple } from '../booking/fixtures/couples.ts'

const { pool } = await openTestDatabase()
const client = await pool.connect()
await plantRules(client)
client.release()

const month = { from: calendarDate('2026-11-01'), until: calendarDate('2026-12-14') }
const now = instantAt(calendarDate('2026-10-14'), '12:00')
const serviceDaysOf = async (
  officeId: string,
  service: 'DIVORCE_CERTIFICATE' | 'MARRIAGE' = 'DIVORCE_CERTIFICATE',
) => [...((await loadOfficeCalendar(pool, { officeId, service, ...month }, now)).serviceDays ?? [])].sort()

test('the days on which a certificate can be handed out are those of its own lane, without the closed ones', async () => {
  const { officeId, laneId } = await officeWithSaturday('2026-11-14')
  await serviceDay(laneId, '2026-11-21')
  expect(await serviceDaysOf(officeId)).toEqual(['2026-11-14', '2026-11-21'])
  expect(await serviceDaysOf(officeId, 'MARRIAGE')).toEqual([])
  await pool.query(
    `INSERT INTO closure (id, office_id, "from", until, reason) VALUES ($1, $2, '2026-11-20', '2026-11-22', '{}')`,
    [randomUUID(), officeId],
  )
  expect(await serviceDaysOf(officeId)).toEqual(['2026-11-14'])
})

test('a lane that works every Saturday serves on all of them, but not on a holiday', async () => {
  const { officeId, laneId } = await plantOffice(pool, {
    id: randomUUID(),
    services: ['DIVORCE_CERTIFICATE'],
    days: [],
  })
  await pool.query(
    `INSERT INTO opening_rule (id, lane_id, weekdays, opens, closes, windows, public_percent, works_on_rest_day, valid_from, valid_to)
     VALUES ($1, $2, '{6}', '09:00', '12:00', 1, 100, true, '2026-11-10', '2026-12-10')`,
    [randomUUID(), laneId],
  )
  await pool.query(
    `INSERT INTO calendar_day (date, kind, name, status, source) VALUES ('2026-11-28', 'holiday', '{}', 'official', 'test')`,
  )
  expect(await serviceDaysOf(officeId)).toEqual(['2026-11-14', '2026-11-21', '2026-12-05'])
})

test('a certificate is issued on a Saturday that the office offers, and on no other; the window stays as it is', async () => {
  const { officeId } = await officeWithSaturday('2026-11-14')
  const { first, second } = couple()
  const accepted = await acceptApplication(pool, {
    officeId,
    receiptNumber: randomUUID(),
    acceptedOn: calendarDate('2026-10-14'),
    parties: [first.party, second.party],
    locales: ['zh-CN', 'zh-CN'],
    by: 'clerk',
    now,
  })
  if (!accepted.ok) throw new Error(JSON.stringify(accepted))
  const found = accepted.value
  expect(found.deadlines).toMatchObject({ certWindowStart: '2026-11-14', firstServiceDay: '2026-11-16' })
  const calendar = await loadOfficeCalendar(pool, { officeId, service: 'DIVORCE_CERTIFICATE', ...month }, now)
  expect(isRestDay(calendar, calendarDate('2026-11-14'))).toBe(true)
  const issue = (day: string) =>
    poolTransaction(pool, (connection) =>
      closeCase(connection, found, {
        act: 'issue',
        calendar,
        by: 'clerk',
        now: instantAt(calendarDate(day), '10:00'),
      }),
    )
  expect(await issue('2026-11-21')).toMatchObject({ ok: false, errors: [{ reason: 'rest-day' }] })
  expect(await issue('2026-11-14')).toEqual({ ok: true, value: { status: 'issued' } })
})

async function officeWithSaturday(date: string) {
  const office = await plantOffice(pool, {
    id: randomUUID(),
    services: ['DIVORCE_APPLICATION', 'DIVORCE_CERTIFICATE'],
    days: [calendarDate('2026-11-16')],
  })
  await serviceDay(office.laneId, date)
  return office
}

async function serviceDay(laneId: string, date: string): Promise<void> {
  await pool.query(
    `INSERT INTO service_day (id, lane_id, date, opens, closes, windows, public_percent, reason)
     VALUES ($1, $2, $3, '09:00', '12:00', 1, 100, '{}')`,
    [randomUUID(), laneId, date],
  )
}
