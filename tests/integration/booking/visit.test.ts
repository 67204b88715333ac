import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import { cancelAppointment } from '#lib/booking/cancel-appointment.ts'
import { chooseKeptSeat } from '#lib/booking/choose-kept-seat.ts'
import { confirmAppointment } from '#lib/booking/confirm-appointment.ts'
import { declineAppointment } from '#lib/booking/decline-appointment.ts'
import { moveAppointment } from '#lib/booking/move-appointment.ts'
import { recordNoShow } from '#lib/booking/record-no-show.ts'
import { releaseKeptSeat } from '#lib/booking/release-kept-seat.ts'
import { renewKeptSeats } from '#lib/booking/renew-kept-seats.ts'
import { settleOverdue } from '#lib/booking/settle-overdue.ts'
import { voidNoShow } from '#lib/booking/void-no-show.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { closeCase } from '#lib/divorce/close-case.ts'
import { getCase } from '#lib/divorce/get-case.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { readCalendar } from '#lib/office/read-calendar.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { expectLedgerBalanced } from '#tests/support/ledger.ts'
import {
  type AcceptedCouple,
  acceptCouple,
  keptSlot,
  LAST_COOLING,
  noonOf,
  officeOfVisits,
  plantLaw,
  slotOn,
} from './fixtures/accepted-case.ts'
import { bookingOf, type Couple, couple, couples } from './fixtures/couples.ts'
import { minutesLater } from './fixtures/slots.ts'

const { pool } = await openTestDatabase()
await plantLaw(pool)

const NOW = noonOf('2026-09-02')

describe('the visit for the certificate', () => {
  test('can be booked on the day after the acceptance, for a day that no list has released yet', async () => {
    const { two, caseId, office } = await accepted()
    const kept = await keptSlot(pool, caseId)
    const slot = slotOn(office, '2026-11-09', '09:30')
    expect(slot).not.toBe(kept)
    const booked = await book(two, slot)
    expect(booked).toMatchObject({ ok: true, value: { status: 'awaiting-partner', date: '2026-11-09' } })
    expect(await visitOf(caseId)).toEqual([{ status: 'awaiting-partner', slot_id: slot, pool: 'staff' }])
    expect(await keptSlot(pool, caseId)).toBeUndefined()
    expect(await takenOf(kept)).toBe(0)
    await expectLedgerBalanced(pool)
    expect(await confirm(two, booked)).toMatchObject({ ok: true, value: { status: 'confirmed' } })
    await renewKeptSeats(pool, NOW)
    expect(await keptSlot(pool, caseId)).toBeUndefined()
  })

  test('the same wish sent twice is one visit, also when both arrive at once', async () => {
    const { two, caseId, office } = await accepted()
    const wish = visitOfTwo(two, slotOn(office, '2026-10-12'))
    const answers = [...(await Promise.all([1, 2, 3].map(() => bookAppointment(pool, wish))))]
    answers.push(await bookAppointment(pool, { ...wish, now: noonOf('2026-11-20') }))
    const codes = answers.map((answer) => (answer.ok ? answer.value.code : answer.reason))
    expect(new Set(codes).size).toBe(1)
    expect(await visitOf(caseId)).toHaveLength(1)
    expect(await bookAppointment(pool, { ...wish, ...visitOfTwo(two, 1), key: wish.key })).toMatchObject({
      reason: 'idempotency-mismatch',
    })
  })

  test('is for the two of an open case alone', async () => {
    const { two, office } = await accepted()
    const slot = slotOn(office, '2026-10-12')
    expect(await book(couple(), slot)).toMatchObject({
      reason: 'outside-legal-window',
      errors: [{ reason: 'no-accepted-case', article: '1077' }],
    })
    const crossed: Couple = { first: two.first, second: couple().second }
    expect(await book(crossed, slot)).toMatchObject({
      reason: 'not-allowed',
      errors: [{ reason: 'other-than-case', article: '1077(2)' }],
    })
    const others = await accepted()
    expect(await book({ first: two.first, second: others.two.second }, slot)).toMatchObject({
      reason: 'not-allowed',
    })
  })

  test.each([
    [LAST_COOLING, 'outside-legal-window', 'cooling-off-not-ended'],
    ['2026-10-17', 'outside-legal-window', 'rest-day'],
    ['2026-11-10', 'outside-legal-window', 'window-over'],
  ])('is refused on %s: %s, %s', async (day, reason, detail) => {
    const { two, caseId, office } = await accepted()
    const kept = await keptSlot(pool, caseId)
    const refused = { ok: false, reason, errors: [{ reason: detail }] }
    expect(await book(two, slotOn(office, day))).toMatchObject(refused)
    expect(await choose(two, slotOn(office, day))).toMatchObject(refused)
    expect(await keptSlot(pool, caseId)).toBe(kept)
  })

  test('is refused at any other office, and after the cut-off of its day', async () => {
    const { two, office } = await accepted()
    const elsewhere = await officeOfVisits(pool)
    expect(await book(two, slotOn(elsewhere, '2026-10-12'))).toMatchObject({
      reason: 'wrong-office',
      errors: [{ reason: 'other-than-accepting' }],
    })
    const late = { now: new Date('2026-10-11T15:00:00+08:00') }
    expect(await book(two, slotOn(office, '2026-10-12'), late)).toMatchObject({ reason: 'too-late' })
  })

  test('is refused when a clerk has closed the case, and of a closed case nothing is kept', async () => {
    const { two, caseId, office } = await accepted()
    const [found, calendar] = [await getCase(pool, caseId), await readCalendar(pool)]
    if (!found) throw new Error('no case')
    await poolTransaction(pool, (client) =>
      closeCase(client, found, { act: 'withdraw', calendar, by: 'clerk', now: NOW }),
    )
    expect(await book(two, slotOn(office, '2026-10-12'))).toMatchObject({ reason: 'outside-legal-window' })
  })
})

