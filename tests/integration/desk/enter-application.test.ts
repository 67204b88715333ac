import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import { confirmAppointment } from '#lib/booking/confirm-appointment.ts'
import { enterApplication } from '#lib/desk/enter-application.ts'
import { proposeApplication } from '#lib/desk/propose-application.ts'
import { findOwnCases } from '#lib/divorce/find-own-cases.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { expectLedgerBalanced } from '#tests/support/ledger.ts'
import {
  ACCEPTED,
  keptSlot,
  noonOf,
  officeOfVisits,
  plantLaw,
  slotOn,
} from '../booking/fixtures/accepted-case.ts'
import { bookingOf, couple } from '../booking/fixtures/couples.ts'
import { entered, staffOf, typed } from './fixtures/case-desk.ts'

const { pool } = await openTestDatabase()
await plantLaw(pool)
const office = await officeOfVisits(pool, 20)
const at = office.officeId
const clerk = staffOf(at)

describe('an application at the desk', () => {
  test('shows every date before the clock starts, and changes nothing', async () => {
    const application = typed(at)
    const proposed = await proposeApplication(pool, { actor: clerk, application, now: noonOf(ACCEPTED) })
    expect(proposed).toMatchObject({
      ok: true,
      value: {
        stage: 'cooling-off',
        isOnRestDay: false,
        deadlines: {
          coolingOffEnd: '2026-10-08',
          firstServiceDay: '2026-10-09',
          certWindowEnd: '2026-11-09',
        },
      },
    })
    expect(await rows('SELECT FROM divorce_case WHERE receipt_number = $1', application.receiptNumber)).toBe(
      0,
    )
  })

  test('becomes a case with a seat, and sent twice it is one', async () => {
    const wish = { actor: clerk, application: typed(at), now: noonOf(ACCEPTED) }
    const first = await enterApplication(pool, wish)
    const again = await Promise.all([enterApplication(pool, wish), enterApplication(pool, wish)])
    const id = first.ok ? first.value.id : ''
    expect(again.map((one) => (one.ok ? one.value.id : one))).toEqual([id, id])
    expect(await keptSlot(pool, id)).toBeDefined()
    const by = await pool.query('SELECT actor_kind, actor_id, act FROM audit_entry WHERE subject_id = $1', [
      id,
    ])
    expect(by.rows).toEqual([{ actor_kind: 'staff', actor_id: clerk.id, act: 'case-opened' }])
    await expectLedgerBalanced(pool)
  })

  test('takes its two people from their appointment, and from none that is unknown here or has come to nothing', async () => {
    const [two, day] = [couple(), '2026-10-12']
    const order = { service: 'DIVORCE_APPLICATION', now: noonOf('2026-10-01') } as const
    const booked = await bookAppointment(pool, bookingOf(two, slotOn(office, day), order))
    if (!booked.ok) throw new Error(JSON.stringify(booked))
    const { code, partnerCode = '' } = booked.value
    const key = randomUUID()
    await confirmAppointment(pool, { actor: two.second.actor, code, partnerCode, key, now: order.now })
    const blank = { ...typed(at, couple(), { acceptedOn: day }), code }
    const wish = { actor: clerk, application: blank, now: noonOf(day) }
    const accepted = await enterApplication(pool, wish)
    expect(accepted.ok && accepted.value.parties.map(({ locale }) => locale)).toEqual(['zh-CN', 'zh-CN'])
    for (const { party } of [two.first, two.second]) expect(await findOwnCases(pool, party)).toHaveLength(1)
    const unknown = { ...blank, code: 'NO-SUCH-CODE' }
    expect(await enterApplication(pool, { ...wish, application: unknown })).toMatchObject({
      errors: [{ path: 'code', reason: 'no-such-application' }],
    })
    await pool.query(`UPDATE appointment SET status = 'cancelled' WHERE code = $1`, [code])
    expect(await enterApplication(pool, wish)).toMatchObject({
      errors: [{ path: 'code', reason: 'cancelled' }],
    })
  })

  test.each([
    ['2020-12-31', 'before-the-rule', '1077'],
    ['2026-09-02', 'in-future', undefined],
    ['2026-02-30', 'date', undefined],
    ['', 'required', undefined],
  ])('refuses a receipt of %s: %s', async (acceptedOn, reason, article) => {
    const errors = [expect.objectContaining({ path: 'acceptedOn', reason, ...(article ? { article } : {}) })]
    expect(await enter(typed(at, couple(), { acceptedOn }))).toMatchObject({ ok: false, errors })
  })

  test('tells all that is wrong at once', async () => {
    const two = couple()
    const application = typed(at, two, { receiptNumber: ' ', certWindowEnd: '31.12.' })
    const people = [
      { ...application.people[0], name: '' },
      { ...application.people[1], phone: '1' },
    ] as const
    const refused = await enter({ ...application, people })
    expect(refused.ok ? [] : refused.errors?.map(({ path }) => path)).toEqual([
      'receiptNumber',
      'certWindowEnd',
      'parties.0.name',
      'parties.1.phone',
    ])
  })

  test('refuses the same person twice, a second open case of one of them, and dates no such period ends on', async () => {
    const [two, others] = [couple(), couple()]
    await entered(pool, office, two)
    expect(await enter(typed(at, { first: others.first, second: others.first }))).toMatchObject({
      errors: [{ path: 'parties.1.documentNumber', reason: 'same-person' }],
    })
    expect(await enter(typed(at, { first: others.first, second: two.second }))).toMatchObject({
      errors: [{ reason: 'open-case', article: '1077' }],
    })
    expect(await enter(typed(at, others, { coolingOffEnd: '2026-09-20' }))).toMatchObject({
      errors: [{ path: 'coolingOffEnd', reason: 'not-such-a-period', article: '1077' }],
    })
  })

  test('is nothing for staff of another office, for a reviewer, or for an office that does not register', async () => {
    const elsewhere = (await officeOfVisits(pool)).officeId
    const notInRole = { ok: false, reason: 'not-allowed', errors: [{ reason: 'not-in-role' }] }
    const application = typed(at)
    for (const actor of [staffOf(elsewhere), staffOf(at, 'reviewer'), staffOf(at, 'auditor')]) {
      const wish = { actor, application, now: noonOf(ACCEPTED) }
      expect(await enterApplication(pool, wish)).toMatchObject(notInRole)
      expect(await proposeApplication(pool, wish)).toMatchObject(notInRole)
    }
    await pool.query(`UPDATE office_service SET mode = 'pre-check' WHERE office_id = $1`, [elsewhere])
    const wish = { actor: staffOf(elsewhere), application: typed(elsewhere), now: noonOf(ACCEPTED) }
    expect(await enterApplication(pool, wish)).toMatchObject({ reason: 'office-not-competent' })
  })
})

function enter(application: ReturnType<typeof typed>) {
  return enterApplication(pool, { actor: clerk, application, now: noonOf(ACCEPTED) })
}

async function rows(query: string, ...values: unknown[]): Promise<number> {
  return (await pool.query(query, values)).rowCount ?? 0
}
