import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import { findResult } from '#lib/booking/find-result.ts'
import { getAppointment } from '#lib/booking/get-appointment.ts'
import { renewPartnerCode } from '#lib/booking/renew-partner-code.ts'
import { showPartnerCode } from '#lib/booking/show-partner-code.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { expectLedgerBalanced } from '#tests/support/ledger.ts'
import { accepted, type Booked, cancel, confirm, decline, waitingCouple } from './fixtures/booked.ts'
import { bookingOf, signIn, somebody } from './fixtures/couples.ts'
import { minutesLater, NOW, plantSlots, readCounters } from './fixtures/slots.ts'

const { pool } = await openTestDatabase()
const HOUR = 60

describe('the partner', () => {
  test('agrees, and only then the appointment stands', async () => {
    const booked = await waitingHere()
    expect(await statusOf(booked)).toBe('awaiting-partner')
    expect(await confirm(pool, booked, booked.second)).toEqual({
      ok: true,
      value: { code: booked.code, status: 'confirmed' },
    })
    const seen = await getAppointment(pool, booked.code, booked.second.actor, minutesLater(25 * HOUR))
    expect(seen).toMatchObject({
      value: { status: 'confirmed', parties: [{ agreed: true }, { agreed: true }] },
    })
    await expectLedgerBalanced(pool)
  })

  test('declines, and the seat is free at once for all three of them', async () => {
    const [slot] = await plantSlots(pool, { capacity: 1 })
    const booked = await waitingCouple(pool, slot)
    expect(await decline(pool, booked, booked.second)).toMatchObject({ value: { status: 'declined' } })
    expect(await readCounters(pool, slot)).toMatchObject({ taken: 0, publicTaken: 0 })
    expect(await bookAppointment(pool, bookingOf(booked, slot))).toMatchObject({ ok: true })
    await expectLedgerBalanced(pool)
  })

  test('is the one who was named, whoever else has the code', async () => {
    const booked = await waitingHere()
    expect(await confirm(pool, booked, somebody())).toMatchObject({
      reason: 'not-allowed',
      errors: [{ reason: 'somebody-else-was-named' }],
    })
    expect(await confirm(pool, booked, booked.first)).toMatchObject({
      reason: 'not-allowed',
      errors: [{ reason: 'own-appointment' }],
    })
    expect(await confirm(pool, booked, somebody(), { partnerCode: 'ABCD-EFGH' })).toMatchObject({
      reason: 'not-found',
    })
    expect(await statusOf(booked)).toBe('awaiting-partner')
  })

  test('is known by the document, and her own proof of her name replaces what was typed', async () => {
    const booked = await waitingHere()
    const herself = signIn({ ...booked.second.party, name: '苏清和', phone: '13900000007' })
    accepted(await confirm(pool, booked, herself))
    const seen = await getAppointment(pool, booked.code, herself.actor, NOW)
    expect(seen).toMatchObject({
      value: { parties: [{}, { self: true, name: '苏**', phone: '13900000007' }] },
    })
  })

  test('may type the code small, with gaps and hyphens', async () => {
    const booked = await waitingHere()
    const { partnerCode } = booked
    const typed = ` ${partnerCode.slice(0, 4).toLowerCase()} - ${partnerCode.slice(4)} `
    expect(await confirm(pool, booked, booked.second, { partnerCode: typed })).toMatchObject({ ok: true })
  })

  test('has five tries; then only a new code helps, and the old one is void', async () => {
    const booked = await waitingHere()
    const reasons = []
    for (let tries = 0; tries < 6; tries += 1) {
      const refused = await confirm(pool, booked, booked.second, { partnerCode: 'ABCD-EFGH' })
      reasons.push(refused.ok ? 'agreed' : refused.errors?.[0]?.reason)
    }
    expect(reasons).toEqual([...Array(4).fill('wrong-code'), 'no-tries-left', 'no-tries-left'])
    expect(await confirm(pool, booked, booked.second)).toMatchObject({ reason: 'partner-code-wrong' })
    const wish = { actor: booked.first.actor, code: booked.code, now: NOW }
    const partnerCode = accepted(await renewPartnerCode(pool, wish))
    expect(await showPartnerCode(pool, wish)).toBe(partnerCode)
    expect(await confirm(pool, booked, booked.second)).toMatchObject({ reason: 'partner-code-wrong' })
    expect(await confirm(pool, booked, booked.second, { partnerCode })).toMatchObject({ ok: true })
  })

  test('cannot try more than five codes by trying them all at once', async () => {
    const booked = await waitingHere()
    const guesses = [...Array<string>(39).fill('ABCD-EFGH'), booked.partnerCode]
    const told = await Promise.all(
      guesses.map((partnerCode) => confirm(pool, booked, booked.second, { partnerCode })),
    )
    const reasons = told.map((each) => (each.ok ? 'agreed' : each.errors?.[0]?.reason))
    expect(reasons.filter((reason) => reason === 'wrong-code')).toHaveLength(4)
    expect(reasons.filter((reason) => reason === 'no-tries-left')).toHaveLength(36)
    expect(await statusOf(booked)).toBe('awaiting-partner')
  })

  test('hears the same answer when she sends her word twice, and a new word is too late', async () => {
    const booked = await waitingHere()
    const key = randomUUID()
    const first = await confirm(pool, booked, booked.second, { key })
    expect(await confirm(pool, booked, booked.second, { key })).toEqual(first)
    expect(await findResult(pool, booked.second.actor, key)).toEqual({
      ok: true,
      value: { operation: 'confirm', answer: first.ok ? first.value : undefined },
    })
    expect(await confirm(pool, booked, booked.second)).toMatchObject({ reason: 'already-booked' })
    expect(await decline(pool, booked, booked.second)).toMatchObject({ reason: 'hold-expired' })
    expect(await decline(pool, booked, booked.second, { key })).toEqual({
      ok: false,
      reason: 'idempotency-mismatch',
    })
  })

  test('is too late from the very instant of the deadline', async () => {
    const booked = await waitingHere()
    const inTime = await waitingHere()
    expect(await confirm(pool, inTime, inTime.second, { now: minutesLater(24 * HOUR - 0.01) })).toMatchObject(
      { ok: true },
    )
    expect(await confirm(pool, booked, booked.second, { now: minutesLater(24 * HOUR) })).toMatchObject({
      reason: 'hold-expired',
    })
    expect(await statusOf(booked)).toBe('expired')
    await expectLedgerBalanced(pool)
  })
})

