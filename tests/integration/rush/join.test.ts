import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { addDays } from '#lib/domain/calendar-date.ts'
import { findLeavingEntry } from '#lib/rush/find-leaving-entry.ts'
import { getWaitingEntry } from '#lib/rush/get-waiting-entry.ts'
import { joinWaitingList } from '#lib/rush/join-waiting-list.ts'
import { leaveWaitingList } from '#lib/rush/leave-waiting-list.ts'
import { listOwnWaiting } from '#lib/rush/list-own-waiting.ts'
import { makeLeaveToken } from '#lib/rush/make-leave-token.ts'
import { offerReturnedSeats } from '#lib/rush/offer-returned-seats.ts'
import { accepted, agreedCouple, cancel } from '#tests/integration/booking/fixtures/booked.ts'
import { couple, somebody } from '#tests/integration/booking/fixtures/couples.ts'
import { minutesLater, NOW, plantSlots, SLOT_DAY } from '#tests/integration/booking/fixtures/slots.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { expectLedgerBalanced } from '#tests/support/ledger.ts'
import { coupleInLine, joiningOf, statusOf, wishFor } from './fixtures/line.ts'

const { pool } = await openTestDatabase()
const [slot] = await plantSlots(pool, { capacity: 1 })
const wish = await wishFor(pool, slot)

describe('joining', () => {
  test('keeps both people sealed, and answers a retry with the same place', async () => {
    const each = couple()
    const joining = joiningOf(each, [wish])
    const first = accepted(await joinWaitingList(pool, joining))
    expect(await joinWaitingList(pool, joining)).toEqual({ ok: true, value: first })
    expect(await joinWaitingList(pool, { ...joining, wishes: [wish, wish] })).toMatchObject({
      reason: 'idempotency-mismatch',
    })
    const { rows } = await pool.query('SELECT * FROM waiting_entry WHERE id = $1', [first.entryId])
    const stored = Buffer.concat([rows[0].sealed, rows[0].leave_hash]).toString('latin1')
    for (const { party } of [each.first, each.second]) {
      expect(stored).not.toContain(party.documentNumber)
      expect(stored).not.toContain(party.phone)
    }
  })

  test('is once for each person and service, in whatever pair and at the same moment', async () => {
    const [one, other] = [couple(), couple()]
    const mixed = { first: somebody({ sex: 'M' }), second: one.second }
    const tries = [one, one, mixed].map((each) => joinWaitingList(pool, joiningOf(each, [wish])))
    const outcomes = await Promise.all(tries)
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    for (const refused of outcomes.filter(({ ok }) => !ok))
      expect(refused).toMatchObject({ reason: 'already-booked', errors: [{ reason: 'already-waiting' }] })
    expect(await joinWaitingList(pool, joiningOf(other, [wish]))).toMatchObject({ ok: true })
  })

  test('is refused to who has an appointment for the service', async () => {
    const [own] = await plantSlots(pool, { capacity: 1 })
    const booked = await agreedCouple(pool, own)
    const refused = await joinWaitingList(pool, joiningOf(booked, [wish]))
    expect(refused).toMatchObject({ ok: false, reason: 'already-booked' })
    expect(refused).not.toHaveProperty('errors')
  })

  test.each([
    ['days that are not released', { ...wish, until: addDays(SLOT_DAY, 60) }, 'not-released'],
    [
      'days that are over',
      { ...wish, from: addDays(SLOT_DAY, -20), until: addDays(SLOT_DAY, -12) },
      'too-late',
    ],
    ['days in the wrong order', { ...wish, from: addDays(SLOT_DAY, 2), until: SLOT_DAY }, 'invalid-input'],
    ['an office that is none', { ...wish, officeId: 'nowhere' }, 'not-found'],
  ])('is refused for %s', async (_, wrong, reason) => {
    expect(await joinWaitingList(pool, joiningOf(couple(), [wish, wrong]))).toMatchObject({ reason })
  })

  test('asks of both what a booking asks', async () => {
    const each = couple()
    const by = (change: object) => joinWaitingList(pool, { ...joiningOf(each, [wish]), ...change })
    expect(await by({ wishes: [] })).toMatchObject({ reason: 'invalid-input' })
    expect(await by({ wishes: Array.from({ length: 6 }, () => wish) })).toMatchObject({
      reason: 'invalid-input',
    })
    expect(await by({ actor: somebody().actor })).toMatchObject({ reason: 'not-allowed' })
    expect(await by({ parties: [each.first.party] })).toMatchObject({ reason: 'invalid-input' })
    expect(await by({ service: 'DIVORCE_CERTIFICATE' })).toMatchObject({ reason: 'outside-legal-window' })
    const foreign = { ...each.second.party, partyType: 'MILITARY' as const }
    expect(await by({ parties: [each.first.party, { ...foreign, phone: '' }] })).toMatchObject({
      errors: [{ path: 'parties.1.phone' }],
    })
    const minor = somebody({ sex: 'F', birthDate: addDays(SLOT_DAY, -19 * 365) })
    expect(await by({ parties: [each.first.party, minor.party] })).toMatchObject({ reason: 'not-eligible' })
  })
})

