import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import { countCancellations } from '#lib/booking/count-cancellations.ts'
import { getAppointment } from '#lib/booking/get-appointment.ts'
import { mintActor } from '#lib/domain/actor.ts'
import { forgetRules } from '#lib/office/forget-rules.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { expectLedgerBalanced } from '#tests/support/ledger.ts'
import { accepted, agreedCouple, cancel, decline, move, type waitingCouple } from './fixtures/booked.ts'
import { bookingOf, type Couple, couple, type SignedIn, somebody } from './fixtures/couples.ts'
import { actsOf, toldOf } from './fixtures/records.ts'
import { minutesLater, NOW, plantSlots, readCounters } from './fixtures/slots.ts'

const { pool } = await openTestDatabase()
const DAY = 24 * 60
const AT = (time: string) => ({ now: new Date(`${time}+08:00`) })

describe('the number of moves', () => {
  test('is what the policy says, declined ones included; then the phone is the way', async () => {
    const [from, ...others] = await plantSlots(pool, { count: 5, capacity: 1 })
    const booked = await agreedCouple(pool, from)
    for (const to of others.slice(0, 3)) {
      const { partnerCode = '' } = accepted(await move(pool, booked, booked.first, to))
      accepted(await decline(pool, booked, booked.second, { partnerCode }))
    }
    expect(await move(pool, booked, booked.second, others[3] ?? 0)).toEqual({
      ok: false,
      reason: 'not-allowed',
      errors: [{ path: 'code', reason: 'moves-used-up' }],
    })
    expect(await readCounters(pool, others[3] ?? 0)).toMatchObject({ taken: 0 })
    await expectLedgerBalanced(pool)
  })

  test('does not keep anybody from taking the last wish back, and a repeat of the last hears its answer', async () => {
    const [from, ...others] = await plantSlots(pool, { count: 4, capacity: 1 })
    const booked = await agreedCouple(pool, from)
    const key = randomUUID()
    for (const [index, to] of others.entries())
      accepted(await move(pool, booked, booked.first, to, index === 2 ? { key } : {}))
    expect(await move(pool, booked, booked.first, others[2] ?? 0, { key })).toMatchObject({ ok: true })
    expect(await move(pool, booked, booked.first, from)).toMatchObject({
      value: { status: 'confirmed' },
    })
    expect(await seen(booked)).toMatchObject({ status: 'confirmed', slotId: from, moveCount: 3 })
    await expectLedgerBalanced(pool)
  })

  test('cannot be passed by asking many times at once', async () => {
    const [from, ...others] = await plantSlots(pool, { count: 12, capacity: 1 })
    const booked = await agreedCouple(pool, from)
    await Promise.all(others.map((to) => move(pool, booked, booked.first, to)))
    for (const to of others) await move(pool, booked, booked.second, to)
    expect(await seen(booked)).toMatchObject({ moveCount: 3, keptTime: { startTime: '08:00' } })
    await expectLedgerBalanced(pool)
  })

  test('can be another in one office', async () => {
    const [from, to = 0] = await plantSlots(pool, { count: 2, capacity: 1 })
    await ruleFor(from, 'mostMoves', 0)
    const booked = await agreedCouple(pool, from)
    expect(await move(pool, booked, booked.first, to)).toMatchObject({ reason: 'not-allowed' })
  })
})

describe('the number of cancellations of a person', () => {
  test('counts her own within thirty days, not the partner’s', async () => {
    const [slot] = await plantSlots(pool, { capacity: 1 })
    const pair = couple()
    for (let times = 0; times < 3; times += 1) accepted(await cancelOnce(pair, slot, pair.first))
    expect(await cancelOnce(pair, slot, pair.first)).toEqual({
      ok: false,
      reason: 'not-allowed',
      errors: [{ path: 'code', reason: 'cancellations-used-up' }],
    })
    expect(await counted(pair.first)).toBe(3)
    expect(await counted(pair.second)).toBe(0)
    const [code] = await codesOf(slot)
    expect(await cancel(pool, { code }, pair.second)).toMatchObject({ ok: true })
    expect(await counted(pair.first, minutesLater(30 * DAY))).toBe(0)
    await expectLedgerBalanced(pool)
  })

  test('counts who is behind a channel, and not the channel', async () => {
    const [slot] = await plantSlots(pool, { capacity: 5 })
    const id = randomUUID()
    const pairs = [couple(), couple(), couple(), couple()]
    for (const pair of pairs) {
      const { party, actor } = pair.first
      const channel = mintActor({ kind: 'channel', id, scopes: ['book'], onBehalfOf: party })
      const booked = accepted(await bookAppointment(pool, bookingOf(pair, slot, { actor })))
      expect(await cancel(pool, booked, { party, actor: channel })).toMatchObject({ ok: true })
    }
    expect(await Promise.all(pairs.map((pair) => counted(pair.first)))).toEqual([1, 1, 1, 1])
  })

  test('cannot be passed by cancelling two things at once', async () => {
    const slots = await plantSlots(pool, { count: 2, capacity: 4 })
    const pair = couple()
    for (let times = 0; times < 2; times += 1) accepted(await cancelOnce(pair, slots[0], pair.first))
    const services = ['MARRIAGE', 'REISSUE_MARRIAGE'] as const
    const booked = await Promise.all(
      services.map(async (service, index) => {
        const both = bookingOf(pair, slots[index] ?? 0, { service })
        const parties = service === 'MARRIAGE' ? both.input.parties : both.input.parties.slice(0, 1)
        return accepted(await bookAppointment(pool, { ...both, input: { ...both.input, parties } }))
      }),
    )
    const done = await Promise.all(booked.map((one) => cancel(pool, one, pair.first)))
    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await counted(pair.first)).toBe(3)
    await expectLedgerBalanced(pool)
  })
})

