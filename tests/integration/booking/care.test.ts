import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { getAppointment } from '#lib/booking/get-appointment.ts'
import { listOwnAppointments } from '#lib/booking/list-own-appointments.ts'
import { loadCare } from '#lib/booking/load-care.ts'
import { loadOwnCare } from '#lib/booking/load-own-care.ts'
import { maskedView } from '#lib/booking/masked-view.ts'
import { readSettled } from '#lib/booking/read-settled.ts'
import { saveCare } from '#lib/booking/save-care.ts'
import { type Actor, mintActor, type VerifiedIdentity } from '#lib/domain/actor.ts'
import type { CareInput } from '#lib/domain/care.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { agreedCouple, type Booked, cancel, waitingCouple } from './fixtures/booked.ts'
import { somebody } from './fixtures/couples.ts'
import { NOW, plantSlots } from './fixtures/slots.ts'

const { pool } = await openTestDatabase()

const WISH: CareInput = { separate: true, callFrom: '12:00', callUntil: '13:30', note: '请从侧门叫我' }
const notFound = { ok: false, reason: 'not-found' }

async function agreedHere(): Promise<Booked> {
  const [slot] = await plantSlots(pool, { capacity: 1 })
  return agreedCouple(pool, slot)
}

function channel(scopes: readonly string[], onBehalfOf?: VerifiedIdentity): Actor {
  return mintActor({ kind: 'channel', id: randomUUID(), scopes, ...(onBehalfOf ? { onBehalfOf } : {}) })
}

const save = (actor: Actor, code: string, care: CareInput = WISH) =>
  saveCare(pool, { actor, code, care, now: NOW })
const own = (actor: Actor, code: string) => loadOwnCare(pool, { actor, code, now: NOW })
const read = (actor: Actor, code: string) => loadCare(pool, { actor, code, now: NOW })

describe('what one of the two tells the desk', () => {
  test('is kept, shown to her again, and read at the desk by role', async () => {
    const { code, first, second } = await agreedHere()
    expect(await save(second.actor, code)).toEqual({ ok: true, value: true })
    expect(await own(second.actor, code)).toEqual({ ok: true, value: WISH })
    expect(await read(channel(['desk']), code)).toEqual({ ok: true, value: [{ role: 2, care: WISH }] })
    await save(first.actor, code, { separate: false, note: '谢谢' })
    expect(await read(channel(['desk']), code)).toEqual({
      ok: true,
      value: [
        { role: 1, care: { separate: false, note: '谢谢' } },
        { role: 2, care: WISH },
      ],
    })
  })

  test('is nowhere in what the other sees, in any view, nor that anything was told', async () => {
    const { code, first, second } = await agreedHere()
    const seen = async () => {
      const record = await readSettled(pool, code, NOW)
      return JSON.stringify([
        await getAppointment(pool, code, first.actor, NOW),
        await listOwnAppointments(pool, first.actor, NOW),
        await own(first.actor, code),
        await read(first.actor, code),
        record && maskedView(record),
      ])
    }
    const before = await seen()
    await save(second.actor, code)
    expect(await seen()).toBe(before)
    expect(before).not.toMatch(/care|separate/)
  })

  test('sends no message to anybody', async () => {
    const { code, second } = await agreedHere()
    const count = async () => (await pool.query('SELECT count(*)::int AS n FROM outbox_message')).rows
    const before = await count()
    await save(second.actor, code)
    expect(await count()).toEqual(before)
  })

  test('is on the record as an act without its content, and so is each reading at the desk', async () => {
    const { code, second } = await agreedHere()
    await save(second.actor, code)
    await read(channel(['desk']), code)
    const { rows } = await pool.query(
      `SELECT act, e::text AS entry FROM audit_entry e JOIN appointment a ON a.id = e.subject_id::uuid
       WHERE a.code = $1 AND act LIKE 'care-%' ORDER BY e.id`,
      [code],
    )
    expect(rows.map(({ act }) => act)).toEqual(['care-changed', 'care-read'])
    for (const { entry } of rows) expect(entry).not.toMatch(/侧门|12:00|separate/)
  })

  test('is not readable in the database, and does not open under the other role', async () => {
    const { code, first, second } = await agreedHere()
    await save(second.actor, code)
    const { rows } = await pool.query(
      'SELECT p.care, p.appointment_id FROM party p JOIN appointment a ON a.id = p.appointment_id WHERE code = $1 AND role = 2',
      [code],
    )
    expect(Buffer.from(rows[0].care).includes('侧门')).toBe(false)
    await pool.query('UPDATE party SET care = $1 WHERE appointment_id = $2 AND role = 1', [
      rows[0].care,
      rows[0].appointment_id,
    ])
    await expect(own(first.actor, code)).rejects.toThrow()
  })

  test('is taken back by an empty wish', async () => {
    const { code, second } = await agreedHere()
    await save(second.actor, code)
    expect(await save(second.actor, code, { separate: false, note: '  ' })).toMatchObject({ ok: true })
    expect(await own(second.actor, code)).toEqual({ ok: true, value: undefined })
    expect(await read(channel(['desk']), code)).toEqual({ ok: true, value: [] })
  })

  test('may also be told while the other has not yet agreed', async () => {
    const [slot] = await plantSlots(pool, { capacity: 1 })
    const { code, first, second } = await waitingCouple(pool, slot)
    expect(await save(first.actor, code)).toMatchObject({ ok: true })
    expect(await save(second.actor, code)).toMatchObject({ ok: true })
  })
})

describe('the desk’s ear is closed to', () => {
  test('strangers, channels that speak for somebody, and keys without the scope', async () => {
    const { code, first, second } = await agreedHere()
    await save(second.actor, code)
    for (const actor of [
      somebody().actor,
      first.actor,
      second.actor,
      channel(['read', 'book']),
      channel(['read', 'book', 'desk'], second.party),
      channel(['read', 'book', 'desk'], first.party),
    ]) {
      expect(await read(actor, code)).toEqual(notFound)
    }
    expect(await own(somebody().actor, code)).toEqual(notFound)
    expect(await own(channel(['desk'], second.party), code)).toEqual(notFound)
    expect(await save(somebody().actor, code)).toEqual(notFound)
    expect(await save(channel(['book'], second.party), code)).toEqual(notFound)
  })

  test('wishes for an appointment that is over', async () => {
    const booked = await agreedHere()
    await cancel(pool, booked, booked.first)
    expect(await save(booked.second.actor, booked.code)).toMatchObject({ reason: 'not-allowed' })
  })

  test.each([
    [
      { separate: true, note: '长'.repeat(201) },
      { path: 'note', reason: 'too-long' },
    ],
    [
      { separate: true, callFrom: '12:00' },
      { path: 'callUntil', reason: 'time' },
    ],
    [
      { separate: true, callFrom: '25:00', callUntil: '26:00' },
      { path: 'callFrom', reason: 'time' },
    ],
    [
      { separate: true, callFrom: '14:00', callUntil: '13:00' },
      { path: 'callUntil', reason: 'time-order' },
    ],
  ])('what makes no sense: %o', async (care, error) => {
    const { code, second } = await agreedHere()
    expect(await save(second.actor, code, care)).toEqual({
      ok: false,
      reason: 'invalid-input',
      errors: [error],
    })
    expect(await own(second.actor, code)).toEqual({ ok: true, value: undefined })
  })
})