describe('the kept seat', () => {
  test('a full slot costs the couple nothing: the seat stays where it is kept', async () => {
    const { two, caseId, office } = await accepted()
    const kept = await keptSlot(pool, caseId)
    const full = slotOn(office, '2026-10-12')
    await pool.query('UPDATE slot SET capacity = 0, public_capacity = 0 WHERE id = $1', [full])
    expect(await book(two, full)).toMatchObject({ ok: false, reason: 'slot-full' })
    expect(await choose(two, full)).toMatchObject({ ok: false, reason: 'slot-full' })
    expect(await keptSlot(pool, caseId)).toBe(kept)
    expect(await visitOf(caseId)).toEqual([])
    await expectLedgerBalanced(pool)
  })

  test('moves with the choice of either of the two, and becomes the visit', async () => {
    const { two, caseId, office } = await accepted()
    const [one, other] = [slotOn(office, '2026-10-20'), slotOn(office, '2026-10-21')]
    expect((await choose(two, one)).ok).toBe(true)
    expect(await chooseKeptSeat(pool, { actor: two.second.actor, slotId: other, now: NOW })).toMatchObject({
      ok: true,
    })
    expect([await keptSlot(pool, caseId), await takenOf(one), await takenOf(other)]).toEqual([other, 0, 1])
    await expectLedgerBalanced(pool)
    expect((await book({ first: two.second, second: two.first }, other)).ok).toBe(true)
    expect(await choose(two, one)).toMatchObject({ reason: 'already-booked' })
    expect(await takenOf(other)).toBe(1)
    await expectLedgerBalanced(pool)
  })

  test('both of them choose and book at once, in all directions: one visit, and no seat lost', async () => {
    const { two, caseId, office } = await accepted()
    const slots = ['2026-10-12', '2026-10-13', '2026-10-14', '2026-10-15'].map((day) => slotOn(office, day))
    const turned: Couple = { first: two.second, second: two.first }
    const results = await Promise.all(
      slots.flatMap((slot) => [book(two, slot), choose(turned, slot), book(turned, slot), choose(two, slot)]),
    )
    expect(results.filter((result) => result.ok && 'code' in result.value)).toHaveLength(1)
    expect(await visitOf(caseId)).toHaveLength(1)
    expect(await keptSlot(pool, caseId)).toBeUndefined()
    await expectLedgerBalanced(pool)
  })

  test('200 others want the slot in which it is kept: the couple gets it', async () => {
    const { two, slot } = await chosen()
    const [others, own] = await Promise.all([Promise.all(others200(slot)), book(two, slot, { now: IN_RUSH })])
    expect(own).toMatchObject({ ok: true })
    expect(others.every((other) => !other.ok && other.reason === 'slot-full')).toBe(true)
    await expectLedgerBalanced(pool)
  })

  test('the control: given back first and booked then, it has gone to somebody else', async () => {
    const { two, slot, caseId } = await chosen()
    await poolTransaction(pool, (client) => releaseKeptSeat(client, caseId))
    const rush = others200(slot)
    const own = await book(two, slot, { now: IN_RUSH })
    expect(own).toMatchObject({ ok: false, reason: 'slot-full' })
    expect((await Promise.all(rush)).filter((other) => other.ok)).toHaveLength(1)
    await expectLedgerBalanced(pool)
  })
})

