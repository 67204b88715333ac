import { describe, expect, test } from 'vitest'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import { findOwnMisses } from '#lib/booking/find-own-misses.ts'
import { getAppointment } from '#lib/booking/get-appointment.ts'
import { recordNoShow } from '#lib/booking/record-no-show.ts'
import { type VoidReason, voidNoShow } from '#lib/booking/void-no-show.ts'
import { mintActor } from '#lib/domain/actor.ts'
import type { Service } from '#lib/domain/service.ts'
import { forgetRules } from '#lib/office/forget-rules.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { expectLedgerBalanced } from '#tests/support/ledger.ts'
import { accepted, confirm } from './fixtures/booked.ts'
import { bookingOf, type Couple, couple, type SignedIn, somebody } from './fixtures/couples.ts'
import { at, type DaysOffice, plantDays, setRule } from './fixtures/days.ts'

const { pool } = await openTestDatabase()
const DAYS = ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-12-15'] as const
const STAFF = { kind: 'staff', id: 'a registrar' } as const

describe('missed appointments', () => {
  test('two within thirty days pause online booking for fifteen, and the answer names the first day', async () => {
    const { office, people } = await missedTwice()
    const wish = bookingOf(people, office.slotOn('2026-12-15'), { now: at('2026-11-28') })
    expect(await bookAppointment(pool, wish)).toEqual({
      ok: false,
      reason: 'blocked-no-show',
      errors: [{ path: 'parties', reason: 'one-of-two-missed', earliestOn: '2026-12-13' }],
    })
    const lastSecond = { ...wish, now: at('2026-12-12', '23:59:59') }
    expect(await bookAppointment(pool, lastSecond)).toMatchObject({ reason: 'blocked-no-show' })
    const firstSecond = { ...wish, now: at('2026-12-13', '00:00:00') }
    expect(await bookAppointment(pool, firstSecond)).toMatchObject({ ok: true })
  })

  test('one alone pauses nothing', async () => {
    const office = await plantDays(pool, DAYS)
    const people = couple()
    await missOn(office, people, '2026-11-25')
    expect(await tryBooking(office, people)).toMatchObject({ ok: true })
  })

  test('pause it for either of the two, without telling which', async () => {
    const { office, people } = await missedTwice()
    const asPartner = await tryBooking(office, { first: somebody({ sex: 'M' }), second: people.second })
    const asBooker = await tryBooking(office, { first: people.first, second: somebody({ sex: 'F' }) })
    expect(asPartner).toMatchObject({ reason: 'blocked-no-show' })
    expect(asPartner).toEqual(asBooker)
  })

  test('pause nothing for who did come: only those who were named count', async () => {
    const { office, people } = await missedTwice({ roles: [2] })
    expect(await tryBooking(office, { first: people.first, second: somebody({ sex: 'F' }) })).toMatchObject({
      ok: true,
    })
    expect(await tryBooking(office, { first: somebody({ sex: 'M' }), second: people.second })).toMatchObject({
      reason: 'blocked-no-show',
    })
  })

  test('pause a re-issue too, and then it is said to be one’s own', async () => {
    const { office, people } = await missedTwice()
    const wish = bookingOf(people, office.slotOn('2026-12-15'), { now: at('2026-11-28') })
    const input = { ...wish.input, service: 'REISSUE_MARRIAGE' as const, parties: [people.first.party] }
    expect(await bookAppointment(pool, { ...wish, input })).toMatchObject({
      reason: 'blocked-no-show',
      errors: [{ reason: 'missed-before', earliestOn: '2026-12-13' }],
    })
  })

  test('never stand in the way of a divorce, nor does a missed divorce count', async () => {
    const { office, people } = await missedTwice()
    const divorce = await tryBooking(office, people, 'DIVORCE_APPLICATION')
    expect(divorce).toMatchObject({ ok: true })
    const others = await missedTwice({ service: 'DIVORCE_APPLICATION' })
    expect(await tryBooking(others.office, others.people)).toMatchObject({ ok: true })
  })

  test('never stand in the way of who calls or comes to the counter', async () => {
    const { office, people } = await missedTwice()
    const wish = bookingOf(people, office.slotOn('2026-12-15'), { now: at('2026-11-28') })
    const channel = (scopes: string[]) =>
      mintActor({
        kind: 'channel',
        id: '01934567-89ab-7def-8123-456789abcdef',
        scopes,
        onBehalfOf: people.first.party,
      })
    expect(await bookAppointment(pool, { ...wish, actor: channel(['book']) })).toMatchObject({
      reason: 'blocked-no-show',
    })
    expect(await bookAppointment(pool, { ...wish, actor: channel(['book', 'desk']) })).toMatchObject({
      ok: true,
    })
  })

  test('bite as the office’s own rules say, and not where the ladder is off', async () => {
    const { people } = await missedTwice()
    const lenient = await plantDays(pool, DAYS)
    await setRule(pool, lenient.officeId, 'noShowBlockDays', 0)
    const strict = await plantDays(pool, DAYS)
    await setRule(pool, strict.officeId, 'noShowBlockDays', 20)
    forgetRules()
    expect(await tryBooking(strict, people)).toMatchObject({
      errors: [{ earliestOn: '2026-12-18' }],
    })
    expect(await tryBooking(lenient, people)).toMatchObject({ ok: true })
  })
})

