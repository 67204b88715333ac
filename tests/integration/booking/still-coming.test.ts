import { describe, expect, test } from 'vitest'
import { askStillComing } from '#lib/booking/ask-still-coming.ts'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import { countCancellations } from '#lib/booking/count-cancellations.ts'
import { findComing } from '#lib/booking/find-coming.ts'
import { sayComing } from '#lib/booking/say-coming.ts'
import { sayNotComing } from '#lib/booking/say-not-coming.ts'
import { forgetRules } from '#lib/office/forget-rules.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { expectLedgerBalanced } from '#tests/support/ledger.ts'
import { ASKED, agreedOn, askedOn, BOOKED, OTHER, questionsOf, silentOn, TUESDAY } from './fixtures/asked.ts'
import { accepted, cancel, confirm, move } from './fixtures/booked.ts'
import { bookingOf, couple } from './fixtures/couples.ts'
import { at, plantDays, setRule } from './fixtures/days.ts'

const { pool } = await openTestDatabase()

describe('both of a confirmed appointment', () => {
  test('are asked two working days before, from nine in the morning, once however often and at once it runs', async () => {
    const { office, code } = await agreedOn(pool, TUESDAY)
    await askStillComing(pool, at('2026-11-26', '23:59:59'))
    await askStillComing(pool, at('2026-11-27', '08:59:59'))
    expect(await questionsOf(pool, code)).toEqual([])
    await Promise.all(Array.from({ length: 8 }, () => askStillComing(pool, ASKED)))
    await askStillComing(pool, at('2026-11-30', '23:59:59'))
    expect(await questionsOf(pool, code)).toEqual([
      { role: 1, due: ASKED },
      { role: 2, due: ASKED },
    ])
    expect(await silentOn(pool, office)).toEqual([{ code, roles: [1, 2] }])
  })

  test('are not asked when only one has agreed, when it is over, or on the day itself', async () => {
    const office = await plantDays(pool, [TUESDAY])
    const people = couple()
    const waiting = accepted(
      await bookAppointment(pool, bookingOf(people, office.slotOn(TUESDAY), { now: BOOKED })),
    )
    const over = await agreedOn(pool, TUESDAY, { office })
    accepted(await cancel(pool, over, over.people.first, { now: at('2026-11-26') }))
    const late = await agreedOn(pool, TUESDAY)
    await askStillComing(pool, ASKED)
    await pool.query(
      'DELETE FROM outbox_message WHERE appointment_id = (SELECT id FROM appointment WHERE code = $1)',
      [late.code],
    )
    await askStillComing(pool, at(TUESDAY, '00:00:00'))
    for (const code of [waiting.code, over.code, late.code]) expect(await questionsOf(pool, code)).toEqual([])
  })

  test('are not asked when they agreed only on that day: they have just said so', async () => {
    const { code } = await agreedOn(pool, TUESDAY, { agreed: at('2026-11-27', '09:00:00') })
    const before = await agreedOn(pool, TUESDAY, { agreed: at('2026-11-27', '08:59:59') })
    await askStillComing(pool, at('2026-11-27', '12:00:00'))
    expect(await questionsOf(pool, code)).toEqual([])
    expect(await questionsOf(pool, before.code)).toHaveLength(2)
  })

  test('are not asked about a new time to which they agreed only on that day', async () => {
    const { office, code, people } = await agreedOn(pool, OTHER)
    const now = at('2026-11-27', '09:30:00')
    const { partnerCode = '' } = accepted(
      await move(pool, { code }, people.first, office.slotOn(TUESDAY), { now }),
    )
    accepted(await confirm(pool, { ...people, code, partnerCode }, people.second, { now }))
    await askStillComing(pool, at('2026-11-27', '12:00:00'))
    expect(await questionsOf(pool, code)).toEqual([])
  })

  test('are asked as early as the office has set for the service, or not at all', async () => {
    const office = await plantDays(pool, [TUESDAY])
    await setRule(pool, office.officeId, 'stillComingDays', 0)
    await setRule(pool, office.officeId, 'stillComingDays.MARRIAGE', 3)
    forgetRules()
    const marriage = await agreedOn(pool, TUESDAY, { office })
    const divorce = await agreedOn(pool, TUESDAY, { office, service: 'DIVORCE_APPLICATION' })
    await askStillComing(pool, at('2026-11-26', '09:00:00'))
    expect(await questionsOf(pool, marriage.code)).toHaveLength(2)
    await askStillComing(pool, at('2026-11-30', '20:00:00'))
    expect(await questionsOf(pool, divorce.code)).toEqual([])
  })
})