describe('a visit that comes to nothing leaves its seat to the couple', () => {
  test.each<[string, (two: Couple, booked: Awaited<ReturnType<typeof book>>) => Promise<unknown>]>([
    ['cancelled', (two, booked) => cancel(two, booked)],
    ['cancelled by the other after agreeing', agreeAndCancel],
    ['declined', (two, booked) => declineAppointment(pool, agreementOf(two, booked))],
    ['not answered', () => settleOverdue(pool, minutesLater(24 * 60 + 1, NOW))],
  ])('%s', async (_, end) => {
    const { two, caseId, office } = await accepted()
    const slot = slotOn(office, '2026-10-12')
    const booked = await book(two, slot)
    expect(booked.ok).toBe(true)
    await end(two, booked)
    expect(await visitOf(caseId)).toEqual([])
    expect([await keptSlot(pool, caseId), await takenOf(slot)]).toEqual([slot, 1])
    await expectLedgerBalanced(pool)
    expect((await book(two, slot)).ok).toBe(true)
    await expectLedgerBalanced(pool)
  })

  test('missed: another is kept at once on a later day, until the record turns out to be a mistake', async () => {
    const { two, caseId, office } = await accepted()
    const booked = await book(two, slotOn(office, '2026-10-12'))
    await confirm(two, booked)
    const { code } = agreementOf(two, booked)
    const told = { by: { kind: 'system' }, code, now: noonOf('2026-10-12') } as const
    expect((await recordNoShow(pool, { ...told, roles: [1, 2] })).ok).toBe(true)
    const kept = await dayOf(await keptSlot(pool, caseId))
    expect(kept && kept > '2026-10-12' && kept <= '2026-11-09').toBe(true)
    await expectLedgerBalanced(pool)
    expect(await voidNoShow(pool, { ...told, reason: 'recorded-in-error' })).toMatchObject({
      value: { status: 'confirmed' },
    })
    expect(await keptSlot(pool, caseId)).toBeUndefined()
    await expectLedgerBalanced(pool)
  })

  test('missed, and booked again for a later day of the window', async () => {
    const { two, office } = await accepted()
    const booked = await book(two, slotOn(office, '2026-10-12'))
    await confirm(two, booked)
    const { code } = agreementOf(two, booked)
    const now = noonOf('2026-10-12')
    await recordNoShow(pool, { by: { kind: 'system' }, code, roles: [2], now })
    expect((await book(two, slotOn(office, '2026-10-14'), { now })).ok).toBe(true)
    await expectLedgerBalanced(pool)
  })

  test('a couple that has missed twice books its visit all the same', async () => {
    const { two, office } = await accepted()
    await pool.query(
      `INSERT INTO no_show (appointment_id, role, person_index, service, date, recorded_at)
       SELECT gen_random_uuid(), 1, person_index, 'MARRIAGE', '2026-09-01', now() FROM divorce_party, generate_series(1, 2)`,
    )
    expect((await book(two, slotOn(office, '2026-10-12'))).ok).toBe(true)
  })
})

