import { describe, expect, test } from 'vitest'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import { chooseKeptSeat } from '#lib/booking/choose-kept-seat.ts'
import { declineAppointment } from '#lib/booking/decline-appointment.ts'
import { recordNoShow } from '#lib/booking/record-no-show.ts'
import { releaseKeptSeat } from '#lib/booking/release-kept-seat.ts'
import { settleOverdue } from '#lib/booking/settle-overdue.ts'
import { voidNoShow } from '#lib/booking/void-no-show.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { expectLedgerBalanced } from '#tests/support/ledger.ts'
import { type AcceptedCouple, keptSlot, noonOf, plantLaw, slotOn } from './fixtures/accepted-case.ts'
import { bookingOf, type Couple, couples } from './fixtures/couples.ts'
import { minutesLater } from './fixtures/slots.ts'
import { agreementOf, type Booked, NOW, visitsIn } from './fixtures/visits.ts'

const { pool } = await openTestDatabase()
await plantLaw(pool)
const { accepted, book, cancel, choose, confirm, slotOf, takenOf, visitOf } = visitsIn(pool)

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
    const others = await Promise.all(others200(slot))
    expect(others.filter((other) => other.ok)).toHaveLength(1)
    const own = await book(two, slot, { now: IN_RUSH })
    expect(own).toMatchObject({ ok: false, reason: 'slot-full' })
    await expectLedgerBalanced(pool)
  })
})

describe('a visit that comes to nothing leaves its seat to the couple', () => {
  test.each<[string, (two: Couple, booked: Booked) => Promise<unknown>]>([
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
    const kept = (await slotOf(await keptSlot(pool, caseId)))?.date
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

async function agreeAndCancel(two: Couple, booked: Booked) {
  await confirm(two, booked)
  return cancel(two, booked)
}