describe('the answer', () => {
  test('"yes" is kept with its time, twice is once, and the silent one remains for the desk', async () => {
    const { office, code, link } = await askedOn(pool, TUESDAY)
    const now = at('2026-11-27', '23:59:59')
    const proof = link(2)
    expect(await findComing(pool, proof, now)).toMatchObject({ state: 'asked', isForTwo: true })
    expect(await sayComing(pool, proof, now)).toEqual({ ok: true, value: { code } })
    expect(await sayComing(pool, proof, at('2026-11-28'))).toMatchObject({ ok: true })
    expect(await findComing(pool, proof, now)).toMatchObject({ state: 'yes' })
    expect(await silentOn(pool, office)).toEqual([{ code, roles: [1] }])
    expect(await actsOf(code)).toMatchObject({ 'coming-said': 1 })
    const own = link(1)
    accepted(await sayComing(pool, own, now))
    expect(await silentOn(pool, office)).toEqual([])
  })

  test('"no" frees the seat, ends it for both, and tells both', async () => {
    const { office, code, link, people } = await askedOn(pool, TUESDAY)
    const now = at('2026-11-27', '23:59:59')
    expect(await sayNotComing(pool, link(2), now)).toEqual({ ok: true, value: { code } })
    expect(await sayNotComing(pool, link(2), now)).toMatchObject({ ok: true })
    const { rows } = await pool.query(
      `SELECT status, end_reason, (SELECT taken FROM slot WHERE id = slot_id) AS taken FROM appointment WHERE code = $1`,
      [code],
    )
    expect(rows).toEqual([{ status: 'cancelled', end_reason: 'not-coming', taken: 0 }])
    expect(await messagesOf(code, 'cancelled')).toEqual([
      { role: 1, detail: { by: 2 } },
      { role: 2, detail: { by: 2 } },
    ])
    expect(await actsOf(code)).toMatchObject({ 'appointment-cancelled': 1 })
    expect(await findComing(pool, link(1), now)).toMatchObject({ state: 'over' })
    expect(await sayComing(pool, link(1), now)).toMatchObject({ reason: 'not-allowed' })
    expect(await silentOn(pool, office)).toEqual([])
    expect(await countCancellations(pool, people.second.party, now)).toBe(0)
    const again = bookingOf(people, office.slotOn(TUESDAY), { now: at('2026-11-28') })
    expect(await bookAppointment(pool, again)).toMatchObject({ ok: true })
    await expectLedgerBalanced(pool)
  })

  test('"no" is taken after the cut-off too, until the time begins', async () => {
    const one = await askedOn(pool, TUESDAY)
    const lastSecond = at(TUESDAY, '08:59:59')
    expect(await sayNotComing(pool, one.link(1), lastSecond)).toMatchObject({ ok: true })
    const other = await askedOn(pool, TUESDAY)
    expect(await sayNotComing(pool, other.link(1), at(TUESDAY, '09:00:00'))).toMatchObject({
      reason: 'not-found',
    })
    await expectLedgerBalanced(pool)
  })

  test('of both at the same moment, one yes and one no, ends with the seat free once', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { link } = await askedOn(pool, TUESDAY)
      const now = at('2026-11-28')
      await Promise.all([
        sayComing(pool, link(1), now),
        sayNotComing(pool, link(2), now),
        sayNotComing(pool, link(1), now),
      ])
      expect(await findComing(pool, link(1), now)).toMatchObject({ state: 'over' })
    }
    await expectLedgerBalanced(pool)
  })
})

async function messagesOf(code: string, event: string) {
  const { rows } = await pool.query(
    `SELECT m.role, m.detail FROM outbox_message m JOIN appointment a ON a.id = m.appointment_id
     WHERE a.code = $1 AND m.event = $2 ORDER BY m.role`,
    [code, event],
  )
  return rows
}

async function actsOf(code: string) {
  const { rows } = await pool.query<{ act: string; times: number }>(
    `SELECT act, count(*)::int AS times FROM audit_entry e JOIN appointment a ON a.id::text = e.subject_id
     WHERE a.code = $1 GROUP BY act`,
    [code],
  )
  return Object.fromEntries(rows.map(({ act, times }) => [act, times]))
}