describe('moving a visit', () => {
  test('stays inside the window and at the office; the old time is kept until the other agrees', async () => {
    const { two, caseId, office } = await accepted()
    const [slot, next] = [slotOn(office, '2026-10-12'), slotOn(office, '2026-11-09')]
    const booked = await book(two, slot)
    await confirm(two, booked)
    for (const [day, reason] of [
      [LAST_COOLING, 'outside-legal-window'],
      ['2026-10-17', 'outside-legal-window'],
      ['2026-11-10', 'outside-legal-window'],
    ] as const)
      expect(await move(two, booked, slotOn(office, day))).toMatchObject({ ok: false, reason })
    const elsewhere = await officeOfVisits(pool)
    expect(await move(two, booked, slotOn(elsewhere, '2026-10-13'))).toMatchObject({ reason: 'wrong-office' })
    const moved = await move(two, booked, next)
    expect(moved).toMatchObject({ ok: true, value: { status: 'awaiting-partner' } })
    expect([await takenOf(slot), await takenOf(next)]).toEqual([1, 1])
    const agreement = {
      ...agreementOf(two, booked),
      partnerCode: moved.ok ? (moved.value.partnerCode ?? '') : '',
    }
    expect((await confirmAppointment(pool, agreement)).ok).toBe(true)
    expect([await takenOf(slot), await takenOf(next)]).toEqual([0, 1])
    expect(await keptSlot(pool, caseId)).toBeUndefined()
    await expectLedgerBalanced(pool)
  })

  test('cancelled while a move waits: of the two seats one stays, the other is free', async () => {
    const { two, caseId, office } = await accepted()
    const [slot, next] = [slotOn(office, '2026-10-12'), slotOn(office, '2026-10-14')]
    const booked = await book(two, slot)
    await confirm(two, booked)
    await move(two, booked, next)
    await cancel(two, booked)
    expect([await keptSlot(pool, caseId), await takenOf(slot), await takenOf(next)]).toEqual([next, 0, 1])
    await expectLedgerBalanced(pool)
  })
})

const IN_RUSH = noonOf('2026-10-01')

/** A couple whose seat is kept in a slot that has no other. */
async function chosen(): Promise<AcceptedCouple & { readonly slot: number }> {
  const couple = await accepted()
  const slot = slotOn(couple.office, '2026-10-12')
  expect((await choose(couple.two, slot)).ok).toBe(true)
  return { ...couple, slot }
}

function others200(slot: number) {
  const wish = { service: 'DIVORCE_APPLICATION', now: IN_RUSH } as const
  return couples(200).map((other) => bookAppointment(pool, bookingOf(other, slot, wish)))
}

async function accepted(): Promise<AcceptedCouple> {
  return acceptCouple(pool, await officeOfVisits(pool))
}

function visitOfTwo(two: Couple, slot: number) {
  return bookingOf(two, slot, { service: 'DIVORCE_CERTIFICATE', now: NOW })
}

function book(two: Couple, slot: number, change: { readonly now?: Date } = {}) {
  return bookAppointment(pool, { ...visitOfTwo(two, slot), ...change })
}

function choose(two: Couple, slotId: number) {
  return chooseKeptSeat(pool, { actor: two.first.actor, slotId, now: NOW })
}

function agreementOf(two: Couple, booked: Awaited<ReturnType<typeof book>>) {
  if (!booked.ok) throw new Error(`not booked: ${booked.reason}`)
  const { code, partnerCode = '' } = booked.value
  return { actor: two.second.actor, code, partnerCode, key: randomUUID(), now: NOW }
}

function confirm(two: Couple, booked: Awaited<ReturnType<typeof book>>) {
  return confirmAppointment(pool, agreementOf(two, booked))
}

function cancel(two: Couple, booked: Awaited<ReturnType<typeof book>>) {
  const { partnerCode: _, ...wish } = agreementOf(two, booked)
  return cancelAppointment(pool, wish)
}

async function agreeAndCancel(two: Couple, booked: Awaited<ReturnType<typeof book>>) {
  await confirm(two, booked)
  return cancel(two, booked)
}

function move(two: Couple, booked: Awaited<ReturnType<typeof book>>, slotId: number) {
  const { code } = agreementOf(two, booked)
  return moveAppointment(pool, { actor: two.first.actor, code, slotId, key: randomUUID(), now: NOW })
}

async function visitOf(caseId: string) {
  const { rows } = await pool.query(
    `SELECT status, slot_id, pool FROM appointment WHERE case_id = $1 AND status IN ('awaiting-partner', 'confirmed')`,
    [caseId],
  )
  return rows
}

async function takenOf(slotId: number | undefined): Promise<number> {
  const { rows } = await pool.query('SELECT taken FROM slot WHERE id = $1', [slotId])
  return rows[0]?.taken
}

async function dayOf(slotId: number | undefined): Promise<string | undefined> {
  const { rows } = await pool.query('SELECT date::text AS date FROM slot WHERE id = $1', [slotId])
  return rows[0] && calendarDate(rows[0].date)
}
