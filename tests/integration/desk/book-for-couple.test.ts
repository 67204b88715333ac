import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { describe, expect, test } from 'vitest'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import { addSeat } from '#lib/desk/add-seat.ts'
import { bookForCouple } from '#lib/desk/book-for-couple.ts'
import { listFreeTimes } from '#lib/desk/list-free-times.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import type { AgreementClaim } from '#lib/domain/counter-agreement.ts'
import { plantOffice } from '#prisma/seed/factories/plant-office.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted, confirm } from '../booking/fixtures/booked.ts'
import { bookingOf, type Couple, couple, somebody } from '../booking/fixtures/couples.ts'
import { at } from '../booking/fixtures/days.ts'
import { readCounters } from '../booking/fixtures/slots.ts'
import { staffOf } from './fixtures/desk.ts'
import { missedOn } from './fixtures/missed-on.ts'

const { pool } = await openTestDatabase()
const NOW = at('2026-11-22')
const DAY = calendarDate('2026-12-01')

/** An office with one time of two seats, one of them kept from the public. */
async function plantCounter(pool: Pool, wish: { capacity?: number; onlineBooking?: boolean } = {}) {
  const { capacity = 2, onlineBooking = true } = wish
  const id = `office-${randomUUID().slice(0, 8)}`
  const { slots } = await plantOffice(pool, {
    id,
    days: [DAY],
    services: ['MARRIAGE', 'REISSUE_MARRIAGE'],
    opens: '09:00',
    closes: '09:15',
    capacity,
    publicCapacity: 1,
    onlineBooking,
  })
  const slotId = slots[0]?.id ?? 0
  return { officeId: id, slotId, clerk: staffOf(id), senior: staffOf(id, 'senior-clerk') }
}

function call(
  actor: StaffActor,
  slotId: number,
  people: Couple,
  change: Partial<AgreementClaim> & { key?: string } = {},
) {
  const { first, second } = people
  return bookForCouple(pool, {
    actor,
    input: { slotId, service: 'MARRIAGE', parties: [first.party, second.party] },
    ...{ together: false, ...change },
    key: change.key ?? randomUUID(),
    locale: 'zh-CN',
    now: NOW,
  })
}

async function traceOf(code: string) {
  const { rows } = await pool.query(
    `SELECT a.status, a.pool, e.actor_kind AS "actorKind", e.detail,
       (SELECT array_agg(concat_ws(' ', m.role, m.event) ORDER BY m.id) FROM outbox_message m WHERE m.appointment_id = a.id) AS letters,
       (SELECT array_agg(p.agreed_at IS NOT NULL ORDER BY p.role) FROM party p WHERE p.appointment_id = a.id) AS agreed
     FROM appointment a JOIN audit_entry e ON e.subject_id = a.id::text AND e.act = 'appointment-booked' WHERE a.code = $1`,
    [code],
  )
  return rows[0]
}