describe('either of the two', () => {
  test.each(['first', 'second'] as const)('cancels: the %s', async (who) => {
    const [slot] = await plantSlots(pool, { capacity: 1 })
    const booked = await waitingCouple(pool, slot)
    const key = randomUUID()
    const cancelled = { ok: true, value: { code: booked.code, status: 'cancelled' } }
    expect(await cancel(pool, booked, booked[who], { key })).toEqual(cancelled)
    expect(await cancel(pool, booked, booked[who], { key })).toEqual(cancelled)
    expect(await cancel(pool, booked, booked[who])).toMatchObject({ reason: 'not-allowed' })
    expect(await readCounters(pool, slot)).toMatchObject({ taken: 0, publicTaken: 0 })
    expect(await bookAppointment(pool, bookingOf(booked, slot))).toMatchObject({ ok: true })
  })

  test('cannot cancel after the cut-off, and nobody else can at all', async () => {
    const booked = await waitingHere()
    accepted(await confirm(pool, booked, booked.second))
    expect(await cancel(pool, booked, somebody())).toMatchObject({ reason: 'not-found' })
    const cutoff = new Date('2026-11-30T15:00:00+08:00')
    expect(await cancel(pool, booked, booked.first, { now: cutoff })).toMatchObject({ reason: 'too-late' })
    const before = new Date(cutoff.getTime() - 1)
    expect(await cancel(pool, booked, booked.first, { now: before })).toMatchObject({ ok: true })
  })
})

async function waitingHere(): Promise<Booked> {
  const [slot] = await plantSlots(pool, { capacity: 1 })
  return waitingCouple(pool, slot)
}

async function statusOf({ code }: Booked): Promise<string> {
  const { rows } = await pool.query<{ status: string }>('SELECT status FROM appointment WHERE code = $1', [
    code,
  ])
  return rows[0]?.status ?? 'none'
}
