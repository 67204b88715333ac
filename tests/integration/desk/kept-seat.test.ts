import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { renewKeptSeats } from '#lib/booking/renew-kept-seats.ts'
import { acceptApplication } from '#lib/desk/accept-application.ts'
import { lapseCases } from '#lib/divorce/lapse-cases.ts'
import { addDays, calendarDate, daysFrom } from '#lib/domain/calendar-date.ts'
import { instantAt } from '#lib/domain/clock.ts'
import { plantOffice } from '#prisma/seed/factories/plant-office.ts'
import { plantRules } from '#prisma/seed/plant-rules.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { expectLedgerBalanced } from '#tests/support/ledger.ts'
import { couple } from '../booking/fixtures/couples.ts'

const { pool } = await openTestDatabase()
const client = await pool.connect()
await plantRules(client)
client.release()

// Received on 1 September 2026: the window is open from 9 October to 9 November.
const ACCEPTED = calendarDate('2026-09-01')
const [FROM, UNTIL] = [calendarDate('2026-10-09'), calendarDate('2026-11-09')]
const noonOf = (day: string) => instantAt(calendarDate(day), '12:00')

test('every accepted case has a seat inside its window, the next one in the least busy slot', async () => {
  const office = await officeWith(3, 1)
  const seats = [await keptBy(await accepted(office)), await keptBy(await accepted(office))]
  expect(new Set(seats.map((seat) => seat?.slot_id)).size).toBe(2)
  for (const seat of seats) expect(seat && FROM <= seat.date && seat.date <= UNTIL).toBe(true)
  await expectLedgerBalanced(pool)
})

test('nobody goes without: when all seats of the window are gone one is added, and that is on the record', async () => {
  const office = await officeWith(2, 1)
  const ids = []
  for (let count = 0; count < 5; count += 1) ids.push(await accepted(office))
  const seats = await Promise.all(ids.map(keptBy))
  expect(seats.every(Boolean)).toBe(true)
  const { rows } = await pool.query('SELECT capacity, taken FROM slot WHERE office_id = $1 ORDER BY id', [
    office,
  ])
  expect(rows.reduce((sum, { taken }) => sum + taken, 0)).toBe(5)
  const added = await pool.query(
    `SELECT count(*)::int AS count FROM audit_entry WHERE act = 'seat-added' AND office_id = $1`,
    [office],
  )
  expect(added.rows[0].count).toBe(3)
  await expectLedgerBalanced(pool)
})

test('accepted in the same moment, they do not take one seat twice', async () => {
  const office = await officeWith(8, 1)
  const ids = await Promise.all(Array.from({ length: 8 }, () => accepted(office)))
  const seats = await Promise.all(ids.map(keptBy))
  expect(seats.every(Boolean)).toBe(true)
  await expectLedgerBalanced(pool)
})

test('a kept day that went by, or that the office closed, is replaced by a later one', async () => {
  const office = await officeWith(20, 1)
  const id = await accepted(office)
  const first = await keptBy(id)
  if (!first) throw new Error('no seat was kept')
  expect(await renewKeptSeats(pool, noonOf('2026-10-01'))).toBe(0)
  await pool.query('UPDATE slot SET open = false WHERE id = $1', [first.slot_id])
  expect(await renewKeptSeats(pool, noonOf('2026-10-01'))).toBe(1)
  const second = await keptBy(id)
  expect(second?.slot_id).not.toBe(first.slot_id)
  await expectLedgerBalanced(pool)
  // The tenth is a Saturday on which everybody works, the Sunday after it is none.
  expect(second?.date).toBe('2026-10-10')
  expect(await renewKeptSeats(pool, noonOf('2026-10-11'))).toBeGreaterThan(0)
  expect((await keptBy(id))?.date).toBe('2026-10-12')
  await expectLedgerBalanced(pool)
})

test('a seat goes back when the clock has closed its case', async () => {
  const office = await officeWith(20, 1)
  const id = await accepted(office)
  expect(await lapseCases(pool, noonOf('2026-11-10'))).toBeGreaterThan(0)
  await renewKeptSeats(pool, noonOf('2026-11-10'))
  expect(await keptBy(id)).toBeUndefined()
  await expectLedgerBalanced(pool)
})

test('a case that is refused keeps nothing', async () => {
  const office = await officeWith(2, 1)
  const refused = await accept(office, 'R-1').then(() => accept(office, 'R-1'))
  expect(refused).toMatchObject({ ok: false, errors: [{ reason: 'receipt-known' }] })
  const { rows } = await pool.query('SELECT count(*)::int AS count FROM kept_seat WHERE office_id = $1', [
    office,
  ])
  expect(rows[0].count).toBe(1)
})

async function officeWith(days: number, capacity: number): Promise<string> {
  const { officeId } = await plantOffice(pool, {
    id: randomUUID(),
    services: ['DIVORCE_APPLICATION', 'DIVORCE_CERTIFICATE'],
    days: daysFrom(FROM, addDays(FROM, days - 1)),
    opens: '09:00',
    closes: '09:30',
    slotMinutes: 30,
    capacity,
  })
  return officeId
}

async function accept(officeId: string, receiptNumber: string = randomUUID()) {
  const { first, second } = couple()
  return acceptApplication(pool, {
    officeId,
    receiptNumber,
    acceptedOn: ACCEPTED,
    parties: [first.party, second.party],
    locales: ['zh-CN', 'zh-CN'],
    by: 'clerk',
    now: noonOf('2026-09-01'),
  })
}

async function accepted(officeId: string): Promise<string> {
  const result = await accept(officeId)
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value.id
}

async function keptBy(caseId: string): Promise<{ slot_id: number; date: string } | undefined> {
  const { rows } = await pool.query(
    'SELECT k.slot_id, s.date::text AS date FROM kept_seat k JOIN slot s ON s.id = k.slot_id WHERE k.case_id = $1',
    [caseId],
  )
  return rows[0]
}
