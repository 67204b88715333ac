import { describe, expect, test } from 'vitest'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import { getAppointment } from '#lib/booking/get-appointment.ts'
import { recordNoShow } from '#lib/booking/record-no-show.ts'
import { type VoidReason, voidNoShow } from '#lib/booking/void-no-show.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { expectLedgerBalanced } from '#tests/support/ledger.ts'
import { accepted } from './fixtures/booked.ts'
import { bookingOf, couple } from './fixtures/couples.ts'
import { at, plantDays } from './fixtures/days.ts'
import { agreedOn, DAYS, missedTwice, missOn, STAFF, tryBooking } from './fixtures/missed.ts'

const { pool } = await openTestDatabase()

describe('a no-show', () => {
  test('is recorded once the time has begun, once, by whom, and who did not come is told', async () => {
    const office = await plantDays(pool, DAYS)
    const { code } = await agreedOn(pool, office, couple(), '2026-11-25')
    const miss = { by: STAFF, code, roles: [2], now: at('2026-11-25', '08:59:59') }
    expect(await recordNoShow(pool, miss)).toMatchObject({
      reason: 'not-allowed',
      errors: [{ reason: 'not-begun' }],
    })
    const late = { ...miss, now: at('2026-11-25', '23:59:59') }
    expect(await recordNoShow(pool, late)).toEqual({ ok: true, value: { code, status: 'no-show' } })
    expect(await recordNoShow(pool, late)).toMatchObject({ reason: 'not-allowed' })
    expect(await traces(code)).toEqual({
      messages: [2],
      entries: ['no-show-recorded staff a registrar'],
      days: ['2026-11-25'],
      active: 0,
    })
    await expectLedgerBalanced(pool)
  })

  test('needs somebody of the appointment, and one that stood', async () => {
    const office = await plantDays(pool, DAYS)
    const { code } = await agreedOn(pool, office, couple(), '2026-11-25')
    const now = at('2026-11-25')
    for (const roles of [[], [3], [1, 3]])
      expect(await recordNoShow(pool, { by: STAFF, code, roles, now })).toMatchObject({
        reason: 'invalid-input',
      })
    const waiting = accepted(
      await bookAppointment(
        pool,
        bookingOf(couple(), office.slotOn('2026-11-25'), { now: at('2026-11-23') }),
      ),
    )
    expect(await recordNoShow(pool, { by: STAFF, code: waiting.code, roles: [1], now })).toMatchObject({
      errors: [{ reason: 'expired' }],
    })
    expect(await recordNoShow(pool, { by: STAFF, code: 'AAAAAAAAAA', roles: [1], now })).toMatchObject({
      reason: 'not-found',
    })
  })

  test('is nobody’s fault where the office itself has closed the time', async () => {
    const office = await plantDays(pool, DAYS)
    const { code } = await agreedOn(pool, office, couple(), '2026-11-25')
    await pool.query('UPDATE slot SET open = false WHERE id = $1', [office.slotOn('2026-11-25')])
    const miss = { by: { kind: 'system' }, code, roles: [1, 2], now: at('2026-11-25') } as const
    expect(await recordNoShow(pool, miss)).toEqual({ ok: false, reason: 'slot-closed' })
  })

  test.each<VoidReason>(['office-cancelled', 'explained', 'recorded-in-error'])(
    'that is void (%s) counts no more',
    async (reason) => {
      const { office, people, codes } = await missedTwice(pool)
      expect(await tryBooking(pool, office, people)).toMatchObject({ reason: 'blocked-no-show' })
      const voiding = { by: STAFF, code: codes[0] ?? '', reason, now: at('2026-11-28') }
      expect(await voidNoShow(pool, voiding)).toMatchObject({ value: { status: 'no-show' } })
      expect(await voidNoShow(pool, voiding)).toMatchObject({ reason: 'not-allowed' })
      expect(await tryBooking(pool, office, people)).toMatchObject({ ok: true })
    },
  )

  test('recorded in error is undone on the same day: the appointment stands again and may be missed again', async () => {
    const office = await plantDays(pool, DAYS)
    const people = couple()
    const { code } = await missOn(pool, office, people, '2026-11-25')
    const undo = { by: STAFF, code, reason: 'recorded-in-error', now: at('2026-11-25', '23:59:59') } as const
    expect(await voidNoShow(pool, undo)).toMatchObject({ value: { status: 'confirmed' } })
    expect(await getAppointment(pool, code, people.first.actor, undo.now)).toMatchObject({
      value: { status: 'confirmed' },
    })
    expect((await traces(code)).active).toBe(2)
    const miss = { by: STAFF, code, roles: [1], now: undo.now }
    expect(await recordNoShow(pool, miss)).toMatchObject({ ok: true })
    expect((await traces(code)).days).toEqual(['2026-11-25'])
    await expectLedgerBalanced(pool)
  })

  test('undone after they have booked again leaves the new booking alone', async () => {
    const office = await plantDays(pool, DAYS)
    const people = couple()
    const { code } = await missOn(pool, office, people, '2026-11-25')
    accepted(
      await bookAppointment(pool, bookingOf(people, office.slotOn('2026-12-15'), { now: at('2026-11-25') })),
    )
    const undo = { by: STAFF, code, reason: 'recorded-in-error', now: at('2026-11-25', '18:00:00') } as const
    expect(await voidNoShow(pool, undo)).toMatchObject({ value: { status: 'confirmed' } })
    expect((await traces(code)).active).toBe(0)
    await expectLedgerBalanced(pool)
  })
})

async function traces(code: string) {
  const { rows } = await pool.query(
    `SELECT (SELECT COALESCE(array_agg(role), '{}') FROM outbox_message WHERE appointment_id = a.id AND event = 'no-show')
         AS messages,
       (SELECT array_agg(act || ' ' || actor_kind || ' ' || actor_id) FROM audit_entry
         WHERE subject_id = a.id::text AND act LIKE 'no-show%') AS entries,
       (SELECT array_agg(date::text) FROM no_show WHERE appointment_id = a.id AND voided_at IS NULL) AS days,
       (SELECT count(*)::int FROM party WHERE appointment_id = a.id AND active) AS active
     FROM appointment a WHERE code = $1`,
    [code],
  )
  return rows[0]
}