describe('leaving', () => {
  test('is for the one who joined, or by the link; looking at the link changes nothing', async () => {
    const one = await coupleInLine(pool, slot)
    const leave = (actor = one.first.actor) =>
      leaveWaitingList(pool, { actor, entryId: one.entryId, now: NOW })
    expect(await leave(one.second.actor)).toMatchObject({ reason: 'not-found' })
    const token = makeLeaveToken(one.entryId)
    expect(await findLeavingEntry(pool, token, NOW)).toMatchObject({ id: one.entryId, status: 'waiting' })
    expect(await findLeavingEntry(pool, 'x', NOW)).toBeUndefined()
    expect(await leaveWaitingList(pool, { token: randomUUID(), now: NOW })).toMatchObject({
      reason: 'not-found',
    })
    expect(await statusOf(pool, one)).toBe('waiting')
    expect(await leaveWaitingList(pool, { token, now: NOW })).toMatchObject({ ok: true })
    expect(await leaveWaitingList(pool, { token, now: NOW })).toMatchObject({ ok: true })
    expect(await statusOf(pool, one)).toBe('left')
    expect(await joinWaitingList(pool, joiningOf(one, [wish]))).toMatchObject({ ok: true })
    expect(await leave()).toMatchObject({ ok: true })
  })

  test('with an offer in hand gives it to the next couple', async () => {
    const [own] = await plantSlots(pool, { capacity: 1 })
    const holders = await agreedCouple(pool, own)
    const [one, two] = [await coupleInLine(pool, own), await coupleInLine(pool, own)]
    await cancel(pool, holders, holders.first)
    const now = minutesLater(30)
    await offerReturnedSeats(pool, now)
    expect(await leaveWaitingList(pool, { actor: one.first.actor, entryId: one.entryId, now })).toMatchObject(
      {
        ok: true,
      },
    )
    await offerReturnedSeats(pool, now)
    expect([await statusOf(pool, one), await statusOf(pool, two)]).toEqual(['left', 'offered'])
    await expectLedgerBalanced(pool)
  })
})

test('everybody sees how many stand before them, and only their own place', async () => {
  const [own, other = 0] = await plantSlots(pool, { count: 2, capacity: 1 })
  const [one, two] = [await coupleInLine(pool, own), await coupleInLine(pool, other)]
  const now = NOW
  const [view] = await listOwnWaiting(pool, two.first.actor, now)
  expect(view).toMatchObject({ id: two.entryId, status: 'waiting', wishes: [{ ahead: 1, until: SLOT_DAY }] })
  expect(view).not.toHaveProperty('sealed')
  expect(await getWaitingEntry(pool, { actor: two.first.actor, entryId: one.entryId, now })).toBeUndefined()
  expect(await getWaitingEntry(pool, { actor: one.second.actor, entryId: one.entryId, now })).toBeUndefined()
  expect(await getWaitingEntry(pool, { actor: one.first.actor, entryId: 'x', now })).toBeUndefined()
})
