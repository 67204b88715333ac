import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import { findLastMove } from '#lib/booking/find-last-move.ts'
import { getAppointment } from '#lib/booking/get-appointment.ts'
import { settleOverdue } from '#lib/booking/settle-overdue.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { expectLedgerBalanced } from '#tests/support/ledger.ts'
import {
  accepted,
  agreedCouple,
  type Booked,
  cancel,
  confirm,
  decline,
  move,
  waitingCouple,
} from './fixtures/booked.ts'
import { bookingOf, couple, somebody } from './fixtures/couples.ts'
import { actsOf, toldOf } from './fixtures/records.ts'
import { minutesLater, NOW, plantSlots, readCounters } from './fixtures/slots.ts'

const { pool } = await openTestDatabase()
const DEADLINE = minutesLater(24 * 60)
const both = (event: string, detail: object) => [1, 2].map((role) => ({ event, role, detail }))

describe('what is told and recorded of a move', () => {
  test('agreed to: the question to the other, then the news to both', async () => {
    const { booked, partnerCode, from } = await asked()
    expect(await seen(booked)).toMatchObject({ keptTime: { date: '2026-12-01', startTime: '08:00' } })
    accepted(await confirm(pool, booked, booked.second, { partnerCode }))
    expect(await toldOf(pool, booked.code)).toEqual([
      { event: 'move-asked', role: 2, detail: { by: 1, keeps: true } },
      ...both('moved', { by: 2 }),
    ])
    expect(await actsOf(pool, booked.code)).toEqual([
      'appointment-booked',
      'appointment-confirmed',
      'move-asked',
      'move-agreed',
    ])
    expect(await lastMove(booked)).toEqual({ act: 'move-agreed', by: 2 })
    expect((await seen(booked)).keptTime).toBeUndefined()
    expect(await readCounters(pool, from)).toMatchObject({ taken: 0 })
  })

  test('declined, lapsed or taken back: both have the old time again and hear why', async () => {
    const declined = await asked()
    accepted(
      await decline(pool, declined.booked, declined.booked.second, { partnerCode: declined.partnerCode }),
    )
    const lapsed = await asked()
    await settleOverdue(pool, DEADLINE)
    const back = await asked()
    accepted(await move(pool, back.booked, back.booked.first, back.from))
    for (const [{ booked, from }, act, by, event, detail] of [
      [declined, 'move-declined', 2, 'declined', { by: 2, move: true }],
      [lapsed, 'move-lapsed', null, 'move-lapsed', { by: 1, because: 'no-answer' }],
      [back, 'move-taken-back', 1, 'move-lapsed', { by: 1, because: 'taken-back' }],
    ] as const) {
      expect(await lastMove(booked)).toEqual({ act, by })
      expect((await toldOf(pool, booked.code)).slice(1)).toEqual(both(event, detail))
      expect(await seen(booked, DEADLINE)).toMatchObject({ status: 'confirmed', slotId: from })
    }
    await expectLedgerBalanced(pool)
  })

  test('before anybody agreed: the other is asked about the new time, and nothing is kept', async () => {
    const [from, to = 0] = await plantSlots(pool, { count: 2, capacity: 1 })
    const booked = await waitingCouple(pool, from)
    accepted(await move(pool, booked, booked.first, to))
    expect(await toldOf(pool, booked.code)).toEqual([
      { event: 'move-asked', role: 2, detail: { by: 1, keeps: false } },
    ])
    expect(await actsOf(pool, booked.code)).toEqual(['appointment-booked', 'appointment-moved'])
    expect(await seen(booked)).toMatchObject({ slotId: to, keptTime: undefined })
  })

  test('of somebody who comes alone: at once, and told', async () => {
    const [from, to = 0] = await plantSlots(pool, { count: 2, capacity: 1 })
    const pair = couple()
    const wish = bookingOf(pair, from, { service: 'REISSUE_MARRIAGE' })
    const input = { ...wish.input, parties: wish.input.parties.slice(0, 1) }
    const { code } = accepted(await bookAppointment(pool, { ...wish, input }))
    expect(await move(pool, { code }, pair.first, to)).toEqual({
      ok: true,
      value: { code, status: 'confirmed' },
    })
    expect(await toldOf(pool, code)).toEqual([{ event: 'moved', role: 1, detail: { by: 1 } }])
    expect([await taken(from), await taken(to)]).toEqual([0, 1])
    await expectLedgerBalanced(pool)
  })
})