describe('a reason to cancel', () => {
  test('is kept for the office, and neither of the two is shown it; both hear who cancelled', async () => {
    const [slot] = await plantSlots(pool, { capacity: 1 })
    const booked = await agreedCouple(pool, slot)
    accepted(await cancel(pool, booked, booked.second, { reason: 'changed-plans', words: '家里有事' }))
    const { rows } = await pool.query('SELECT end_reason FROM appointment WHERE code = $1', [booked.code])
    expect(rows).toEqual([{ end_reason: 'by-party: changed-plans: 家里有事' }])
    for (const { actor } of [booked.first, booked.second]) {
      const view = accepted(await getAppointment(pool, booked.code, actor, NOW))
      expect(view.endReason).toBe('by-party')
      expect(JSON.stringify(view)).not.toContain('家里有事')
    }
    expect(await toldOf(pool, booked.code)).toEqual(
      [1, 2].map((role) => ({ event: 'cancelled', role, detail: { by: 2 } })),
    )
    const { rows: entries } = await pool.query(
      `SELECT detail FROM audit_entry e JOIN appointment a ON a.id::text = e.subject_id
       WHERE a.code = $1 AND act = 'appointment-cancelled'`,
      [booked.code],
    )
    expect(entries).toEqual([{ detail: { by: 2 } }])
  })
})

// The slots of these tests are on 1 December; their office closes changes at 15:00 the day before.
describe('the cut-off', () => {
  test.each([
    ['2026-11-29T23:59:59', true],
    ['2026-11-30T00:00:00', true],
    ['2026-11-30T14:59:59.999', true],
    ['2026-11-30T15:00:00', false],
    ['2026-11-30T23:59:59', false],
    ['2026-12-01T00:00:00', false],
  ])('at %s a change is taken: %s', async (time, isTaken) => {
    const [from, to = 0] = await plantSlots(pool, { count: 2, capacity: 2 })
    const moving = await agreedCouple(pool, from)
    const cancelling = await agreedCouple(pool, from)
    const outcome = isTaken ? { ok: true } : { ok: false, reason: 'too-late' }
    expect(await move(pool, moving, moving.first, to, AT(time))).toMatchObject(outcome)
    expect(await cancel(pool, cancelling, cancelling.first, AT(time))).toMatchObject(outcome)
    await expectLedgerBalanced(pool)
  })

  test('at the last second of the day before, where an office closes with the day', async () => {
    const [slot] = await plantSlots(pool, { capacity: 2 })
    await ruleFor(slot, 'cutoffPreviousDay', '23:59')
    const [early, late] = [await agreedCouple(pool, slot), await agreedCouple(pool, slot)]
    expect(await cancel(pool, early, early.first, AT('2026-11-30T23:58:59'))).toMatchObject({ ok: true })
    expect(await cancel(pool, late, late.first, AT('2026-11-30T23:59:59'))).toMatchObject({
      reason: 'too-late',
    })
  })

  test('of the old time ends the wait for the new one, so that who falls back can still cancel', async () => {
    const [from, to = 0] = await plantSlots(pool, { count: 2, capacity: 1 })
    await pool.query(`UPDATE slot SET date = '2026-11-24' WHERE id = $1`, [from])
    const booked = await agreedCouple(pool, from)
    const { heldUntil } = accepted(await move(pool, booked, booked.first, to, AT('2026-11-23T14:00:00')))
    expect(heldUntil).toBe(AT('2026-11-23T15:00:00').now.toISOString())
    expect(await seen(booked, AT('2026-11-23T15:00:00').now)).toMatchObject({
      status: 'confirmed',
      slotId: from,
    })
    expect(await actsOf(pool, booked.code)).toContain('move-lapsed')
  })
})

async function cancelOnce(pair: Couple, slot: number, by: SignedIn) {
  const { code } = accepted(await bookAppointment(pool, bookingOf(pair, slot)))
  return cancel(pool, { code }, by)
}

function counted({ party }: SignedIn, now = NOW) {
  return countCancellations(pool, party, now)
}

async function codesOf(slot: number): Promise<[string]> {
  const { rows } = await pool.query<{ code: string }>(
    `SELECT code FROM appointment WHERE slot_id = $1 AND status = 'awaiting-partner'`,
    [slot],
  )
  return [rows[0]?.code ?? '']
}

async function seen(booked: Awaited<ReturnType<typeof waitingCouple>>, now = NOW) {
  return accepted(await getAppointment(pool, booked.code, booked.first.actor, now))
}

async function ruleFor(slot: number, key: string, value: unknown): Promise<void> {
  await pool.query(
    `INSERT INTO policy (id, scope, scope_id, key, value, valid_from, source)
     SELECT gen_random_uuid()::text, 'office', office_id, $2, $3, '2026-01-01', 'test' FROM slot WHERE id = $1`,
    [slot, key, JSON.stringify(value)],
  )
  forgetRules()
}

test('somebody else cannot move or cancel', async () => {
  const [from, to = 0] = await plantSlots(pool, { count: 2, capacity: 1 })
  const booked = await agreedCouple(pool, from)
  const stranger = somebody()
  expect(await move(pool, booked, stranger, to)).toEqual({ ok: false, reason: 'not-found' })
  expect(await cancel(pool, booked, stranger)).toEqual({ ok: false, reason: 'not-found' })
})