describe('a no-show', () => {
  test('is recorded once the time has begun, once, by whom, and who did not come is told', async () => {
    const office = await plantDays(pool, DAYS)
    const { code } = await agreedOn(office, couple(), '2026-11-25')
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
    const { code } = await agreedOn(office, couple(), '2026-11-25')
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
    const { code } = await agreedOn(office, couple(), '2026-11-25')
    await pool.query('UPDATE slot SET open = false WHERE id = $1', [office.slotOn('2026-11-25')])
    const miss = { by: { kind: 'system' }, code, roles: [1, 2], now: at('2026-11-25') } as const
    expect(await recordNoShow(pool, miss)).toEqual({ ok: false, reason: 'slot-closed' })
  })

  test.each<VoidReason>(['office-cancelled', 'explained', 'recorded-in-error'])(
    'that is void (%s) counts no more',
    async (reason) => {
      const { office, people, codes } = await missedTwice()
      expect(await tryBooking(office, people)).toMatchObject({ reason: 'blocked-no-show' })
      const voiding = { by: STAFF, code: codes[0] ?? '', reason, now: at('2026-11-28') }
      expect(await voidNoShow(pool, voiding)).toMatchObject({ value: { status: 'no-show' } })
      expect(await voidNoShow(pool, voiding)).toMatchObject({ reason: 'not-allowed' })
      expect(await tryBooking(office, people)).toMatchObject({ ok: true })
    },
  )

  test('recorded in error is undone on the same day: the appointment stands again and may be missed again', async () => {
    const office = await plantDays(pool, DAYS)
    const people = couple()
    const { code } = await missOn(office, people, '2026-11-25')
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
    const { code } = await missOn(office, people, '2026-11-25')
    accepted(
      await bookAppointment(pool, bookingOf(people, office.slotOn('2026-12-15'), { now: at('2026-11-25') })),
    )
    const undo = { by: STAFF, code, reason: 'recorded-in-error', now: at('2026-11-25', '18:00:00') } as const
    expect(await voidNoShow(pool, undo)).toMatchObject({ value: { status: 'confirmed' } })
    expect((await traces(code)).active).toBe(0)
    await expectLedgerBalanced(pool)
  })
})

describe('before it bites', () => {
  test('a person hears that the next one would, and once it does until when; nobody hears of another’s', async () => {
    const office = await plantDays(pool, DAYS)
    const people = couple()
    const told = (who: SignedIn, service: Service = 'MARRIAGE') =>
      findOwnMisses(pool, { actor: who.actor, service, officeId: office.officeId, now: at('2026-11-28') })
    expect(await told(people.first)).toBeUndefined()
    await missOn(office, people, '2026-11-25', { roles: [1] })
    const known = { lastOn: '2026-11-25', windowDays: 30, blockDays: 15 }
    expect(await told(people.first)).toEqual(known)
    expect(await told(people.second)).toBeUndefined()
    expect(await told(people.first, 'DIVORCE_APPLICATION')).toBeUndefined()
    await missOn(office, people, '2026-11-27', { roles: [1] })
    expect(await told(people.first)).toEqual({ ...known, lastOn: '2026-11-27', blockedUntil: '2026-12-13' })
  })
})

interface Missing {
  readonly roles?: readonly number[]
  readonly service?: Service
}

async function missedTwice(missing: Missing = {}) {
  const office = await plantDays(pool, DAYS)
  const people = couple()
  const one = await missOn(office, people, '2026-11-25', missing)
  const other = await missOn(office, people, '2026-11-27', missing)
  return { office, people, codes: [one.code, other.code] }
}

/** Books for a day, agrees, and does not come. */
async function missOn(office: DaysOffice, people: Couple, day: string, missing: Missing = {}) {
  const { roles = [1, 2], service = 'MARRIAGE' } = missing
  const booked = await agreedOn(office, people, day, service)
  accepted(await recordNoShow(pool, { by: STAFF, code: booked.code, roles, now: at(day) }))
  return booked
}

async function agreedOn(office: DaysOffice, people: Couple, day: string, service: Service = 'MARRIAGE') {
  const now = at(day === '2026-11-25' ? '2026-11-23' : '2026-11-26')
  const wish = bookingOf(people, office.slotOn(day), { now, service })
  const { code, partnerCode = '' } = accepted(await bookAppointment(pool, wish))
  accepted(await confirm(pool, { ...people, code, partnerCode }, people.second, { now }))
  return { code }
}

function tryBooking(office: DaysOffice, people: Couple, service: Service = 'MARRIAGE') {
  return bookAppointment(
    pool,
    bookingOf(people, office.slotOn('2026-12-15'), { now: at('2026-11-28'), service }),
  )
}

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