describe('a booking by telephone', () => {
  test('waits for the second, who is asked by message and agrees alone', async () => {
    const { clerk, slotId } = await plantCounter(pool)
    const people = couple()
    const booked = accepted(await call(clerk, slotId, people))
    expect(booked.status).toBe('awaiting-partner')
    expect(await traceOf(booked.code)).toEqual({
      status: 'awaiting-partner',
      pool: 'staff',
      actorKind: 'staff',
      detail: { agreement: 'asked-by-message' },
      letters: ['1 held', '2 partner-asked'],
      agreed: [true, false],
    })
    const { partnerCode = '' } = booked
    const agreed = await confirm(pool, { ...people, code: booked.code, partnerCode }, people.second, {
      now: NOW,
    })
    expect(agreed).toMatchObject({ ok: true, value: { status: 'confirmed' } })
  })

  test('is agreed at once where both stand there with their documents, and the record says so', async () => {
    const { clerk, slotId } = await plantCounter(pool)
    const booked = accepted(await call(clerk, slotId, couple(), { together: true }))
    expect(booked).toMatchObject({ status: 'confirmed', parties: [{ agreed: true }, { agreed: true }] })
    expect(booked.partnerCode).toBeUndefined()
    expect(await traceOf(booked.code)).toMatchObject({
      status: 'confirmed',
      detail: { agreement: 'both-present' },
      letters: ['1 confirmed', '2 confirmed'],
      agreed: [true, true],
    })
  })

  test.each(['on-turned-screen', 'by-telephone'] as const)(
    'is agreed by the second alone, %s, and the record says who and how',
    async (agreement) => {
      const { clerk, slotId } = await plantCounter(pool)
      const people = couple()
      const { documentType, documentNumber } = people.second.party
      const screen = { documentType, documentNumber, service: 'MARRIAGE', slotId } as const
      const claim = agreement === 'by-telephone' ? { telephone: true } : { screen }
      const { code, status } = accepted(await call(clerk, slotId, people, claim))
      expect(status).toBe('confirmed')
      expect(await traceOf(code)).toMatchObject({
        detail: { agreement, agreedRole: '2' },
        letters: ['1 confirmed', '2 confirmed'],
        agreed: [true, true],
      })
    },
  )

  test('is refused where the second has agreed to another time, and nothing is booked', async () => {
    const { clerk, slotId } = await plantCounter(pool)
    const people = couple()
    const { documentType, documentNumber } = people.second.party
    const screen = { documentType, documentNumber, service: 'MARRIAGE', slotId: slotId + 1 } as const
    expect(await call(clerk, slotId, people, { screen })).toMatchObject({
      errors: [{ reason: 'agreed-to-something-else' }],
    })
    expect(await readCounters(pool, slotId)).toMatchObject({ taken: 0 })
  })

  test('takes any free seat and leaves the share of the public alone', async () => {
    const { clerk, slotId } = await plantCounter(pool)
    accepted(await call(clerk, slotId, couple()))
    expect(await readCounters(pool, slotId)).toMatchObject({ taken: 1, publicTaken: 0 })
    accepted(await bookAppointment(pool, bookingOf(couple(), slotId, { now: NOW })))
    expect(await call(clerk, slotId, couple())).toMatchObject({ reason: 'slot-full' })
  })

  test('goes by the same rules: one booking a person, documents, age, release', async () => {
    const { clerk, slotId } = await plantCounter(pool)
    const people = couple()
    accepted(await call(clerk, slotId, people))
    expect(await call(clerk, slotId, people)).toMatchObject({ reason: 'already-booked' })
    const { first } = couple()
    expect(await call(clerk, slotId, { first, second: first })).toMatchObject({
      errors: [{ reason: 'same-person' }],
    })
    const child = somebody({ sex: 'F', birthDate: calendarDate('2010-01-01') })
    expect(await call(clerk, slotId, { first, second: child })).toMatchObject({ reason: 'not-eligible' })
  })

  test('sent twice with one key is one booking; with other people it is refused', async () => {
    const { clerk, slotId } = await plantCounter(pool)
    const key = randomUUID()
    const people = couple()
    const [one, two] = [
      await call(clerk, slotId, people, { key }),
      await call(clerk, slotId, people, { key }),
    ]
    expect(accepted(two).code).toBe(accepted(one).code)
    expect((await readCounters(pool, slotId)).appointments).toBe(1)
    expect(await call(clerk, slotId, couple(), { key })).toMatchObject({ reason: 'idempotency-mismatch' })
  })

  test('is open to those who have missed before, and where nobody books online', async () => {
    const { clerk, slotId } = await plantCounter(pool, { onlineBooking: false })
    const people = couple()
    await missedOn(pool, people.first, ['2026-11-10', '2026-11-18'])
    expect(await bookAppointment(pool, bookingOf(people, slotId, { now: NOW }))).toMatchObject({ ok: false })
    expect(await call(clerk, slotId, people)).toMatchObject({ ok: true })
  })

  test('of thirty clerks who press at once two get the two seats', async () => {
    const { clerk, slotId } = await plantCounter(pool)
    const tries = await Promise.all(Array.from({ length: 30 }, () => call(clerk, slotId, couple())))
    expect(tries.filter(({ ok }) => ok)).toHaveLength(2)
    expect(await readCounters(pool, slotId)).toMatchObject({ taken: 2, appointments: 2 })
  })

  test('is for the clerks of the office alone', async () => {
    const [here, elsewhere] = [await plantCounter(pool), await plantCounter(pool)]
    for (const actor of [elsewhere.clerk, elsewhere.senior, staffOf(here.officeId, 'auditor')])
      expect(await call(actor, here.slotId, couple())).toMatchObject({ errors: [{ reason: 'not-in-role' }] })
    expect((await readCounters(pool, here.slotId)).taken).toBe(0)
    // A clerk is nobody's partner: without the verb of the desk the engine refuses.
    const order = { ...bookingOf(couple(), here.slotId, { now: NOW }), actor: here.clerk }
    expect(await bookAppointment(pool, order)).toMatchObject({
      errors: [{ reason: 'not-one-of-the-parties' }],
    })
  })
})

describe('the free times', () => {
  test('count every seat, also those that are kept for the counter', async () => {
    const { officeId, clerk, slotId } = await plantCounter(pool)
    accepted(await bookAppointment(pool, bookingOf(couple(), slotId, { now: NOW })))
    const wish = { actor: clerk, officeId, service: 'MARRIAGE', now: NOW } as const
    expect(accepted(await listFreeTimes(pool, wish))).toMatchObject([
      { date: DAY, free: 1, slots: [{ id: slotId, capacity: 2, taken: 1 }] },
    ])
    expect(accepted(await listFreeTimes(pool, { ...wish, now: at('2026-11-30', '16:00:00') }))).toEqual([])
  })
})

describe('a seat more', () => {
  const add = (actor: StaffActor, slotId: number, reason = 'urgent') =>
    addSeat(pool, { actor, slotId, reason, now: NOW })

  test('at a full time is added by a senior clerk with a reason, for the counter alone', async () => {
    const { clerk, senior, slotId } = await plantCounter(pool, { capacity: 1 })
    accepted(await bookAppointment(pool, bookingOf(couple(), slotId, { now: NOW })))
    expect(await add(clerk, slotId)).toMatchObject({ errors: [{ reason: 'not-in-role' }] })
    expect(await add(senior, slotId, 'because')).toMatchObject({ reason: 'invalid-input' })
    expect(accepted(await add(senior, slotId))).toEqual({ capacity: 2 })
    expect(await bookAppointment(pool, bookingOf(couple(), slotId, { now: NOW }))).toMatchObject({
      reason: 'slot-full',
    })
    accepted(await call(clerk, slotId, couple()))
    const { rows } = await pool.query(
      `SELECT detail FROM audit_entry WHERE act = 'seat-added' AND subject_id = $1`,
      [String(slotId)],
    )
    expect(rows).toEqual([{ detail: { reason: 'urgent', capacity: 2, date: DAY, time: '09:00' } }])
  })

  test('is not added while one is free, so ten who press at once add one', async () => {
    const { senior, slotId } = await plantCounter(pool, { capacity: 1 })
    expect(await add(senior, slotId)).toMatchObject({ errors: [{ reason: 'seat-still-free' }] })
    accepted(await bookAppointment(pool, bookingOf(couple(), slotId, { now: NOW })))
    const tries = await Promise.all(Array.from({ length: 10 }, () => add(senior, slotId)))
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await readCounters(pool, slotId)).capacity).toBe(2)
  })
})
