import { describe, expect, test, vi } from 'vitest'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import { findOwnMisses } from '#lib/booking/find-own-misses.ts'
import { mintActor } from '#lib/domain/actor.ts'
import type { Service } from '#lib/domain/service.ts'
import { forgetRules } from '#lib/office/forget-rules.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted } from './fixtures/booked.ts'
import { bookingOf, couple, type SignedIn, somebody } from './fixtures/couples.ts'
import { at, plantDays, setRule } from './fixtures/days.ts'
import { DAYS, missedTwice, missOn, tryBooking } from './fixtures/missed.ts'

const { pool } = await openTestDatabase()

describe('missed appointments', () => {
  test('two within thirty days pause online booking for fifteen, and the answer names the first day', async () => {
    const { office, people } = await missedTwice(pool)
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
    await missOn(pool, office, people, '2026-11-25')
    expect(await tryBooking(pool, office, people)).toMatchObject({ ok: true })
  })

  test('pause it for either of the two, without telling which', async () => {
    const { office, people } = await missedTwice(pool)
    const asPartner = await tryBooking(pool, office, { first: somebody({ sex: 'M' }), second: people.second })
    const asBooker = await tryBooking(pool, office, { first: people.first, second: somebody({ sex: 'F' }) })
    expect(asPartner).toMatchObject({ reason: 'blocked-no-show' })
    expect(asPartner).toEqual(asBooker)
  })

  test('pause nothing for who did come: only those who were named count', async () => {
    const { office, people } = await missedTwice(pool, { roles: [2] })
    expect(
      await tryBooking(pool, office, { first: people.first, second: somebody({ sex: 'F' }) }),
    ).toMatchObject({
      ok: true,
    })
    expect(
      await tryBooking(pool, office, { first: somebody({ sex: 'M' }), second: people.second }),
    ).toMatchObject({
      reason: 'blocked-no-show',
    })
  })

  test('pause a re-issue too, and then it is said to be one’s own', async () => {
    const { office, people } = await missedTwice(pool)
    const wish = bookingOf(people, office.slotOn('2026-12-15'), { now: at('2026-11-28') })
    const input = { ...wish.input, service: 'REISSUE_MARRIAGE' as const, parties: [people.first.party] }
    expect(await bookAppointment(pool, { ...wish, input })).toMatchObject({
      reason: 'blocked-no-show',
      errors: [{ reason: 'missed-before', earliestOn: '2026-12-13' }],
    })
  })

  test('never stand in the way of a divorce, nor does a missed divorce count', async () => {
    const { office, people } = await missedTwice(pool)
    const divorce = await tryBooking(pool, office, people, 'DIVORCE_APPLICATION')
    expect(divorce).toMatchObject({ ok: true })
    const others = await missedTwice(pool, { service: 'DIVORCE_APPLICATION' })
    expect(await tryBooking(pool, others.office, others.people)).toMatchObject({ ok: true })
  })

  test('never stand in the way of who calls or comes to the counter', async () => {
    const { office, people } = await missedTwice(pool)
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
    const { people } = await missedTwice(pool)
    const lenient = await plantDays(pool, DAYS)
    await setRule(pool, lenient.officeId, 'noShowBlockDays', 0)
    const strict = await plantDays(pool, DAYS)
    await setRule(pool, strict.officeId, 'noShowBlockDays', 20)
    forgetRules()
    expect(await tryBooking(pool, strict, people)).toMatchObject({
      errors: [{ earliestOn: '2026-12-18' }],
    })
    expect(await tryBooking(pool, lenient, people)).toMatchObject({ ok: true })
  })
})

test('a rush does not ask who has missed what, once for each of ten seconds', async () => {
  await missedTwice(pool)
  const office = await plantDays(pool, DAYS)
  const asked = vi.spyOn(pool, 'query')
  const now = at('2026-11-28', '08:30:00')
  for (let second = 0; second < 12; second += 1) {
    const wish = { now: new Date(now.getTime() + second * 1000) }
    accepted(await bookAppointment(pool, bookingOf(couple(), office.slotOn('2026-12-15'), wish)))
  }
  const questions = asked.mock.calls.filter(([query]) => JSON.stringify(query).includes('no_show'))
  asked.mockRestore()
  expect(questions).toHaveLength(2)
})

describe('before it bites', () => {
  test('a person hears that the next one would, and once it does until when; nobody hears of another’s', async () => {
    const office = await plantDays(pool, DAYS)
    const people = couple()
    const told = (who: SignedIn, service: Service = 'MARRIAGE') =>
      findOwnMisses(pool, { actor: who.actor, service, officeId: office.officeId, now: at('2026-11-28') })
    expect(await told(people.first)).toBeUndefined()
    await missOn(pool, office, people, '2026-11-25', { roles: [1] })
    const known = { lastOn: '2026-11-25', windowDays: 30, blockDays: 15 }
    expect(await told(people.first)).toEqual(known)
    expect(await told(people.second)).toBeUndefined()
    expect(await told(people.first, 'DIVORCE_APPLICATION')).toBeUndefined()
    await missOn(pool, office, people, '2026-11-27', { roles: [1] })
    expect(await told(people.first)).toEqual({ ...known, lastOn: '2026-11-27', blockedUntil: '2026-12-13' })
  })
})