describe('faults around a move', () => {
  test('both move at once: one of them, and never three seats', async () => {
    for (let round = 0; round < 15; round += 1) {
      const [from, one = 0, other = 0] = await plantSlots(pool, { count: 3, capacity: 1 })
      const booked = await agreedCouple(pool, from)
      const results = await Promise.all([
        move(pool, booked, booked.first, one),
        move(pool, booked, booked.second, other),
      ])
      // Read one after the other, the second replaces the wish of the first; read together, it is told so.
      const done = results.filter(({ ok }) => ok).length
      expect(done).toBeGreaterThan(0)
      if (done === 1)
        expect(results.find(({ ok }) => !ok)).toMatchObject({ errors: [{ reason: 'changed-meanwhile' }] })
      expect(await taken(from)).toBe(1)
      expect((await taken(one)) + (await taken(other))).toBe(1)
      expect(await seen(booked)).toMatchObject({ status: 'awaiting-partner', moveCount: done })
      await expectLedgerBalanced(pool)
    }
  })

  test('cancelled while the partner agrees to the move: both seats are free, or the time stands', async () => {
    for (let round = 0; round < 15; round += 1) {
      const { booked, partnerCode, from, to } = await asked()
      const [agreed, cancelled] = await Promise.all([
        confirm(pool, booked, booked.second, { partnerCode }),
        cancel(pool, booked, booked.first),
      ])
      expect(agreed.ok || cancelled.ok).toBe(true)
      expect([await taken(from), await taken(to)]).toEqual(cancelled.ok ? [0, 0] : [0, 1])
      expect(await seen(booked)).toMatchObject({ status: cancelled.ok ? 'cancelled' : 'confirmed' })
      await expectLedgerBalanced(pool)
    }
  })

  test('agreed to after the deadline: too late, and the old time stands', async () => {
    const { booked, partnerCode, from } = await asked()
    const late = { partnerCode, now: DEADLINE }
    expect(await confirm(pool, booked, booked.second, late)).toMatchObject({ ok: false })
    expect(await decline(pool, booked, booked.second, late)).toMatchObject({ ok: false })
    expect(await seen(booked, DEADLINE)).toMatchObject({ status: 'confirmed', slotId: from })
  })

  test('the same link opened twice: agreed once, the second hears that it is done', async () => {
    const { booked, partnerCode } = await asked()
    const key = randomUUID()
    const answers = await Promise.all([
      confirm(pool, booked, booked.second, { partnerCode, key }),
      confirm(pool, booked, booked.second, { partnerCode, key }),
    ])
    expect(answers.filter(({ ok }) => ok).length).toBeGreaterThan(0)
    expect(await confirm(pool, booked, booked.second, { partnerCode })).toMatchObject({
      reason: 'already-booked',
      errors: [{ reason: 'already-confirmed' }],
    })
    expect((await actsOf(pool, booked.code)).filter((act) => act === 'move-agreed')).toHaveLength(1)
    await expectLedgerBalanced(pool)
  })

  test('an earlier day on which one of them is too young: refused with the day from which on it is right', async () => {
    const [from, to = 0] = await plantSlots(pool, { count: 2, capacity: 1 })
    await pool.query(`UPDATE slot SET date = '2026-12-08' WHERE id = $1`, [from])
    const first = somebody({ sex: 'M' })
    const second = somebody({ sex: 'F', birthDate: calendarDate('2006-12-04') })
    const { code } = accepted(await bookAppointment(pool, bookingOf({ first, second }, from)))
    expect(await move(pool, { code }, first, to)).toEqual({
      ok: false,
      reason: 'not-eligible',
      errors: [{ path: 'parties', reason: 'female-under-20', earliestOn: '2026-12-04' }],
    })
    expect(await taken(to)).toBe(0)
  })

  test('a full new time: nothing has changed, nobody is told, and no move is counted', async () => {
    const [from, to = 0] = await plantSlots(pool, { count: 2, capacity: 1 })
    const booked = await agreedCouple(pool, from)
    await agreedCouple(pool, to)
    expect(await move(pool, booked, booked.first, to)).toEqual({ ok: false, reason: 'slot-full' })
    expect(await seen(booked)).toMatchObject({ status: 'confirmed', slotId: from, moveCount: 0 })
    expect(await toldOf(pool, booked.code)).toEqual([])
  })
})

async function asked() {
  const [from, to = 0] = await plantSlots(pool, { count: 2, capacity: 1 })
  const booked = await agreedCouple(pool, from)
  const { partnerCode = '' } = accepted(await move(pool, booked, booked.first, to))
  return { booked, partnerCode, from, to }
}

async function taken(slot: number): Promise<number> {
  return (await readCounters(pool, slot)).taken
}

async function seen(booked: Booked, now = NOW) {
  return accepted(await getAppointment(pool, booked.code, booked.first.actor, now))
}

async function lastMove(booked: Booked) {
  return findLastMove(pool, (await seen(booked, DEADLINE)).id)
}
