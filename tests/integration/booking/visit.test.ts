import { describe, expect, test } from 'vitest'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import { confirmAppointment } from '#lib/booking/confirm-appointment.ts'
import { renewKeptSeats } from '#lib/booking/renew-kept-seats.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { closeCase } from '#lib/divorce/close-case.ts'
import { getCase } from '#lib/divorce/get-case.ts'
import { readCalendar } from '#lib/office/read-calendar.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { expectLedgerBalanced } from '#tests/support/ledger.ts'
import { keptSlot, LAST_COOLING, noonOf, officeOfVisits, plantLaw, slotOn } from './fixtures/accepted-case.ts'
import { type Couple, couple } from './fixtures/couples.ts'
import { agreementOf, NOW, visitOfTwo, visitsIn } from './fixtures/visits.ts'

const { pool } = await openTestDatabase()
await plantLaw(pool)
const { accepted, book, cancel, choose, confirm, move, takenOf, visitOf } = visitsIn(pool)

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
